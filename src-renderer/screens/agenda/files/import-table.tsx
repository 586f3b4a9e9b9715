import { Button, Checkbox, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { type FileReading, mostImported } from '../../../../src-main/contract/agenda-files.ts';
import { longDateText } from '../../../../src-main/words/when.ts';
import { rpc } from '../../../client.ts';
import { Problem } from '../../../components/problem.tsx';
import { SkeletonRows } from '../../../components/skeleton-rows.tsx';
import { useLanguage, useWords } from '../../../words/words.tsx';
import classes from './files.module.css';
import { ImportRowLine } from './import-row.tsx';

type Landed = Awaited<ReturnType<typeof rpc.agendaFiles.land>>;

interface ImportTableProps {
  readonly view: FileReading;
  readonly problems: ReactNode;
  readonly onView: (view: FileReading) => void;
  readonly onLeave: () => void;
  readonly onDone: (day: string | null) => void;
}

const AT_ONCE = 100;
/** So often it is looked how far the landing is. */
const LOOK_MS = 250;

/** What a calendar or a table would bring: all of it chosen, any of it left out, then taken in as a whole. */
export function ImportTable({ view, problems, onView, onLeave, onDone }: ImportTableProps) {
  const w = useWords();
  const language = useLanguage();
  const { report } = view;
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 200);
  /** Those a person took away, or, after nothing was chosen, those they put in. */
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const [all, setAll] = useState(true);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [landed, setLanded] = useState<Landed | null>(null);
  const [far, setFar] = useState<FileReading['progress'] | null>(null);
  const [undone, setUndone] = useState<{ removed: number; kept: number } | null>(null);

  const rows = useInfiniteQuery({
    queryKey: ['agenda-import', view.id, report?.events, wanted],
    queryFn: ({ pageParam }) => rpc.agendaFiles.rows({ id: view.id, after: pageParam, limit: AT_ONCE, text: wanted }),
    initialPageParam: 0,
    getNextPageParam: (last) => (last.rows.length < AT_ONCE ? undefined : last.rows.at(-1)?.n),
    // rows of an import never change by themselves
    staleTime: Number.POSITIVE_INFINITY,
  });
  const shown = rows.data?.pages.flatMap((page) => page.rows) ?? [];
  const found = rows.data?.pages[0]?.found ?? 0;
  const possible = report === null ? 0 : report.added + report.changed + report.cancelled;
  const chosen = all ? possible - marked.size : marked.size;
  const isChosen = (n: number) => all !== marked.has(n);
  const toggle = (n: number) => {
    const next = new Set(marked);
    if (!next.delete(n)) next.add(n);
    setMarked(next);
  };

  const land = async () => {
    setBusy(true);
    setError(null);
    const except = all
      ? [...marked]
      : Array.from({ length: mostImported }, (_, index) => index + 1).filter((n) => !marked.has(n));
    setFar(view.progress);
    try {
      setLanded(await rpc.agendaFiles.land({ id: view.id, except }));
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  // begun before this screen was opened: asked again it goes on, or answers
  const goesOn = view.state === 'landing' || view.state === 'landed';
  const goesOut = view.state === 'undoing';
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it is opened
  useEffect(() => {
    if (goesOn) void land();
    if (goesOut) void undo();
  }, []);
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => {
      // how far it is; what goes wrong is said by the ask itself
      rpc.agendaFiles.look({ id: view.id }).then(
        (told) => setFar(told.progress),
        () => {},
      );
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [busy, view.id]);
  const undo = async () => {
    setBusy(true);
    setError(null);
    setFar(null);
    try {
      setUndone(await rpc.agendaFiles.undo({ id: view.id }));
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };

  if (!report) return null;
  const day = (value: string) => longDateText(value, language);
  return (
    <div className={classes.screen}>
      <h2 className={classes.name}>{view.name}</h2>
      <div className={classes.summary}>
        <strong>{w.files.importTitle(report.events)}</strong>
        <span>
          {(
            [
              ['add', report.added],
              ['change', report.changed],
              ['cancel', report.cancelled],
              ['same', report.same],
            ] as const
          )
            .filter(([, many]) => many > 0)
            .map(
              ([act, many]) => `${many.toLocaleString(language === 'en' ? 'en-GB' : 'id-ID')} ${w.files.counts[act]}`,
            )
            .join(' · ')}
        </span>
        {report.first && report.last ? <span>{w.files.span(day(report.first), day(report.last))}</span> : null}
      </div>
      {report.repeating > 0 ? <p className={classes.soft}>{w.files.repeating(report.repeating)}</p> : null}
      {report.horizon ? <p className={classes.soft}>{w.files.horizon(day(report.horizon))}</p> : null}
      {report.zones.map((zone) => (
        <p key={zone.name} className={zone.as === 'assumed' ? classes.assumed : classes.soft}>
          {zone.as === 'assumed'
            ? w.files.zoneAssumed(zone.name, zone.events)
            : w.files.zoneConverted(zone.name, zone.events)}
        </p>
      ))}
      {problems}
      {landed === null && !goesOut ? (
        <>
          <div className={classes.tools}>
            <Checkbox
              label={`${w.files.takeAll} · ${w.files.chosen(chosen)}`}
              checked={chosen === possible && possible > 0}
              indeterminate={chosen > 0 && chosen < possible}
              disabled={possible === 0}
              onChange={() => {
                setAll(chosen < possible);
                setMarked(new Set());
              }}
            />
            <TextInput
              aria-label={w.files.find}
              placeholder={w.files.find}
              leftSection={<IconSearch size={14} stroke={1.8} aria-hidden />}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              data-filter
            />
          </div>
          {rows.isPending ? <SkeletonRows rows={6} /> : null}
          <Problem error={rows.error} />
          <ul className={classes.rows}>
            {shown.map((row) => (
              <ImportRowLine key={row.n} row={row} chosen={isChosen(row.n)} onToggle={() => toggle(row.n)} />
            ))}
          </ul>
          {rows.isSuccess && shown.length === 0 ? <p className={classes.soft}>{w.files.noMatch}</p> : null}
          {rows.hasNextPage ? (
            <div>
              <Button
                variant="default"
                size="xs"
                loading={rows.isFetchingNextPage}
                onClick={() => void rows.fetchNextPage()}
              >
                {w.files.more(Math.min(AT_ONCE, found - shown.length))}
              </Button>
            </div>
          ) : null}
        </>
      ) : null}
      <Problem error={error} />
      <div className={classes.stick}>
        {landed === null && !goesOut ? (
          <>
            {busy && far?.step === 'landing' && far.of !== null ? (
              <div className={classes.footWords} role="status">
                {w.files.steps.landing} · {w.files.ofMany(far.done, far.of)}
              </div>
            ) : null}
            <Button variant="subtle" onClick={onLeave} disabled={busy} data-back>
              {w.files.another}
            </Button>
            {view.table ? (
              <Button variant="default" onClick={() => onView({ ...view, state: 'columns' })}>
                {w.files.backToColumns}
              </Button>
            ) : null}
            <Button onClick={() => void land()} loading={busy} disabled={chosen === 0} data-primary>
              {w.files.take(chosen)}
            </Button>
          </>
        ) : (
          <>
            <div className={classes.footWords} role="status">
              {busy && far?.step === 'undoing' && far.of !== null ? (
                `${w.files.steps.undoing} · ${w.files.ofMany(far.done, far.of)}`
              ) : undone === null && landed ? (
                <>
                  <IconCheck size={18} stroke={1.8} aria-hidden /> {w.files.landed(landed.events)}
                  {landed.kept > 0 ? ` ${w.files.landedKept(landed.kept)}` : ''}
                  {landed.officials.length > 0 ? ` ${w.files.landedOfficials(landed.officials.join(', '))}` : ''}
                </>
              ) : undone ? (
                `${w.files.undone(undone.removed)} ${undone.kept > 0 ? w.files.undoneKept(undone.kept) : ''}`
              ) : null}
            </div>
            {undone === null ? (
              <Button variant="default" onClick={() => void undo()} loading={busy}>
                {w.files.undo}
              </Button>
            ) : (
              <Button variant="default" onClick={onLeave}>
                {w.files.another}
              </Button>
            )}
            <Button onClick={() => onDone(undone === null ? (landed?.first ?? null) : null)} data-primary>
              {w.files.toAgenda}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
