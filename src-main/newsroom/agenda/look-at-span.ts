import { Temporal } from 'temporal-polyfill';
import type { EventGlance, Span, SpanFilter } from '../../contract/agenda-span.ts';
import type { Zone } from '../../contract/basics.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import { isOutside, maySee } from './may-see.ts';
import { eventsFor, holdsWords } from './outside.ts';

/** More than this nobody can look at; a year of a busy office is about 3,600. */
const MOST = 4000;

/**
 * Events of a span of days by the office's clock, as light as the views need them, without those the caller may not know of. An
 * event of 23.30 WIB is one of the next day for an office in Bali.
 */
export async function lookAtSpan(
  ports: Pick<Newsroom, 'read' | 'clock'>,
  caller: Caller,
  { from, to, edges, ...asked }: SpanFilter & { from: string; to: string; edges?: boolean | undefined },
): Promise<Outcome<Span>> {
  const now = ports.clock.now().toString({ fractionalSecondDigits: 3 });
  const filter = { ...asked, openOnly: !maySee(caller, { pressAccess: 'closed' }), now };
  return ports.read(async (stores) => {
    const zone = (await stores.office.get())?.zone ?? 'Asia/Jakarta';
    const found = await stores.glances.between({ from: dayAfter(from, -1), to: dayAfter(to, 1) }, filter, MOST + 1);
    const touching = found.filter((event) => touches(event, { from, to }, zone));
    const events = isOutside(caller) ? await seenOutside(stores, caller, touching, asked.text) : touching;
    return done({
      events: events.slice(0, MOST),
      truncated: found.length > MOST,
      before: edges ? await stores.glances.nearest('before', from, filter) : null,
      after: edges ? await stores.glances.nearest('after', to, filter) : null,
    });
  });
}

/** The same events as far as who only looks may read them. */
async function seenOutside(
  stores: ReadStores,
  caller: Caller,
  glances: readonly EventGlance[],
  text: string | undefined,
): Promise<EventGlance[]> {
  const whole = await stores.events.byIds(glances.map(({ id }) => id));
  const seen = eventsFor(
    caller,
    whole.filter((event) => maySee(caller, event)),
  );
  const byId = new Map(seen.filter((event) => holdsWords(event, text)).map((event) => [event.id, event]));
  return glances.flatMap((glance) => {
    const event = byId.get(glance.id);
    return event ? [{ ...glance, title: event.title, venue: event.venue, attendance: event.attendance }] : [];
  });
}

function touches(
  event: Pick<EventGlance, 'start' | 'end' | 'zone'>,
  span: { from: string; to: string },
  zone: Zone,
): boolean {
  const at = (local: string) => (event.zone === zone ? local : atOffice(local, event.zone, zone));
  const start = at(event.start);
  if (start.slice(0, 10) > span.to) return false;
  // an end at midnight belongs to the day before
  const end = event.end === null ? start : at(event.end);
  return start.slice(0, 10) >= span.from || end > `${span.from}T00:00`;
}

function atOffice(local: string, from: Zone, to: Zone): string {
  return Temporal.PlainDateTime.from(local)
    .toZonedDateTime(from)
    .withTimeZone(to)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

function dayAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
