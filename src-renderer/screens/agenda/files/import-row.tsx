import { Checkbox } from '@mantine/core';
import { memo } from 'react';
import type { ImportRow } from '../../../../src-main/contract/agenda-files.ts';
import type { Attendance } from '../../../../src-main/contract/agenda-nouns.ts';
import { clockText, shortDayText, zoneShort } from '../../../../src-main/words/when.ts';
import { useLanguage, useWords, type Words } from '../../../words/words.tsx';
import { useOfficials } from '../use-officials.ts';
import classes from './files.module.css';

interface ImportRowProps {
  readonly row: ImportRow;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

const tones = { add: 'green', change: 'blue', cancel: 'red', same: 'grey' } as const;

/** One event of an import: when, what, where, and what it does to the agenda. */
export const ImportRowLine = memo(function ImportRowLine({ row, chosen, onToggle }: ImportRowProps) {
  const w = useWords();
  const language = useLanguage();
  const allDay = row.doubts.includes('all_day');
  const lastDay = row.end?.slice(0, 10) ?? row.start.slice(0, 10);
  const end = row.end === null ? (row.openEnd ? w.files.untilDone : null) : endText(row, language);
  const clocks = `${clockText(row.start, language)}${end === null ? '' : `–${end}`} ${zoneShort(row.zone)}`;
  // a whole day has no clocks; the chip below says so
  const when = allDay ? (lastDay === row.start.slice(0, 10) ? '' : `– ${shortDayText(lastDay, language)}`) : clocks;
  const doubts = row.doubts.flatMap((code) => {
    const said: string | undefined = (w.files.doubts as Record<string, string>)[code];
    return said === undefined ? [] : [said];
  });
  return (
    <li className={classes.row} data-off={(row.act !== 'same' && !chosen) || undefined}>
      <Checkbox
        aria-label={`${row.title}, ${shortDayText(row.start.slice(0, 10), language)}`}
        checked={row.act !== 'same' && chosen}
        disabled={row.act === 'same'}
        onChange={onToggle}
      />
      <span className={classes.rowWhen}>
        <span>{shortDayText(row.start.slice(0, 10), language)}</span>
        <span>{when}</span>
      </span>
      <span className={classes.rowWhat}>
        <span className={classes.rowTitle}>{row.title}</span>
        <span className={classes.rowFacts}>
          {[row.venue, row.organizer, row.leaders.join(', ')].filter((part) => part !== '').join(' · ')}
        </span>
        {row.act === 'change'
          ? row.changes.map((change) => (
              <span key={change.field} className={classes.rowChange}>
                {(w.files.fields as Record<string, string>)[change.field] ?? change.field}:{' '}
                {change.field === 'attendance' ? (
                  <>
                    <s>
                      <Answers of={change.old as ToldAnswer[]} />
                    </s>{' '}
                    → <Answers of={change.new as ToldAnswer[]} />
                  </>
                ) : (
                  <>
                    <s>{said(change.old, change.field, w, language)}</s> → {said(change.new, change.field, w, language)}
                  </>
                )}
              </span>
            ))
          : null}
        {doubts.length > 0 ? <span className={classes.rowDoubts}>{doubts.join(' · ')}</span> : null}
      </span>
      <span className={classes.rowAct} data-tone={tones[row.act]}>
        {w.files.acts[row.act]}
      </span>
    </li>
  );
});

/** `called`: as the file names them, should the register not know them yet. */
type ToldAnswer = Attendance & { readonly called?: string };

/** Who attends, in words. */
function Answers({ of }: { readonly of: readonly ToldAnswer[] }) {
  const w = useWords();
  const { called, delegate } = useOfficials();
  if (of.length === 0) return '–';
  return of
    .map((one) => {
      const name = one.officialId === '' ? (one.called ?? '') : called(one.officialId);
      if (one.answer === 'unknown') return name;
      const how = one.answer === 'delegated' ? w.agenda.delegatedTo(delegate(one)) : w.states.attendance[one.answer];
      return `${name} (${how})`;
    })
    .join(', ');
}

function endText(row: ImportRow, language: 'id' | 'en'): string {
  const end = row.end ?? '';
  const clock = clockText(end, language);
  return end.slice(0, 10) === row.start.slice(0, 10) ? clock : `${shortDayText(end.slice(0, 10), language)} ${clock}`;
}

function said(value: unknown, field: string, w: Words, language: 'id' | 'en'): string {
  if (value === null || value === '') return '–';
  const text = String(value);
  if (field === 'start' || field === 'end')
    return `${shortDayText(text.slice(0, 10), language)} ${clockText(text, language)}`;
  if (field === 'pressAccess') return w.agenda.pressAccess[value as 'open'];
  if (field === 'openEnd') return value === true ? w.files.untilDone : '–';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
