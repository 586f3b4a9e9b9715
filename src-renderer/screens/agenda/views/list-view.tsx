import { Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { EventGlance, SpanFilter } from '../../../../src-main/contract/agenda-span.ts';
import { dayText, relativeDayText } from '../../../../src-main/words/when.ts';
import { client } from '../../../client.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Problem } from '../../../components/problem.tsx';
import { SkeletonRows } from '../../../components/skeleton-rows.tsx';
import { groupBy } from '../../../group-by.ts';
import { useWords } from '../../../words/words.tsx';
import { EventRow } from '../event-row.tsx';
import { DoubledEvents } from './doubled.tsx';
import classes from './list-view.module.css';
import { officeDays } from './placing.ts';
import { useSayGlance } from './say-glance.tsx';
import { monthSpan } from './spans.ts';

interface ListViewProps {
  /** The day it is opened at. */
  readonly day: string;
  readonly today: string;
  readonly filter: SpanFilter;
  readonly holidays: ReadonlyMap<string, string>;
  readonly onOpen: (id: string) => void;
  readonly empty: ReactNode;
  readonly isPhone: boolean;
}

type Row =
  | { readonly kind: 'day'; readonly day: string; readonly count: number }
  | { readonly kind: 'event'; readonly day: string; readonly event: EventGlance };

/** Events under their days, read on and on: months are asked for as one comes near them, and only what is seen is drawn. */
export function ListView({ day, today, filter, holidays, onOpen, empty, isPhone }: ListViewProps) {
  const w = useWords();
  const say = useSayGlance();
  const spans = useInfiniteQuery(
    client.agenda.span.infiniteOptions({
      input: (month: string) => ({ ...filter, ...monthSpan(month), edges: true }),
      initialPageParam: `${day.slice(0, 7)}-01`,
      getNextPageParam: (span) => span.after ?? undefined,
      getPreviousPageParam: (span) => span.before ?? undefined,
    }),
  );
  const rows = useMemo(
    () => rowsOf(spans.data?.pages ?? [], spans.data?.pageParams as string[], say.zone),
    [spans.data, say.zone],
  );
  const months = useMemo(() => ((spans.data?.pageParams ?? []) as string[]).map(monthSpan), [spans.data]);
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const focusNext = useRef(false);
  const headings = useMemo(() => rows.flatMap((row, index) => (row.kind === 'day' ? [index] : [])), [rows]);
  const sticky = useRef(0);
  const index = Math.max(
    rows.findIndex((row) => row.kind === 'event' && row.event.id === current),
    0,
  );
  const stop = rows[index]?.kind === 'event' ? index : index + 1;
  const seen = useRef<{ scrollOffset: number | null; measurementsCache: readonly { start: number }[] } | null>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (rows[at]?.kind === 'day' ? 40 : isPhone ? 92 : 60),
    getItemKey: (at) => {
      const row = rows[at];
      return row?.kind === 'event' ? `${row.day} ${row.event.id}` : (row?.day ?? at);
    },
    overscan: 8,
    rangeExtractor: (range) => {
      // a heading that lies at the very edge is the one that sticks, not the one of the row of which half a pixel is left
      const edge = (seen.current?.scrollOffset ?? 0) + 2;
      const atEdge = (at: number) => (seen.current?.measurementsCache[at]?.start ?? Number.POSITIVE_INFINITY) <= edge;
      sticky.current = headings.findLast((at) => at <= range.startIndex || atEdge(at)) ?? 0;
      return [...new Set([sticky.current, stop, ...defaultRangeExtractor(range)])].sort((a, b) => a - b);
    },
  });
  seen.current = virtual;
  const items = virtual.getVirtualItems();

  // it opens at its day; what lies before is found by scrolling up
  const opened = useRef('');
  const isThere = rows.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each day it is opened at
  useLayoutEffect(() => {
    if (!isThere || opened.current === day) return;
    opened.current = day;
    const first = rows.findIndex((row) => row.day >= day);
    if (first <= 0) return;
    const show = () => virtual.scrollToIndex(first, { align: 'start' });
    show();
    // once more when the rows above have been measured
    const frame = requestAnimationFrame(() => requestAnimationFrame(show));
    return () => cancelAnimationFrame(frame);
  }, [isThere, day]);

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = spans;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 12) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length]);

  useEffect(() => {
    if (!focusNext.current) return;
    const row = scroller.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]');
    if (!row) return;
    focusNext.current = false;
    row.focus({ preventScroll: true });
  });

  const go = (to: number, way: 1 | -1) => {
    let next = Math.max(0, Math.min(rows.length - 1, to));
    while (rows[next]?.kind === 'day') next += next + way >= 0 && next + way < rows.length ? way : 1;
    const row = rows[next];
    if (row?.kind !== 'event') return;
    focusNext.current = true;
    setCurrent(row.event.id);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const onKeyDown = (key: KeyboardEvent) => {
    if (key.ctrlKey || key.metaKey || key.altKey || !(key.target as HTMLElement).hasAttribute('data-row')) return;
    const row = rows[stop];
    if (key.key === 'ArrowDown' || key.key === 'j') go(stop + 1, 1);
    else if (key.key === 'ArrowUp' || key.key === 'k') go(stop - 1, -1);
    else if (key.key === 'Home') go(0, 1);
    else if (key.key === 'End') go(rows.length - 1, -1);
    else if (key.key === 'Enter' && row?.kind === 'event') onOpen(row.event.id);
    else return;
    key.preventDefault();
    key.stopPropagation();
  };
  const earlier = async () => {
    const first = rows[0];
    await spans.fetchPreviousPage();
    requestAnimationFrame(() => {
      const now = first ? rowsRef.current.findIndex((row) => row.kind === 'day' && row.day === first.day) : -1;
      if (now > 0) virtual.scrollToIndex(now, { align: 'start' });
    });
  };
  const rowsRef = useRef(rows);
  rowsRef.current = rows;

  if (spans.error && !spans.data) return <Problem error={spans.error} />;
  if (!spans.data) return <SkeletonRows rows={8} height={52} />;
  return (
    <>
      <Problem error={spans.error} />
      {spans.hasPreviousPage ? (
        <Button
          variant="subtle"
          size="xs"
          className={classes.earlier}
          loading={spans.isFetchingPreviousPage}
          onClick={() => void earlier()}
        >
          {w.views.earlier}
        </Button>
      ) : null}
      {rows.length === 0 && !hasNextPage ? (
        empty
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list hears the keys of its rows
        <div ref={scroller} className={classes.scroller} onKeyDown={onKeyDown}>
          <DoubledEvents spans={months}>
            <div
              className={classes.all}
              role="listbox"
              aria-label={w.views.listLabel}
              style={{ height: virtual.getTotalSize() }}
            >
              {items.map((item) => {
                const row = rows[item.index];
                if (!row) return null;
                const isSticky = row.kind === 'day' && sticky.current === item.index;
                return (
                  <div
                    key={item.key}
                    ref={virtual.measureElement}
                    data-index={item.index}
                    role="presentation"
                    className={isSticky ? classes.stuck : classes.item}
                    style={isSticky ? undefined : { transform: `translateY(${item.start}px)` }}
                  >
                    {row.kind === 'day' ? (
                      <div className={classes.day} data-today={row.day === today || undefined} aria-hidden>
                        <span>
                          {dayText(row.day, say.language)}
                          {nearOf(row.day, today, say.language)}
                        </span>
                        <span className={classes.count}>
                          {[holidays.get(row.day), w.agenda.count(row.count)].filter(Boolean).join(' · ')}
                        </span>
                      </div>
                    ) : (
                      // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys of its rows
                      <div
                        role="option"
                        aria-selected={false}
                        data-row
                        data-event={row.event.id}
                        tabIndex={item.index === stop ? 0 : -1}
                        className={classes.row}
                        onFocus={() => setCurrent(row.event.id)}
                        onClick={() => onOpen(row.event.id)}
                      >
                        <span className="k-unseen">{dayText(row.day, say.language)}</span>
                        <EventRow event={row.event} />
                      </div>
                    )}
                  </div>
                );
              })}
            </div>
          </DoubledEvents>
          {rows.length > 0 ? (
            <p className={classes.end}>{hasNextPage ? w.views.loadingMore : w.views.noLater}</p>
          ) : null}
          {rows.length === 0 ? <EmptyState small icon={IconSearch} title={w.views.loadingMore} /> : null}
        </div>
      )}
    </>
  );
}

function nearOf(day: string, today: string, language: 'id' | 'en'): ReactNode {
  const near = relativeDayText(day, today, language);
  return ['hari ini', 'besok', 'kemarin', 'today', 'tomorrow', 'yesterday'].includes(near) ? (
    <span className={classes.near}>{near}</span>
  ) : null;
}

/** Days and their events one after the other. What reaches over the edge of a month stands in the month it begins in. */
function rowsOf(
  pages: readonly { readonly events: readonly EventGlance[] }[],
  months: readonly string[] | undefined,
  zone: Parameters<typeof officeDays>[1],
): Row[] {
  const rows: Row[] = [];
  pages.forEach((page, index) => {
    const { from } = monthSpan(months?.[index] ?? '');
    const own = page.events
      .map((event) => ({ event, day: officeDays(event, zone).first }))
      .filter(({ day }) => day >= from || index === 0);
    for (const [day, events] of groupBy(own, (one) => one.day)) {
      rows.push({ kind: 'day', day, count: events.length });
      for (const { event } of events) rows.push({ kind: 'event', day, event });
    }
  });
  return rows;
}
