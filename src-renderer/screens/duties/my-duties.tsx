import { Button } from '@mantine/core';
import { IconCamera, IconClipboardCheck, IconMapPin, IconMoon } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type DutyState, dutyStates, dutyStatesOfTheDay } from '../../../src-main/contract/event-parts.ts';
import { dayOf, dayText, relativeDayText, timeRangeText } from '../../../src-main/words/when.ts';
import { client, rpc } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StateChip } from '../../components/state-chip.tsx';
import { useUndo } from '../../components/undo.tsx';
import { useNow } from '../../components/when.tsx';
import { useMay, useOffice } from '../../frame/session.tsx';
import { groupBy } from '../../group-by.ts';
import { useLanguage, useWords } from '../../words/words.tsx';
import classes from './my-duties.module.css';
import { isOff, type MyDuty, nextStep, sortDuties } from './sort-duties.ts';

/** *Tugas saya*: what this person covers, and how far they are; the next step is one press of the thumb. */
export function MyDuties() {
  const w = useWords();
  const language = useLanguage();
  const { zone } = useOffice();
  const today = dayOf(useNow(), zone);
  const duties = useQuery(client.agenda.myDuties.queryOptions());
  const sorted = sortDuties(duties.data ?? [], today);
  const unanswered = (duties.data ?? []).filter((one) => one.duty.state === 'assigned' && !isOff(one)).length;
  const days = [...groupBy(sorted.coming, ({ event }) => event.day)];
  return (
    <div className={classes.screen}>
      <PageHeader
        title={w.duties.title}
        about={duties.data ? (unanswered > 0 ? w.duties.unanswered(unanswered) : w.duties.allAnswered) : '\u00a0'}
        acts={
          <Button
            component={Link}
            to="/piket"
            variant="default"
            leftSection={<IconMoon size={16} stroke={1.8} aria-hidden />}
          >
            {w.roster.title}
          </Button>
        }
      />
      <Problem error={duties.error} />
      {duties.data ? null : duties.error ? null : <SkeletonRows rows={4} height={96} />}
      {duties.data?.length === 0 ? (
        <EmptyState icon={IconClipboardCheck} title={w.duties.none}>
          {w.duties.noneHelp}
        </EmptyState>
      ) : null}
      <Group title={w.duties.waiting} about={w.duties.waitingAbout} of={sorted.waiting} today={today} withDay />
      {duties.data && duties.data.length > 0 ? (
        <Group
          title={`${w.duties.today}, ${dayText(today, language)}`}
          of={sorted.today}
          today={today}
          empty={w.duties.noneToday}
        />
      ) : null}
      {days.map(([day, own]) => (
        <Group key={day} title={comingTitle(day, today, language)} of={own} today={today} />
      ))}
    </div>
  );
}

function comingTitle(day: string, today: string, language: 'id' | 'en'): string {
  const near = relativeDayText(day, today, language);
  const full = dayText(day, language);
  return full.startsWith(near) ? full : `${near.charAt(0).toUpperCase()}${near.slice(1)}, ${full}`;
}

interface GroupProps {
  readonly title: string;
  readonly about?: string;
  readonly of: readonly MyDuty[];
  readonly today: string;
  readonly withDay?: boolean;
  /** Said where there is nothing; without it the group is left out then. */
  readonly empty?: string;
}

function Group({ title, about, of, today, withDay, empty }: GroupProps) {
  if (of.length === 0 && !empty) return null;
  return (
    <section className={classes.group} aria-label={title}>
      <h2 className={classes.head}>{title}</h2>
      {about ? <p className={classes.soft}>{about}</p> : null}
      {of.length === 0 ? <p className={classes.soft}>{empty}</p> : null}
      <ul className={classes.list}>
        {of.map((one) => (
          <OneDuty key={one.duty.id} one={one} today={today} withDay={withDay ?? false} />
        ))}
      </ul>
    </section>
  );
}

function OneDuty({ one, today, withDay }: { readonly one: MyDuty; readonly today: string; readonly withDay: boolean }) {
  const { duty, event } = one;
  const w = useWords();
  const language = useLanguage();
  const queries = useQueryClient();
  const offerUndo = useUndo();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const corrects = useMay()('agenda.write');
  const step = dutyStates.indexOf(duty.state);
  const next = nextStep(one, today);
  // what is not due yet can be said, but does not ask for it
  const isDue = duty.state === 'assigned' || event.day <= today;
  const isEarly = next !== null && event.day > today && dutyStatesOfTheDay.includes(next.to) && !corrects;
  const tell = async (state: DutyState) => {
    await rpc.agenda.setDutyState({ dutyId: duty.id, state });
    queries.setQueryData<MyDuty[]>(client.agenda.myDuties.queryKey(), (all) =>
      all?.map((other) => (other.duty.id === duty.id ? { ...other, duty: { ...other.duty, state } } : other)),
    );
    await queries.invalidateQueries({ queryKey: client.agenda.key() });
  };
  const press = async (state: DutyState) => {
    setBusy(true);
    setError(null);
    try {
      const before = duty.state;
      await tell(state);
      offerUndo({ words: w.duties.said(event.title, w.states.duty[state]), undo: () => tell(before) });
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <li className={classes.duty} data-off={isOff(one) || undefined}>
      <div className={classes.when}>
        {withDay ? `${dayText(event.day, language)}, ` : ''}
        {timeRangeText(event, language)}
      </div>
      <Link to="/agenda/$eventId" params={{ eventId: event.id }} className={classes.title}>
        {event.title}
      </Link>
      <div className={classes.facts}>
        {event.venue ? (
          <span>
            <IconMapPin size={14} stroke={1.8} aria-hidden />
            {event.venue}
          </span>
        ) : null}
        <span>
          <IconCamera size={14} stroke={1.8} aria-hidden />
          {w.eventParts.roles[duty.role]}
        </span>
        {event.dressCode ? <span>{event.dressCode}</span> : null}
      </div>
      <div className={classes.progress}>
        {isOff(one) ? (
          <StateChip of="event" state={event.state} />
        ) : (
          <>
            <StateChip of="duty" state={duty.state} />
            <span className={classes.steps} aria-hidden>
              {dutyStates.map((state, index) => (
                <i key={state} data-reached={index <= step || undefined} />
              ))}
            </span>
            <span className="k-unseen">{w.duties.step(step + 1, dutyStates.length)}</span>
          </>
        )}
      </div>
      <Problem error={error} />
      {next && !isOff(one) ? (
        <Button
          className={classes.next}
          variant={isDue ? 'filled' : 'default'}
          aria-label={`${w.eventParts.nextDuty[next.from]}: ${event.title}`}
          aria-describedby={isEarly ? `early-${duty.id}` : undefined}
          disabled={isEarly}
          loading={busy}
          onClick={() => void press(next.to)}
        >
          {w.eventParts.nextDuty[next.from]}
        </Button>
      ) : null}
      {isEarly ? (
        <p id={`early-${duty.id}`} className={classes.soft}>
          {w.eventParts.dutyFrom(dayText(event.day, language))}
        </p>
      ) : null}
    </li>
  );
}
