import { Button } from '@mantine/core';
import { IconLock, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Fragment, useMemo } from 'react';
import type { Event } from '../../../src-main/contract/agenda-nouns.ts';
import { stateByClock } from '../../../src-main/text/state-by-clock.ts';
import { isTimeToFollow, timeBefore } from '../../../src-main/text/time-before.ts';
import { dayOf, dayText, relativeDayText, timeRangeText } from '../../../src-main/words/when.ts';
import { client } from '../../client.ts';
import { Beside, Facts, Inspector } from '../../components/inspector.tsx';
import { NotThere } from '../../components/not-there.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { Chip, StateChip } from '../../components/state-chip.tsx';
import { useNow } from '../../components/when.tsx';
import { useCrumb } from '../../frame/crumbs.tsx';
import { useMay, useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import { EventFiles } from '../invitations/event-files.tsx';
import classes from './agenda.module.css';
import { EventClashes } from './event/event-clashes.tsx';
import { EventCrew } from './event/event-crew.tsx';
import { EventParts, PersonToCall } from './event/event-parts.tsx';
import { EventSeries } from './event/event-series.tsx';
import { EventSaysClosed } from './event/says-closed.tsx';
import { EventHistory } from './event-history.tsx';
import { EventLinks } from './event-links.tsx';
import { isPast } from './is-past.ts';
import { DelegateButton, QuickActs } from './quick-acts.tsx';
import { ShareButton } from './share-button.tsx';
import { useOfficials } from './use-officials.ts';

/** One event: what it is, what grew on it, and on the right its details and history. */
export function EventPage() {
  const { eventId } = useParams({ from: '/agenda/$eventId' });
  const event = useQuery(client.agenda.get.queryOptions({ input: { id: eventId } }));
  const w = useWords();
  useCrumb(event.data?.title);
  if (event.error) return <NotThere error={event.error} back={{ to: '/agenda', word: w.frame.agenda }} />;
  return event.data ? <Shown key={eventId} event={event.data} /> : <SkeletonRows rows={8} />;
}

function Shown({ event }: { readonly event: Event }) {
  const w = useWords();
  const language = useLanguage();
  const may = useMay();
  const { zone } = useOffice();
  const now = useNow();
  const today = dayOf(now, zone);
  const near = relativeDayText(event.day, today, language);
  const day = dayText(event.day, language);
  return (
    <Beside inspector={<Details event={event} />}>
      <PageHeader
        title={event.title}
        state={
          <>
            <StateChip of="event" state={stateByClock(event, now)} />
            {event.pressAccess === 'closed' ? (
              <Chip tone="grey" icon={IconLock}>
                {w.agenda.closed}
              </Chip>
            ) : null}
            {event.revision > 1 ? <Chip tone="grey">{w.agenda.revision(event.revision)}</Chip> : null}
          </>
        }
        about={
          <>
            <WhenNow event={event} near={near === day ? null : near} />
            <br />
            {day}
            {event.venue ? ` · ${event.venue}` : ''}
          </>
        }
        acts={
          may('agenda.write') ? (
            <Button
              variant="default"
              leftSection={<IconPencil size={16} stroke={1.8} aria-hidden />}
              renderRoot={(props) => <Link to="/agenda/$eventId/ubah" params={{ eventId: event.id }} {...props} />}
              visibleFrom="phone"
            >
              {w.agenda.change}
            </Button>
          ) : null
        }
      />
      {event.stateReason ? (
        <p className={classes.stateReason}>
          {w.agenda.reason}: {event.stateReason}
        </p>
      ) : null}
      <EventSaysClosed event={event} />
      {may('agenda.write') ? <QuickActs event={event} /> : <ShareButton eventId={event.id} />}
      <EventClashes event={event} />
      <Leaders event={event} />
      <EventCrew event={event} />
      <EventParts event={event} />
      <EventFiles event={event} />
      {event.note ? (
        <section className={classes.section} aria-label={w.agenda.note}>
          <h2 className={classes.sectionHead}>{w.agenda.note}</h2>
          <p className={classes.note}>{event.note}</p>
        </section>
      ) : null}
      <EventLinks event={event} />
      <EventSeries event={event} />
    </Beside>
  );
}

/** When it is; of one that was put off or moved also when it was to be, because people still have that in mind. */
function WhenNow({ event, near }: { readonly event: Event; readonly near: string | null }) {
  const w = useWords();
  const language = useLanguage();
  const now = useNow();
  const history = useQuery(client.agenda.history.queryOptions({ input: { id: event.id } })).data;
  const lines = useMemo(() => history?.toReversed() ?? [], [history]);
  const over = stateByClock(event, now) === 'done';
  const before = over ? null : timeBefore(event, lines);
  const toFollow = history !== undefined && isTimeToFollow(event, lines);
  const time = timeRangeText(event, language);
  return (
    <>
      <strong className={classes.when}>
        {near === null ? '' : `${near}, `}
        {toFollow ? <del>{time}</del> : time}
        {toFollow ? ` · ${w.agenda.timeToFollow}` : ''}
      </strong>
      {before ? (
        <span className={classes.timeBefore}>
          {w.agenda.timeBefore(`${dayText(before.start.slice(0, 10), language)} ${timeRangeText(before, language)}`)}
        </span>
      ) : null}
    </>
  );
}

function Leaders({ event }: { readonly event: Event }) {
  const w = useWords();
  const { all, called, delegate } = useOfficials();
  const may = useMay();
  const now = useNow();
  const over = event.state === 'done' || event.state === 'cancelled' || isPast(event, now);
  // of one leader alone the button above speaks
  const each = may('agenda.write') && !over && event.attendance.length > 1;
  return (
    <section className={classes.section} aria-label={w.agenda.leaders}>
      <h2 className={classes.sectionHead}>{w.agenda.leaders}</h2>
      {event.attendance.length === 0 ? <p className={classes.nothing}>{w.agenda.noLeader}</p> : null}
      <ul className={classes.people}>
        {event.attendance.map((answer) => {
          const official = all.find((one) => one.id === answer.officialId);
          return (
            <li key={answer.officialId}>
              <div className={classes.grow}>
                <strong>{called(answer.officialId)}</strong>{' '}
                {official && official.name !== called(answer.officialId) ? (
                  <span className={classes.soft}>{official.name}</span>
                ) : null}
              </div>
              <StateChip of="attendance" state={answer.answer} />
              {answer.answer === 'delegated' ? (
                <span>
                  {delegate(answer)}
                  {answer.instruction ? <span className={classes.soft}> · {answer.instruction}</span> : null}
                </span>
              ) : null}
              {each ? <DelegateButton event={event} officialId={answer.officialId} /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Details({ event }: { readonly event: Event }) {
  const w = useWords();
  const language = useLanguage();
  const { called } = useOfficials();
  const { officialId, speaker: told } = event.speech;
  const speaker = officialId ? called(officialId) : told;
  return (
    <Inspector title={w.agenda.properties}>
      <Facts
        facts={[
          [w.agenda.kind, w.agenda.kinds[event.kind]],
          [
            w.agenda.when,
            <Fragment key="when">
              {dayText(event.day, language)}, <span className="k-whole">{timeRangeText(event, language)}</span>
            </Fragment>,
          ],
          [w.agenda.venue, event.venue],
          [w.agenda.organizer, event.organizer],
          [w.agenda.dress, event.dressCode],
          [w.eventParts.transitRoom, event.transitRoom],
          [w.agenda.companions, event.companions],
          [
            w.eventParts.protocolOfficer,
            event.protocolOfficer.name || event.protocolOfficer.phone ? (
              <PersonToCall key="officer" {...event.protocolOfficer} />
            ) : null,
          ],
          [
            w.eventParts.contact,
            event.contact.name || event.contact.phone ? <PersonToCall key="contact" {...event.contact} /> : null,
          ],
          [w.eventParts.speech, event.speech.needed ? speaker || w.agenda.yes : ''],
          [w.agenda.press, w.agenda.pressAccess[event.pressAccess]],
          [w.agenda.releaseNeeded, event.releaseNeeded ? w.agenda.yes : ''],
        ]}
      />
      <h3 className={classes.inspectorHead}>{w.agenda.history}</h3>
      <EventHistory eventId={event.id} />
    </Inspector>
  );
}
