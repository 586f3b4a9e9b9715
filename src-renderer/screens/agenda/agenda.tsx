import { ActionIcon, Button, Checkbox, Menu, SegmentedControl, Select, TextInput } from '@mantine/core';
import {
  IconBrandWhatsapp,
  IconCalendarEvent,
  IconChevronLeft,
  IconChevronRight,
  IconClipboardText,
  IconDots,
  IconPlus,
  IconSearch,
} from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Event } from '../../../src-main/contract/agenda-nouns.ts';
import { dayOf, dayText, relativeDayText } from '../../../src-main/words/when.ts';
import { client } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useNow } from '../../components/when.tsx';
import { useMay, useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import classes from './agenda.module.css';
import { DaysList, EventList } from './day-list.tsx';
import { addDays, spanOfView, weekOf } from './days.ts';
import type { AgendaSearch, AgendaView } from './routes.tsx';
import { ShareText } from './share-text.tsx';
import { useOfficials } from './use-officials.ts';
import { WeekView } from './week-view.tsx';

/** Agenda Pimpinan: a day, a week, or a list to search in. The address says which. */
export function Agenda() {
  const w = useWords();
  const language = useLanguage();
  const { zone } = useOffice();
  const may = useMay();
  const search = useSearch({ from: '/agenda/' });
  const navigate = useNavigate({ from: '/agenda/' });
  const today = dayOf(useNow(), zone);
  const view: AgendaView = search.lihat ?? 'hari';
  const day = search.tanggal ?? today;
  const [sharing, setSharing] = useState(false);
  const span = spanOfView(view, day);
  const go = (change: Partial<AgendaSearch>, replace = false) =>
    void navigate({
      search: (before) =>
        Object.fromEntries(
          Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined && value !== ''),
        ),
      replace,
    });
  const events = useQuery(
    client.agenda.list.queryOptions({
      input: { ...span, text: search.cari, leaderId: search.pimpinan, releaseNeeded: search.rilis },
      placeholderData: keepPreviousData,
    }),
  );
  const write = may('agenda.write');
  const step = view === 'hari' ? 1 : view === 'pekan' ? 7 : 28;
  const heading =
    view === 'hari'
      ? dayText(day, language)
      : view === 'pekan'
        ? `${dayText(span.from, language).replace(/ \d{4}$/, '')} – ${dayText(span.to, language)}`
        : `${dayText(span.from, language)} – ${dayText(span.to, language)}`;
  const near = view === 'hari' ? relativeDayText(day, today, language) : null;

  return (
    <>
      <PageHeader
        title={w.agenda.title}
        about={
          <>
            {near && !heading.startsWith(near) ? <strong className={classes.near}>{near}</strong> : null}
            {heading}
            {events.data ? ` · ${w.agenda.count(events.data.length)}` : ''}
          </>
        }
        acts={
          <>
            {view === 'hari' ? (
              <Button
                variant="default"
                leftSection={<IconBrandWhatsapp size={16} stroke={1.8} aria-hidden />}
                onClick={() => setSharing(true)}
              >
                {w.agenda.share}
              </Button>
            ) : null}
            {write ? <WriteActs day={day} today={today} /> : null}
          </>
        }
      />
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={w.agenda.view}
          value={view}
          onChange={(next) => go({ lihat: next as AgendaView })}
          data={[
            { value: 'hari', label: w.agenda.today },
            { value: 'pekan', label: w.agenda.week },
            { value: 'daftar', label: w.agenda.list },
          ]}
        />
        <div className={classes.steps}>
          <ActionIcon
            aria-label={w.agenda.previous}
            variant="default"
            onClick={() => go({ tanggal: addDays(day, -step) })}
          >
            <IconChevronLeft size={18} stroke={1.8} aria-hidden />
          </ActionIcon>
          <Button
            variant="default"
            onClick={() => go({ tanggal: undefined })}
            disabled={day === today}
            visibleFrom="phone"
          >
            {w.agenda.goToday}
          </Button>
          <ActionIcon
            aria-label={w.agenda.goToday}
            variant="default"
            onClick={() => go({ tanggal: undefined })}
            disabled={day === today}
            hiddenFrom="phone"
          >
            <IconCalendarEvent size={18} stroke={1.8} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={w.agenda.next} variant="default" onClick={() => go({ tanggal: addDays(day, step) })}>
            <IconChevronRight size={18} stroke={1.8} aria-hidden />
          </ActionIcon>
        </div>
        <Filters search={search} onChange={(change) => go(change, true)} />
      </div>
      <Problem error={events.error} />
      {events.data ? (
        <Shown
          view={view}
          day={day}
          today={today}
          span={span}
          events={events.data}
          write={write}
          filtered={Boolean(search.cari || search.pimpinan || search.rilis)}
        />
      ) : (
        <SkeletonRows rows={6} height={52} />
      )}
      {sharing ? <ShareText of={{ kind: 'day', day }} onClose={() => setSharing(false)} /> : null}
    </>
  );
}

function WriteActs({ day, today }: { readonly day: string; readonly today: string }) {
  const w = useWords();
  const date = day === today ? {} : { tanggal: day };
  return (
    <>
      <Button
        component={Link}
        to="/agenda/tempel"
        variant="default"
        leftSection={<IconClipboardText size={16} stroke={1.8} aria-hidden />}
        visibleFrom="phone"
      >
        {w.agenda.paste}
      </Button>
      <Button
        renderRoot={(props) => <Link to="/agenda/baru" search={date} {...props} />}
        leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
        data-primary
        data-new
      >
        {w.agenda.newEvent}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={w.agenda.more} variant="default" hiddenFrom="phone">
            <IconDots size={18} stroke={1.8} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} to="/agenda/tempel" leftSection={<IconClipboardText size={16} aria-hidden />}>
            {w.agenda.paste}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

interface FiltersProps {
  readonly search: AgendaSearch;
  readonly onChange: (change: Partial<AgendaSearch>) => void;
}

function Filters({ search, onChange }: FiltersProps) {
  const w = useWords();
  const { leaders } = useOfficials();
  return (
    <div className={classes.filters} data-view={search.lihat ?? 'hari'}>
      <TextInput
        data-filter
        aria-label={w.agenda.filter}
        placeholder={w.agenda.filter}
        leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
        value={search.cari ?? ''}
        onChange={(event) => onChange({ cari: event.currentTarget.value || undefined })}
        className={classes.search}
      />
      {leaders.length > 1 ? (
        <Select
          aria-label={w.agenda.leaders}
          value={search.pimpinan ?? ''}
          onChange={(value) => onChange({ pimpinan: value || undefined })}
          data={[
            { value: '', label: w.agenda.allLeaders },
            ...leaders.map((leader) => ({ value: leader.id, label: leader.shortPosition || leader.name })),
          ]}
          w={180}
        />
      ) : null}
      <Checkbox
        label={w.agenda.onlyRelease}
        checked={search.rilis ?? false}
        onChange={(event) => onChange({ rilis: event.currentTarget.checked ? true : undefined })}
      />
    </div>
  );
}

interface ShownProps {
  readonly view: AgendaView;
  readonly day: string;
  readonly today: string;
  readonly span: { readonly from: string; readonly to: string };
  readonly events: readonly Event[];
  readonly write: boolean;
  readonly filtered: boolean;
}

function Shown({ view, day, today, events, write, filtered }: ShownProps): ReactNode {
  const w = useWords();
  const language = useLanguage();
  if (view === 'pekan') return <WeekView days={weekOf(day)} today={today} events={events} />;
  if (events.length === 0) {
    return filtered || view === 'daftar' ? (
      <EmptyState icon={IconSearch} title={w.agenda.emptyList}>
        {w.agenda.emptyListHelp}
      </EmptyState>
    ) : (
      <EmptyState
        icon={IconCalendarEvent}
        title={w.agenda.emptyDay}
        acts={
          write ? (
            <Button component={Link} to="/agenda/tempel" variant="default">
              {w.agenda.paste}
            </Button>
          ) : null
        }
      >
        {write ? w.agenda.emptyDayHelp : null}
      </EmptyState>
    );
  }
  if (view === 'hari') return <EventList label={dayText(day, language)} events={events} />;
  return <DaysList events={events} />;
}
