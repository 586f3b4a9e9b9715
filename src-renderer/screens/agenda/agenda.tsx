import { ActionIcon, Button, Menu, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconBrandWhatsapp,
  IconCalendarEvent,
  IconChevronLeft,
  IconChevronRight,
  IconClipboardText,
  IconDots,
  IconMail,
  IconMoon,
  IconPlus,
} from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf, dayText, longDateText, monthText, relativeDayText } from '../../../src-main/words/when.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { useNow } from '../../components/when.tsx';
import { useMay, useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import { FilesAnywhere } from './files/files-anywhere.tsx';
import { PasteAnywhere } from './paste/paste-anywhere.tsx';
import type { AgendaSearch } from './routes.tsx';
import { ShareText } from './share-text.tsx';
import { AgendaBody } from './views/agenda-body.tsx';
import { EventCount } from './views/event-count.tsx';
import { ActiveFilters, Filters, isFiltered } from './views/filters.tsx';
import { SayGlanceProvider } from './views/say-glance.tsx';
import { type AgendaView, nextOf, spanOfView } from './views/spans.ts';
import { useAgendaKeys } from './views/use-agenda-keys.ts';
import { useStable } from './views/use-stable.ts';
import classes from './views/views.module.css';

/** Agenda Pimpinan: a day, a week, a month, a day by leaders, or a list. The address says which, and what it is narrowed to. */
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
  const isPhone = useMediaQuery('(max-width: 600px)', undefined, { getInitialValueInEffect: false });
  const go = (change: Partial<AgendaSearch>, replace = false) =>
    void navigate({
      search: (before) =>
        Object.fromEntries(
          Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined && value !== ''),
        ),
      replace,
      // every view has a scroller of its own; to ask where the page stands costs a layout
      resetScroll: false,
    });
  const narrow = useStable((change: Partial<AgendaSearch>) => go(change, true));
  const toDay = (next: string) => go({ tanggal: next === today ? undefined : next });
  const step = (way: 1 | -1) => toDay(nextOf(view, day, way));
  const show = (next: AgendaView) => go({ lihat: next === 'hari' ? undefined : next });
  useAgendaKeys({ onToday: () => go({ tanggal: undefined }), onStep: step, onView: show });
  const write = may('agenda.write');
  const span = spanOfView(view, day);
  const near = view === 'hari' || view === 'matriks' ? relativeDayText(day, today, language) : null;
  const isNear = near !== null && !dayText(day, language).startsWith(near);
  const heading = headingOf(view, day, span, language);

  return (
    <SayGlanceProvider>
      <div
        className={classes.screen}
        data-scrolls={isPhone && view !== 'matriks' && view !== 'daftar' ? true : undefined}
      >
        <FilesAnywhere />
        <PasteAnywhere to="/agenda/tempel" />
        <PageHeader
          title={
            <>
              <span className="k-unseen">{w.agenda.title}: </span>
              {heading}
            </>
          }
          about={<EventCount view={view} day={day} span={span} search={search} near={isNear ? near : null} />}
          acts={
            <>
              <Button
                variant="default"
                leftSection={<IconBrandWhatsapp size={16} stroke={1.8} aria-hidden />}
                onClick={() => setSharing(true)}
              >
                {w.agenda.share}
              </Button>
              <Button component={Link} to="/piket" variant="default" visibleFrom="phone">
                {w.roster.title}
              </Button>
              {write ? <WriteActs day={day} today={today} /> : null}
            </>
          }
        />
        <div className={classes.bar}>
          <SegmentedControl
            aria-label={w.agenda.view}
            value={view}
            onChange={(next) => show(next as AgendaView)}
            data={[
              { value: 'hari', label: w.views.day },
              { value: 'pekan', label: w.views.week },
              { value: 'bulan', label: w.views.month },
              { value: 'matriks', label: w.views.matrix },
              { value: 'daftar', label: w.views.list },
            ]}
          />
          <div className={classes.steps}>
            <ActionIcon aria-label={w.agenda.previous} variant="default" onClick={() => step(-1)}>
              <IconChevronLeft size={18} stroke={1.8} aria-hidden />
            </ActionIcon>
            <Button
              variant="default"
              onClick={() => go({ tanggal: undefined })}
              disabled={day === today}
              visibleFrom="phone"
            >
              {w.agenda.today}
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
            <ActionIcon aria-label={w.agenda.next} variant="default" onClick={() => step(1)}>
              <IconChevronRight size={18} stroke={1.8} aria-hidden />
            </ActionIcon>
          </div>
          <span className={classes.space} />
          <Filters search={search} onChange={narrow} />
        </div>
        <ActiveFilters search={search} onChange={narrow} />
        <AgendaBody
          view={view}
          day={day}
          today={today}
          span={span}
          search={search}
          isFiltered={isFiltered(search)}
          isPhone={isPhone}
          write={write}
          onDay={(next, as) =>
            go({
              tanggal: next === today ? undefined : next,
              ...(as ? { lihat: as === 'hari' ? undefined : as } : {}),
            })
          }
          onStep={step}
          onFilter={narrow}
        />
      </div>
      {sharing || search.bagikan ? (
        <ShareText
          as={search.bagikan ? 'letter' : undefined}
          of={view === 'pekan' ? { kind: 'day', day: span.from, days: '7' } : { kind: 'day', day }}
          onClose={() => {
            setSharing(false);
            if (search.bagikan) go({ bagikan: undefined }, true);
          }}
        />
      ) : null}
    </SayGlanceProvider>
  );
}

function headingOf(view: AgendaView, day: string, span: { from: string; to: string }, language: 'id' | 'en'): string {
  if (view === 'hari' || view === 'matriks') return dayText(day, language);
  if (view === 'bulan' || view === 'daftar') return monthText(day, language);
  const from = longDateText(span.from, language);
  const to = longDateText(span.to, language);
  // 16–22 November 2025; over the end of a month 29 Des 2025 – 4 Jan 2026, short enough to leave the buttons their line
  if (span.from.slice(0, 7) === span.to.slice(0, 7)) return `${Number(span.from.slice(8))}–${to}`;
  return `${span.from.slice(0, 4) === span.to.slice(0, 4) ? from.replace(/ \d{4}$/, '') : from} – ${to}`.replace(
    /(\p{L}{3})\p{L}+/gu,
    '$1',
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
      <Button component={Link} to="/undangan" variant="default" visibleFrom="phone">
        {w.invitations.title}
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
          <Menu.Item component={Link} to="/undangan" leftSection={<IconMail size={16} aria-hidden />}>
            {w.invitations.title}
          </Menu.Item>
          <Menu.Item component={Link} to="/piket" leftSection={<IconMoon size={16} aria-hidden />}>
            {w.roster.title}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
