import { Temporal } from 'temporal-polyfill';
import type { Event } from '../../contract/agenda-nouns.ts';
import type { Id, Zone } from '../../contract/basics.ts';
import type { EventNews } from '../../contract/notices.ts';
import { maySee } from '../agenda/may-see.ts';
import { eventsFor, historyFor } from '../agenda/outside.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome } from '../outcome.ts';
import type { NewsLine } from './notice-store.ts';
import { dayOf, officeZone, plusDays } from './office-day.ts';
import { before, toldChanges, toldEvent } from './told-changes.ts';

/** A person who has never read anything is told what changed in the last three days. */
const FIRST_HOURS = 72;
/** Lines read at most, and events told of. */
const MOST_LINES = 1000;
const MOST_EVENTS = 50;
/** An event that is added so many days before its day, or fewer, is news by itself. */
const SHORT_NOTICE_DAYS = 2;

/**
 * *Berubah sejak terakhir Anda buka*: what others changed on coming events, newest first, one entry per event. What was changed
 * and changed back is no news, and a person who has changed an event themself has seen what was before.
 */
export async function newsFor(
  ports: Pick<Newsroom, 'read' | 'clock'>,
  caller: Caller,
): Promise<Outcome<{ news: EventNews[]; more: number }>> {
  return ports.read(async (stores) => {
    const zone = await officeZone(stores);
    const now = ports.clock.now();
    const lines = await stores.notices.unseenNews(caller.userId, {
      fromDay: dayOf(now, zone),
      since: now.subtract({ hours: FIRST_HOURS }).toString({ fractionalSecondDigits: 3 }),
      limit: MOST_LINES,
    });
    const byEvent = Map.groupBy(lines, (line) => line.eventId);
    const events = new Map((await stores.events.byIds([...byEvent.keys()])).map((event) => [event.id, event]));
    const news = [...byEvent].flatMap(([id, own]) => {
      const event = events.get(id);
      if (!event || !maySee(caller, event)) return [];
      const oldestFirst = [...sinceOwn(own, caller.userId)].reverse();
      const told = historyFor(
        caller,
        event,
        oldestFirst.map((line) => ({ ...line.change, line })),
      );
      const lines = told.map(({ line, ...change }) => ({ ...line, change })).reverse();
      const [shown = event] = eventsFor(caller, [event]);
      const news = newsOf(shown, lines, zone);
      return news ? [news] : [];
    });
    return done({ news: news.slice(0, MOST_EVENTS), more: Math.max(0, news.length - MOST_EVENTS) });
  });
}

/** *Sudah saya baca*. @param eventId null: everything */
export async function readNews(
  ports: Pick<Newsroom, 'write'>,
  caller: Caller,
  input: { eventId: Id | null; upTo: number },
): Promise<Outcome<{ read: boolean }>> {
  return ports.write(async (stores) => {
    await stores.notices.setNewsSeen(caller.userId, input.eventId, input.upTo);
    stores.happen({ kind: 'notices.changed', userId: caller.userId });
    return done({ read: true });
  });
}

function sinceOwn(lines: readonly NewsLine[], userId: Id): readonly NewsLine[] {
  const own = lines.findIndex((line) => line.userId === userId);
  return own < 0 ? lines : lines.slice(0, own);
}

function newsOf(event: Event, lines: readonly NewsLine[], zone: Zone): EventNews | null {
  const [newest] = lines;
  if (!newest) return null;
  const changes = lines.map(({ change }) => change);
  const added = changes.find(({ act }) => act === 'added');
  const off = event.state === 'cancelled' || event.state === 'postponed';
  const shortNotice =
    added !== undefined && event.day <= plusDays(dayOf(Temporal.Instant.from(added.at), zone), SHORT_NOTICE_DAYS);
  const isNew = shortNotice && !off;
  // one that was added at short notice and called off unseen was never theirs to plan with
  const told = shortNotice ? [] : toldChanges(before(event, changes), event);
  if (!isNew && told.length === 0) return null;
  const reason = changes.find((change) => change.reason !== null)?.reason ?? null;
  const by = [...new Set(changes.map(({ userName }) => userName))];
  return { event: toldEvent(event), isNew, changes: told, reason, by, at: newest.change.at, upTo: newest.seq };
}
