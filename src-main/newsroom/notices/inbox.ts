import type { Id } from '../../contract/basics.ts';
import type { Notice } from '../../contract/notices.ts';
import { maySee } from '../agenda/may-see.ts';
import { eventsFor, reasonFor, toldFor } from '../agenda/outside.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome } from '../outcome.ts';
import type { NoticeRecord } from './notice-store.ts';
import { toldEvent } from './told-changes.ts';

/** What was read stays in the list so long. */
const KEPT_DAYS = 14;
const MOST = 500;

/** *Untuk Anda*: the caller's notices, newest first. */
export async function noticesFor(
  ports: Pick<Newsroom, 'read' | 'clock'>,
  caller: Caller,
): Promise<Outcome<{ notices: Notice[]; unread: number }>> {
  return ports.read(async (stores) => {
    const since = ports.clock.now().subtract({ hours: KEPT_DAYS * 24 });
    const records = await stores.notices.ofUser(caller.userId, since.toString({ fractionalSecondDigits: 3 }), MOST);
    const ids = [...new Set(records.flatMap(({ eventId }) => eventId ?? []))];
    const events = new Map((await stores.events.byIds(ids)).map((event) => [event.id, event]));
    const notices: Notice[] = [];
    for (const record of records) {
      const event = record.eventId === null ? null : (events.get(record.eventId) ?? null);
      // whoever may not look at the event any more learns nothing of it
      if (event !== null && !maySee(caller, event)) continue;
      notices.push(noticeOf(caller, record, event === null ? null : toldEvent(event, eventsFor(caller, [event])[0])));
    }
    return done({ notices, unread: notices.filter((notice) => !notice.read).length });
  });
}

/** Marks the caller's own as read; those of others stay as they are. */
export async function readNotices(
  ports: Pick<Newsroom, 'write' | 'clock'>,
  caller: Caller,
  input: { ids: readonly Id[] },
): Promise<Outcome<{ read: boolean }>> {
  return ports.write(async (stores) => {
    const now = ports.clock.now();
    await stores.notices.setRead(caller.userId, input.ids, now.toString({ fractionalSecondDigits: 3 }));
    await stores.notices.forgetRead(now.subtract({ hours: 10 * KEPT_DAYS * 24 }).toString());
    stores.happen({ kind: 'notices.changed', userId: caller.userId });
    return done({ read: true });
  });
}

function noticeOf(caller: Caller, { id, kind, at, readAt, data }: NoticeRecord, event: Notice['event']): Notice {
  return {
    id,
    kind,
    at,
    read: readAt !== null,
    event,
    changes: toldFor(caller, data.changes ?? []),
    reason: data.reason ? reasonFor(caller, data.reason) : null,
    by: data.by ?? null,
    roles: [...(data.roles ?? [])],
    day: data.day ?? null,
    insteadOf: data.insteadOf ?? null,
    count: data.count ?? 1,
  };
}
