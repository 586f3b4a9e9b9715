import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { type ColumnField, columnFields, type FileReading } from '../../../../src-main/contract/agenda-files.ts';
import { rpc } from '../../../client.ts';
import { useWords } from '../../../words/words.tsx';
import classes from './files.module.css';

interface ColumnsFormProps {
  readonly view: FileReading;
  readonly onView: (view: FileReading) => void;
  readonly onError: (error: unknown) => void;
  readonly onLeave: () => void;
}

/** What each column of a table holds. Columns stand below each other, so that no table is too wide for a phone. */
export function ColumnsForm({ view, onView, onError, onLeave }: ColumnsFormProps) {
  const w = useWords();
  const { table } = view;
  const [columns, setColumns] = useState<readonly ColumnField[]>(table?.columns ?? []);
  const [busy, setBusy] = useState(false);
  const primary = useRef<HTMLButtonElement>(null);
  const sheet = table?.sheet;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sheet has other columns
  useEffect(() => {
    setColumns(table?.columns ?? []);
    // known headings ask for one press
    primary.current?.focus();
  }, [sheet]);
  if (!table) return null;
  const enough =
    columns.includes('title') && (['day', 'time', 'start'] as const).some((field) => columns.includes(field));
  const ask = (asked: Promise<FileReading>) => {
    setBusy(true);
    asked.then(onView, onError).finally(() => setBusy(false));
  };
  const options = columnFields.map((field) => ({ value: field, label: w.files.columns[field] }));
  return (
    <form
      className={classes.columns}
      onSubmit={(event) => {
        event.preventDefault();
        if (enough && !busy) ask(rpc.agendaFiles.columns({ id: view.id, columns: [...columns] }));
      }}
    >
      <div>
        <h3 className={classes.columnsTitle}>{w.files.columnsTitle}</h3>
        <p className={classes.soft}>{table.remembered ? w.files.columnsRemembered : w.files.columnsAbout}</p>
      </div>
      {table.sheets.length > 1 ? (
        <NativeSelect
          label={w.files.sheet}
          value={String(table.sheet)}
          data={table.sheets.map((name, index) => ({ value: String(index), label: name }))}
          onChange={(event) => ask(rpc.agendaFiles.sheet({ id: view.id, sheet: Number(event.currentTarget.value) }))}
        />
      ) : null}
      <ul className={classes.columnList}>
        {columns.map((field, index) => {
          const heading = table.header[index] || w.files.column(letterOf(index));
          const samples = table.rows.map((row) => row[index] ?? '').filter((cell) => cell !== '');
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a table never move
            <li key={index} data-unused={field === 'none' || undefined}>
              <div className={classes.columnHead}>
                <strong>{heading}</strong>
                <span className={classes.samples}>{samples.slice(0, 3).join(' · ') || w.files.noSamples}</span>
              </div>
              <NativeSelect
                aria-label={w.files.columnIs(heading)}
                value={field}
                data={options}
                onChange={(event) => {
                  const chosen = event.currentTarget.value as ColumnField;
                  setColumns(columns.map((before, at) => (at === index ? chosen : before)));
                }}
              />
            </li>
          );
        })}
      </ul>
      {enough ? null : <p className={classes.needed}>{w.files.columnsNeeded}</p>}
      <div className={classes.foot}>
        <Button variant="subtle" onClick={onLeave} data-back>
          {w.files.another}
        </Button>
        <Button type="submit" ref={primary} disabled={!enough} loading={busy} data-primary>
          {w.files.readRows(table.rowCount)}
        </Button>
      </div>
    </form>
  );
}

/** As the table's own program calls it: A, B, … Z, AA. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}
