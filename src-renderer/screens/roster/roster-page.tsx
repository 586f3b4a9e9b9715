import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDots, IconRepeat } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { RosterDuty, RosterEntry } from '../../../src-main/contract/roster.ts';
import { clockText, dayOf, monthText, shortDayText } from '../../../src-main/words/when.ts';
import { client } from '../../client.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useNow } from '../../components/when.tsx';
import { useMay, useMe, useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import { EditEntry } from './edit-entry.tsx';
import { PersonCell } from './person-cell.tsx';
import classes from './roster.module.css';
import { lastDayOf, mondayOf, otherMonth, plusDays, type RosterDay, rosterWeeks, type Slot } from './slots.ts';
import { StandIns } from './stand-ins.tsx';

const filled: readonly RosterDuty[] = ['protocol', 'coverage'];

/** Piket of a month: every night and every free day with who is on duty. Fast to fill: a name is a press, a week is one. */
export function RosterPage() {
  const w = useWords();
  const language = useLanguage();
  const { zone } = useOffice();
  const today = dayOf(useNow(), zone);
  const { bulan } = useSearch({ from: '/piket' });
  const navigate = useNavigate();
  const me = useMe();
  const may = useMay();
  const fills = may('agenda.write') || me.roles.includes('admin');
  const month = bulan ?? today.slice(0, 7);
  const span = { from: `${month}-01`, to: lastDayOf(month) };
  const entries = useQuery(client.roster.list.queryOptions({ input: span }));
  const holidays = useQuery(client.agendaSettings.holidays.queryOptions({ input: span }));
  const go = (next: string) =>
    void navigate({ to: '/piket', search: next === today.slice(0, 7) ? {} : { bulan: next }, replace: true });
  return (
    <>
      <PageHeader
        title={`${w.roster.title}: ${monthText(span.from, language)}`}
        about={fills ? w.roster.about : w.roster.aboutRead}
        acts={
          <div className={classes.steps}>
            <ActionIcon
              variant="default"
              size={36}
              aria-label={w.roster.earlier}
              onClick={() => go(otherMonth(month, -1))}
            >
              <IconChevronLeft size={18} stroke={1.8} aria-hidden />
            </ActionIcon>
            <Button variant="default" onClick={() => go(today.slice(0, 7))} disabled={month === today.slice(0, 7)}>
              {w.roster.thisMonth}
            </Button>
            <ActionIcon
              variant="default"
              size={36}
              aria-label={w.roster.later}
              onClick={() => go(otherMonth(month, 1))}
            >
              <IconChevronRight size={18} stroke={1.8} aria-hidden />
            </ActionIcon>
          </div>
        }
      />
      <Problem error={entries.error ?? holidays.error} />
      {entries.data && holidays.data ? (
        <>
          <StandIns entries={entries.data.filter(({ duty }) => duty === 'approval')} />
          <Weeks
            key={month}
            weeks={rosterWeeks(month, holidays.data)}
            entries={entries.data}
            today={today}
            fills={fills}
          />
        </>
      ) : (
        <SkeletonRows rows={10} height={40} />
      )}
    </>
  );
}

interface WeeksProps extends Omit<WeekProps, 'week'> {
  readonly weeks: readonly (readonly RosterDay[])[];
}

/** What is over stands behind one press: who fills the roster looks ahead. */
function Weeks({ weeks, ...rest }: WeeksProps) {
  const w = useWords();
  const isOver = (week: readonly RosterDay[]) => plusDays(week.at(-1)?.day ?? '', 1) < rest.today;
  const over = weeks.filter(isOver);
  const [all, setAll] = useState(over.length === weeks.length);
  const shown = all ? weeks : weeks.filter((week) => !isOver(week));
  return (
    <>
      {over.length > 0 && over.length < weeks.length ? (
        <Button variant="default" size="xs" mb="md" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? w.roster.hideOver : w.roster.showOver(over.length)}
        </Button>
      ) : null}
      {shown.map((week) => (
        <Week key={week[0]?.day} week={week} {...rest} />
      ))}
    </>
  );
}

interface WeekProps {
  readonly week: readonly RosterDay[];
  readonly entries: readonly RosterEntry[];
  readonly today: string;
  readonly fills: boolean;
}

function Week({ week, entries, today, fills }: WeekProps) {
  const w = useWords();
  const language = useLanguage();
  const queries = useQueryClient();
  const first = week[0]?.day ?? today;
  const last = week.at(-1)?.day ?? first;
  const name =
    first === last
      ? shortDayText(first, language)
      : `${shortDayText(first, language)} – ${shortDayText(last, language)}`;
  const [said, setSaid] = useState('');
  const repeat = useMutation(
    client.roster.repeatWeek.mutationOptions({
      onSuccess: (added) => setSaid(w.roster.repeated(added.length)),
      onSettled: () => queries.invalidateQueries({ queryKey: client.roster.key() }),
    }),
  );
  return (
    <section className={classes.week} aria-label={name}>
      <div className={classes.weekHead}>
        <h2>{name}</h2>
        <span role="status" className={classes.said}>
          {said}
        </span>
        {fills && last >= today ? (
          <Button
            variant="subtle"
            size="xs"
            color="gray"
            c="inherit"
            leftSection={<IconRepeat size={16} stroke={1.8} aria-hidden />}
            aria-label={w.roster.repeatOf(name)}
            loading={repeat.isPending}
            onClick={() => repeat.mutate({ from: mondayOf(first) })}
          >
            {w.roster.repeat}
          </Button>
        ) : null}
      </div>
      <Problem error={repeat.error} />
      <table className={classes.table}>
        <thead>
          <tr>
            <th className={classes.day}>
              <span className="k-unseen">{w.roster.day}</span>
            </th>
            <th className={classes.part}>
              <span className="k-unseen">{w.roster.part}</span>
            </th>
            {filled.map((duty) => (
              <th key={duty}>{w.roster.duties[duty]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {week.flatMap((day) =>
            day.slots.map((slot, at) => (
              <SlotRow
                key={`${slot.day} ${slot.part}`}
                day={day}
                slot={slot}
                first={at === 0}
                today={today}
                entries={entries}
                fills={fills}
              />
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}

interface SlotRowProps extends Omit<WeekProps, 'week'> {
  readonly day: RosterDay;
  readonly slot: Slot;
  readonly first: boolean;
}

function SlotRow({ day, slot, first, today, entries, fills }: SlotRowProps) {
  const w = useWords();
  const language = useLanguage();
  const [editing, setEditing] = useState<RosterEntry | null>(null);
  const own = entries.filter((entry) => entry.day === slot.day && entry.part === slot.part);
  const part = slot.part === 'night' ? w.roster.night : w.roster.daytime;
  const when = `${shortDayText(slot.day, language)} ${part.toLowerCase()}`;
  const hours = own.find(({ duty }) => duty !== 'approval');
  return (
    <tr
      data-first={first || undefined}
      data-today={slot.day === today || undefined}
      data-past={plusDays(slot.day, slot.part === 'night' ? 1 : 0) < today || undefined}
      data-free={day.free !== null || undefined}
    >
      <th scope="row" className={classes.day}>
        <span className={first ? undefined : 'k-unseen'}>{shortDayText(slot.day, language)}</span>
        {first && day.free !== null ? <span className={classes.free}>{day.free || w.roster.weekend}</span> : null}
      </th>
      <td className={classes.part}>
        {part}
        {hours ? (
          <span className={classes.hours}>
            {clockText(hours.start, language)}–{clockText(hours.end, language)}
          </span>
        ) : null}
      </td>
      {filled.map((duty) => {
        const entry = own.find((one) => one.duty === duty) ?? null;
        return (
          <td key={duty} data-label={w.roster.duties[duty]}>
            <PersonCell
              slot={slot}
              duty={duty}
              entry={entry}
              fills={fills}
              label={w.roster.choose(w.roster.duties[duty], when)}
            />
            {fills && entry ? (
              <ActionIcon
                variant="subtle"
                color="gray"
                c="inherit"
                size={32}
                aria-label={w.roster.more(w.roster.choose(w.roster.duties[duty], when))}
                onClick={() => setEditing(entry)}
              >
                <IconDots size={16} stroke={1.8} aria-hidden />
              </ActionIcon>
            ) : null}
            {entry?.insteadOf || entry?.note ? (
              <span className={classes.detail}>
                {[entry.insteadOf ? w.roster.insteadOfName(entry.insteadOf.name) : '', entry.note]
                  .filter((words) => words !== '')
                  .join(' · ')}
              </span>
            ) : null}
          </td>
        );
      })}
      {editing ? (
        <td className={classes.dialog}>
          <EditEntry entry={editing} title={when} onClose={() => setEditing(null)} />
        </td>
      ) : null}
    </tr>
  );
}
