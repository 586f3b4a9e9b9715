import { ActionIcon, Button, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import 'dayjs/locale/id';
import { IconChevronLeft, IconChevronRight, IconPlus, IconX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListedHoliday } from '../../../../src-main/contract/agenda-settings.ts';
import { dayOf, dayText } from '../../../../src-main/words/when.ts';
import { client, rpc } from '../../../client.ts';
import { LeaveGuard } from '../../../components/leave-guard.tsx';
import { Problem } from '../../../components/problem.tsx';
import { SkeletonRows } from '../../../components/skeleton-rows.tsx';
import { useNow } from '../../../components/when.tsx';
import { useAct } from '../../../forms/use-act.ts';
import { useMay, useOffice } from '../../../frame/session.tsx';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { Group } from '../../settings/group.tsx';
import classes from './holiday-list.module.css';

/** A row of the list; the day may be missing while it is chosen. */
interface Row {
  readonly day: string | null;
  readonly name: string;
  /** Computed, and compared with the decree by nobody yet. */
  readonly computed: boolean;
}

/** The holidays of a year: read for everybody, kept by who keeps the agenda. */
export function HolidayList() {
  const w = useWords();
  const { zone } = useOffice();
  const may = useMay();
  const thisYear = Number(dayOf(useNow(), zone).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const asked = client.agendaSettings.holidays.queryOptions({ input: { from: `${year}-01-01`, to: `${year}-12-31` } });
  const kept = useQuery(asked);
  return (
    <Group title={w.agendaRules.holidays} about={w.agendaRules.holidaysAbout}>
      <div className={classes.years}>
        <ActionIcon variant="default" aria-label={w.agendaRules.previousYear} onClick={() => setYear(year - 1)}>
          <IconChevronLeft size={18} stroke={1.8} aria-hidden />
        </ActionIcon>
        <strong aria-live="polite">{w.agendaRules.year(year)}</strong>
        <ActionIcon variant="default" aria-label={w.agendaRules.nextYear} onClick={() => setYear(year + 1)}>
          <IconChevronRight size={18} stroke={1.8} aria-hidden />
        </ActionIcon>
      </div>
      <Problem error={kept.error} />
      {kept.data ? (
        may('holidays.write') ? (
          <Editable
            key={`${year} ${JSON.stringify(kept.data)}`}
            year={year}
            kept={kept.data}
            queryKey={asked.queryKey}
          />
        ) : (
          <Readable holidays={kept.data} />
        )
      ) : kept.error ? null : (
        <SkeletonRows rows={4} />
      )}
    </Group>
  );
}

function Readable({ holidays }: { readonly holidays: readonly ListedHoliday[] }) {
  const w = useWords();
  const language = useLanguage();
  if (holidays.length === 0) return <p className={classes.none}>{w.agendaRules.none}</p>;
  return (
    <ul className={classes.rows}>
      {holidays.map(({ day, name, computed }) => (
        <li key={day} className={classes.read}>
          <span>{dayText(day, language)}</span> {name}
          {computed ? <em className={classes.computed}>{w.agendaRules.computed}</em> : null}
        </li>
      ))}
    </ul>
  );
}

interface EditableProps {
  readonly year: number;
  readonly kept: readonly ListedHoliday[];
  readonly queryKey: readonly unknown[];
}

function Editable({ year, kept, queryKey }: EditableProps) {
  const w = useWords();
  const language = useLanguage();
  const queries = useQueryClient();
  const [rows, setRows] = useState<readonly Row[]>(kept);
  const set = (index: number, change: Partial<Row>) =>
    // what a person writes is theirs
    setRows(rows.map((row, at) => (at === index ? { ...row, ...change, computed: false } : row)));
  const whole = rows.flatMap(({ day, name, computed }) =>
    day && name.trim() !== '' ? [{ day, name: name.trim(), computed }] : [],
  );
  const unchecked = rows.filter((row) => row.computed).length;
  const changed = JSON.stringify(rows) !== JSON.stringify(kept);
  const propose = useAct({
    mutationFn: () => rpc.agendaSettings.proposedHolidays({ year }),
    onSuccess: (found) => {
      const known = new Set(rows.map((row) => row.day));
      const all = [...rows, ...found.filter((one) => !known.has(one.day))];
      setRows(all.toSorted((a, b) => ((a.day ?? '~') < (b.day ?? '~') ? -1 : 1)));
    },
  });
  const save = useAct({
    mutationFn: () => rpc.agendaSettings.setHolidays({ year, holidays: whole }),
    onSuccess: (holidays) => queries.setQueryData(queryKey, holidays),
  });
  return (
    <>
      {rows.length === 0 ? <p className={classes.none}>{w.agendaRules.none}</p> : null}
      <ul className={classes.rows}>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no day of its own until one is chosen
          <li key={index} className={classes.row}>
            <DateInput
              aria-label={w.agendaRules.day}
              placeholder={w.agendaRules.day}
              locale={language}
              valueFormat="ddd, D MMMM"
              firstDayOfWeek={1}
              minDate={`${year}-01-01`}
              maxDate={`${year}-12-31`}
              value={row.day}
              onChange={(day) => set(index, { day })}
            />
            <TextInput
              aria-label={w.agendaRules.name}
              placeholder={w.agendaRules.name}
              autoComplete="off"
              value={row.name}
              onChange={(event) => set(index, { name: event.currentTarget.value })}
            />
            <ActionIcon
              aria-label={w.agendaRules.remove(row.name)}
              onClick={() => setRows(rows.filter((_, at) => at !== index))}
            >
              <IconX size={16} stroke={1.8} aria-hidden />
            </ActionIcon>
            {row.computed ? <em className={classes.computed}>{w.agendaRules.computed}</em> : null}
          </li>
        ))}
      </ul>
      <div className={classes.acts}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
          onClick={() => setRows([...rows, { day: null, name: '', computed: false }])}
        >
          {w.agendaRules.add}
        </Button>
        <Button variant="default" size="xs" loading={propose.isPending} onClick={() => propose.mutate()}>
          {w.agendaRules.propose}
        </Button>
        <Button size="xs" disabled={!changed} loading={save.isPending} onClick={() => save.mutate()} data-primary>
          {w.agendaRules.saveHolidays}
        </Button>
      </div>
      {unchecked > 0 ? (
        <p className={classes.help}>
          {w.agendaRules.unchecked(unchecked)}{' '}
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => setRows(rows.map((row) => ({ ...row, computed: false })))}
          >
            {w.agendaRules.checked}
          </Button>
        </p>
      ) : null}
      <p className={classes.help}>{w.agendaRules.proposeHelp}</p>
      <Problem error={propose.error ?? save.error} />
      <LeaveGuard loses={() => changed && !save.isSuccess} words={w.forms} />
    </>
  );
}
