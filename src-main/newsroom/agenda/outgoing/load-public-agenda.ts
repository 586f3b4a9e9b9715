import { Temporal } from 'temporal-polyfill';
import type { EventChange } from '../../../contract/agenda-nouns.ts';
import type { Id } from '../../../contract/basics.ts';
import type { Office } from '../../../contract/office-nouns.ts';
import type { ReadStores } from '../../ports.ts';
import { PUBLIC_DAYS, type PublicAgenda, publicAgenda, publicSpan } from './public-agenda.ts';

/**
 * *Agenda publik* as it is now.
 * @param now RFC 3339; the days are those of the office's zone
 */
export async function loadPublicAgenda(
  stores: Pick<ReadStores, 'events' | 'agendaOut' | 'officials'>,
  office: Pick<Office, 'zone'>,
  now: string,
): Promise<PublicAgenda> {
  const moment = Temporal.Instant.from(now).toZonedDateTimeISO(office.zone);
  const today = moment.toPlainDate().toString();
  const { from, to } = publicSpan(today);
  // what was changed longer ago stood on no page that shows today or later
  const since = moment.startOfDay().subtract({ days: PUBLIC_DAYS }).toInstant().toString({ fractionalSecondDigits: 3 });
  const revised = await stores.agendaOut.revisedSince(since);
  const events = await stores.events.around(from, to);
  const known = new Set(events.map(({ id }) => id));
  const elsewhere = await stores.events.byIds(revised.filter((id) => !known.has(id)));
  const histories = new Map<Id, EventChange[]>();
  for (const id of revised) histories.set(id, await stores.events.changes(id));
  return publicAgenda(today, office.zone, [...events, ...elsewhere], histories, await stores.officials.all());
}
