import { Button } from '@mantine/core';
import { IconCalendarEvent, IconSearch, IconUsers } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { EventGlance, SpanFilter } from '../../../../src-main/contract/agenda-span.ts';
import { dayText } from '../../../../src-main/words/when.ts';
import { client } from '../../../client.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Problem } from '../../../components/problem.tsx';
import { SkeletonRows } from '../../../components/skeleton-rows.tsx';
import { useWords } from '../../../words/words.tsx';
import { EventList } from '../day-list.tsx';
import type { AgendaSearch } from '../routes.tsx';
import { useDayColumns } from './day-columns.tsx';
import { DoubledEvents } from './doubled.tsx';
import { filterOf, useSpanEvents } from './event-count.tsx';
import { unfiltered } from './filters.tsx';
import { ListView } from './list-view.tsx';
import { useMatrixColumns } from './matrix-columns.tsx';
import { MonthView } from './month-view.tsx';
import type { Moving } from './moving.ts';
import { PhoneDays } from './phone-days.tsx';
import { officeDays } from './placing.ts';
import { useSayGlance } from './say-glance.tsx';
import { type AgendaView, monthWeeks, nextOf, spanOfView, weekOf } from './spans.ts';
import { TimeGrid } from './time-grid.tsx';
import { useLanding } from './use-landing.tsx';
import { useStable } from './use-stable.ts';
import classes from './views.module.css';

interface AgendaBodyProps {
  readonly view: AgendaView;
  readonly day: string;
  readonly today: string;
  readonly span: { readonly from: string; readonly to: string };
  readonly search: AgendaSearch;
  readonly isFiltered: boolean;
  readonly isPhone: boolean;
  readonly write: boolean;
  /** Another day, in the same view or in another. */
  readonly onDay: (day: string, view?: AgendaView) => void;
  readonly onStep: (way: 1 | -1) => void;
  readonly onFilter: (change: Partial<AgendaSearch>) => void;
}

const none: readonly EventGlance[] = [];
const noHolidays: ReadonlyMap<string, string> = new Map();

/** Milliseconds after which a dialog has surely gone and the event stands in its new place. */
const FOCUS_BACK = 80;

/** Who moves by keys goes on from the event that was moved, wherever it stands now. */
function focusStop(): void {
  if (document.activeElement === document.body)
    document.querySelector<HTMLElement>('main [data-row][tabindex="0"]')?.focus({ preventScroll: true });
}

/** Holidays of a year and of the days around it that its weeks touch, by day. */
function useHolidays(year: number): ReadonlyMap<string, string> {
  const input = { from: `${year - 1}-12-01`, to: `${year + 1}-01-31` };
  const found = useQuery(client.agendaSettings.holidays.queryOptions({ input })).data;
  return useMemo(() => (found ? new Map(found.map(({ day, name }) => [day, name])) : noHolidays), [found]);
}

/** The view itself, with moving and what follows from it. */
export function AgendaBody(props: AgendaBodyProps) {
  const { view, day, today, span, search, isFiltered, isPhone, write, onDay, onStep, onFilter } = props;
  const w = useWords();
  const say = useSayGlance();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [moving, setMoving] = useState<Moving | null>(null);
  const [said, announce] = useState('');
  const { land, dialogs } = useLanding(() => {
    if (moving?.by === 'keys') setTimeout(focusStop, FOCUS_BACK);
    setMoving(null);
  }, announce);
  const filter = filterOf(search);
  const holidays = useHolidays(Number(day.slice(0, 4)));
  const query = useSpanEvents(view, span, filter);
  const events = query.data?.events ?? none;

  // the neighbours are asked for while one looks at this span, so that the next press finds them here
  const settled = view !== 'daftar' && query.isSuccess && !query.isPlaceholderData;
  // clashes are asked for after the events: what is looked at comes first
  const seen = useRef<(typeof span)[]>([]);
  if (settled) seen.current = [span];
  const filterKey = JSON.stringify(filter);
  useEffect(() => {
    if (!settled) return;
    const timer = setTimeout(() => {
      for (const way of [1, -1] as const)
        void queries.prefetchQuery(
          client.agenda.span.queryOptions({
            input: { ...spanOfView(view, nextOf(view, day, way)), ...(JSON.parse(filterKey) as SpanFilter) },
          }),
        );
    }, 300);
    return () => clearTimeout(timer);
  }, [settled, view, day, filterKey, queries]);

  const open = useStable((id: string) => void navigate({ to: '/agenda/$eventId', params: { eventId: id } }));
  const toDay = useStable((of: string) => onDay(of, 'hari'));
  const create = useStable((start: string, column?: string) => {
    void navigate({
      to: '/agenda/baru',
      search: {
        tanggal: start.slice(0, 10),
        jam: start.slice(11),
        ...(column?.startsWith('o:') ? { pimpinan: column.slice(2) } : {}),
      },
    });
  });
  const week = useMemo(() => weekOf(day), [day]);
  // columns are made only where they are shown: a month of events is no small thing on an old PC
  const inColumns = view === 'hari' || view === 'pekan' ? events : none;
  const dayColumns = useDayColumns(view === 'pekan' ? week : [day], today, inColumns, holidays);
  const matrix = useMatrixColumns(day, day === today, view === 'matriks' ? events : none);
  const shared = { write, onOpen: open, onDay: toDay, moving, onMoving: setMoving };

  const nothing = (title: string, help: ReactNode) => (
    <EmptyState
      icon={isFiltered ? IconSearch : IconCalendarEvent}
      title={isFiltered ? w.agenda.emptyList : title}
      acts={
        isFiltered ? (
          <Button variant="default" onClick={() => onFilter(unfiltered)}>
            {w.views.clear}
          </Button>
        ) : write ? (
          <Button component={Link} to="/agenda/tempel" variant="default">
            {w.agenda.paste}
          </Button>
        ) : null
      }
    >
      {isFiltered ? w.agenda.emptyListHelp : help}
    </EmptyState>
  );
  const over = (title: string) =>
    settled && events.length === 0 ? (
      <div className={classes.empty}>{nothing(title, write ? w.views.emptyGridWrite : null)}</div>
    ) : null;
  const dayList = (of: string) => {
    const own = events.filter((event) => {
      const { first, last } = officeDays(event, say.zone);
      return first <= of && of <= last;
    });
    return (
      <EventList
        label={dayText(of, say.language)}
        events={own}
        empty={settled ? nothing(w.agenda.emptyDay, write ? w.agenda.emptyDayHelp : null) : null}
      />
    );
  };

  const shown = () => {
    if (view === 'daftar')
      return (
        <ListView
          key={`${day} ${filterKey}`}
          day={day}
          today={today}
          filter={filter}
          holidays={holidays}
          onOpen={open}
          empty={nothing(w.agenda.emptyAll, write ? w.agenda.emptyDayHelp : null)}
          isPhone={isPhone}
        />
      );
    if (!query.data) return query.error ? null : <SkeletonRows rows={8} height={52} />;
    if (isPhone && view === 'hari') return dayList(day);
    if (isPhone && view === 'pekan')
      return (
        <>
          <PhoneDays weeks={[week]} month={null} {...{ day, today, events, holidays, onDay }} />
          {dayList(day)}
        </>
      );
    if (isPhone && view === 'bulan')
      return (
        <>
          <PhoneDays weeks={monthWeeks(day)} month={day.slice(0, 7)} {...{ day, today, events, holidays, onDay }} />
          {dayList(day)}
        </>
      );
    if (view === 'bulan')
      return (
        <>
          {settled && events.length === 0 ? (
            <p className={classes.emptyMonth}>
              {isFiltered ? w.agenda.emptyList : w.views.emptyMonth}
              {isFiltered ? (
                <Button size="compact-sm" variant="subtle" onClick={() => onFilter(unfiltered)}>
                  {w.views.clear}
                </Button>
              ) : write ? (
                <Button size="compact-sm" variant="subtle" component={Link} to="/agenda/tempel">
                  {w.agenda.paste}
                </Button>
              ) : null}
            </p>
          ) : null}
          <MonthView {...shared} {...{ day, today, events, holidays }} onLand={land} onNew={create} onEdge={onDay} />
        </>
      );
    if (view === 'matriks') {
      if (matrix.columns.length === 0)
        return (
          <EmptyState icon={IconUsers} title={w.views.emptyMatrix}>
            {w.views.emptyMatrixHelp}
          </EmptyState>
        );
      return (
        <>
          <TimeGrid
            {...shared}
            label={w.views.matrix}
            columns={matrix.columns}
            byDay={false}
            onLand={(done) => land(done, matrix.nameOf)}
            onNew={create}
            onEdge={onStep}
          />
          {over(w.views.emptyGrid)}
        </>
      );
    }
    return (
      <>
        <TimeGrid
          {...shared}
          label={view === 'pekan' ? w.views.week : w.views.day}
          columns={dayColumns}
          byDay
          onLand={land}
          onNew={create}
          onEdge={onStep}
        />
        {over(view === 'pekan' ? w.views.emptyWeek : w.agenda.emptyDay)}
      </>
    );
  };

  return (
    <div className={classes.view}>
      <Problem error={query.error} />
      {query.data?.truncated ? <Problem>{w.views.truncated}</Problem> : null}
      {view === 'daftar' ? shown() : <DoubledEvents spans={settled ? [span] : seen.current}>{shown()}</DoubledEvents>}
      {moving ? (
        <div className={classes.moving}>
          {w.views.movingTo(moving.event.title, say.when(moving.times, moving.event.zone))}
          {moving.toColumn !== moving.fromColumn
            ? ` · ${w.views.movingOver(matrix.nameOf(moving.toColumn ?? ''))}`
            : ''}
          {moving.by === 'keys' ? <small>{w.views.movingKeys}</small> : null}
        </div>
      ) : null}
      <div role="status" className="k-unseen">
        {moving ? w.views.movingTo(moving.event.title, say.when(moving.times, moving.event.zone)) : said}
      </div>
      {dialogs}
    </div>
  );
}
