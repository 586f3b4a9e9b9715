import { useQuery } from '@tanstack/react-query';
import type { Attendance, EventState } from '../../../src-main/contract/agenda-nouns.ts';
import type { Contact, Duty, RundownItem, Speech, Visit } from '../../../src-main/contract/event-parts.ts';
import { saidClosed } from '../../../src-main/text/said-inside.ts';
import { clockText, dayText, zoneShort } from '../../../src-main/words/when.ts';
import { client } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { When } from '../../components/when.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import classes from './agenda.module.css';
import { useOfficials } from './use-officials.ts';

/** Who changed what, old and new, newest first. */
export function EventHistory({ eventId }: { readonly eventId: string }) {
  const w = useWords();
  const history = useQuery(client.agenda.history.queryOptions({ input: { id: eventId } }));
  const value = useSayValue();
  if (history.error) return <Problem error={history.error} />;
  return (
    <ul className={classes.history}>
      {(history.data ?? []).map((change) => (
        <li key={change.id}>
          <div>
            <strong>{change.userName}</strong> {w.agenda.historyActs[change.act]} ·{' '}
            <span className={classes.soft}>
              <When at={change.at} />
            </span>
          </div>
          {change.changes.map(({ field, old, new: now }) => {
            const step = dutyStep(field, old, now);
            return (
              <div key={field}>
                {step ? (
                  <>
                    {step.name} ({w.eventParts.roles[step.role].toLowerCase()}): <del>{w.states.duty[step.from]}</del> →{' '}
                    {w.states.duty[step.to]}
                  </>
                ) : (
                  <>
                    {fieldName(field, w)}: <del>{value(field, old)}</del> → {value(field, now)}
                  </>
                )}
              </div>
            );
          })}
          {change.reason ? (
            <div className={classes.soft}>
              {w.agenda.because} {change.reason}
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

type CrewMember = Pick<Duty, 'role' | 'name' | 'state'>;

/** One person of the crew who came a step further: who, from which state to which; null for any other change. */
function dutyStep(field: string, old: unknown, now: unknown) {
  if (field !== 'crew' || Array.isArray(old) || Array.isArray(now) || !old || !now) return null;
  const [before, after] = [old as CrewMember, now as CrewMember];
  if (before.name !== after.name || before.role !== after.role || !before.state || !after.state) return null;
  return { name: after.name, role: after.role, from: before.state, to: after.state };
}

export function fieldName(field: string, w: ReturnType<typeof useWords>): string {
  const names: Record<string, string> = {
    title: w.agenda.name,
    kind: w.agenda.kind,
    start: w.agenda.start,
    end: w.agenda.end,
    openEnd: w.agenda.openEnd,
    zone: w.agenda.zone,
    venue: w.agenda.venue,
    organizer: w.agenda.organizer,
    dressCode: w.agenda.dress,
    companions: w.agenda.companions,
    note: w.agenda.note,
    pressAccess: w.agenda.press,
    openDespite: w.agenda.openDespite,
    releaseNeeded: w.agenda.releaseNeeded,
    attendance: w.agenda.attendance,
    state: w.agenda.state,
    transitRoom: w.eventParts.transitRoom,
    protocolOfficer: w.eventParts.protocolOfficer,
    contact: w.eventParts.contact,
    speech: w.eventParts.speech,
    rundown: w.eventParts.rundown,
    requiredPhotos: w.eventParts.photos,
    visit: w.eventParts.visit,
    crew: w.eventParts.crew,
  };
  return names[field] ?? field;
}

export function useSayValue(): (field: string, value: unknown) => string {
  const w = useWords();
  const language = useLanguage();
  const { called, delegate } = useOfficials();
  return (field, value) => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return w.agenda.historyEmpty;
    if (field === 'start' || field === 'end') {
      const local = String(value);
      return `${dayText(local.slice(0, 10), language)} ${clockText(local, language)}`;
    }
    if (field === 'zone') return zoneShort(value as 'Asia/Jakarta');
    if (field === 'state') return w.states.event[value as EventState];
    if (field === 'kind') return w.agenda.kinds[value as 'rapat'];
    if (field === 'openDespite') return `“${saidClosed([String(value)]) ?? String(value)}”`;
    if (field === 'pressAccess') return w.agenda.pressAccess[value as 'open'];
    if (typeof value === 'boolean') return value ? '✓' : '–';
    if (field === 'attendance') {
      return (value as Attendance[])
        .map((answer) =>
          answer.answer === 'delegated'
            ? `${called(answer.officialId)} (${w.agenda.delegatedTo(delegate(answer))})`
            : `${called(answer.officialId)} (${w.states.attendance[answer.answer]})`,
        )
        .join(', ');
    }
    if (field === 'protocolOfficer' || field === 'contact') {
      const { name, phone } = value as Contact;
      return [name, phone].filter((part) => part !== '').join(' ') || w.agenda.historyEmpty;
    }
    if (field === 'speech') {
      const { needed, officialId, speaker } = value as Speech;
      const by = officialId ? called(officialId) : speaker;
      return needed ? by || w.agenda.yes : w.agenda.historyEmpty;
    }
    if (field === 'rundown') return (value as RundownItem[]).map((item) => item.what).join('; ');
    if (field === 'requiredPhotos') return (value as string[]).join('; ');
    if (field === 'visit') return (value as Visit).delegation;
    if (field === 'crew') {
      const crew = (Array.isArray(value) ? value : [value]) as CrewMember[];
      return crew
        .map(({ role, name, state }) => {
          const what = w.eventParts.roles[role];
          return `${name} (${state ? `${what}, ${w.states.duty[state]}` : what})`;
        })
        .join(', ');
    }
    return String(value);
  };
}
