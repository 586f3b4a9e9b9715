import type { Temporal } from 'temporal-polyfill';
import { type Attendance, type Event, newEventSchema } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import { dutyStates } from '../../contract/event-parts.ts';
import { addEvent } from '../agenda/add-event.ts';
import { setDutyState } from '../agenda/duties.ts';
import { addInvitation } from '../agenda/invitations/invitations.ts';
import { addSeries } from '../agenda/series/add-series.ts';
import { setEventState } from '../agenda/set-event-state.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Outcome } from '../outcome.ts';
import { type DemoParts, demoParts } from './agenda-parts.ts';
import { demoOffice } from './cast.ts';
import type { DemoEvent } from './week.ts';

/** What the sample office has already: its people and its register, by their keys. */
export interface DemoPeople {
  readonly as: (user: string) => Caller;
  readonly officialId: (official: string) => Id;
  readonly unwrap: <T>(outcome: Outcome<T>) => T;
}

/** An event of the sample week with all that belongs to it, in the state it is in. */
export async function addDemoEvent(
  newsroom: Newsroom,
  { as, officialId, unwrap }: DemoPeople,
  item: DemoEvent,
  today: Temporal.PlainDate,
): Promise<Event> {
  const caller = as('protocol');
  const day = today.add({ days: item.day }).toString();
  const attendance = item.leaders.map(
    ({ who, delegate, absent }): Attendance => ({
      officialId: officialId(who),
      answer: delegate !== undefined ? 'delegated' : absent === true ? 'absent' : 'attends',
      delegateId: delegate === undefined ? null : officialId(delegate),
      delegateName: null,
      instruction: delegate === undefined ? null : 'Mewakili dan menyampaikan sambutan',
    }),
  );
  const began = item.state === 'proposed' || item.state === 'tentative' ? item.state : 'confirmed';
  const parts: DemoParts = demoParts[item.key] ?? {};
  const { crew = [], speechBy, visit, ...kept } = parts;
  let event = unwrap(
    await addEvent(
      newsroom,
      caller,
      newEventSchema.parse({
        ...kept,
        kind: item.kind,
        title: item.title,
        start: `${day}T${item.from}`,
        end: item.to === null ? null : `${day}T${item.to}`,
        openEnd: item.to === null,
        zone: demoOffice.zone,
        venue: item.venue,
        organizer: item.organizer,
        dressCode: item.dressCode,
        note: item.note ?? '',
        pressAccess: item.closed === true ? 'closed' : 'open',
        releaseNeeded: item.releaseNeeded ?? false,
        attendance,
        ...(speechBy ? { speech: { needed: true, officialId: officialId(speechBy), speaker: '' } } : {}),
        ...(visit ? { visit: { ...visit, receiverId: officialId(visit.receiver), receiverName: '' } } : {}),
        crew: crew.map(({ who, role }) => ({ role, userId: as(who).userId, name: as(who).name })),
        state: began,
      }),
    ),
  );
  for (const [index, { who, state }] of crew.entries()) {
    const dutyId = event.crew[index]?.id;
    if (dutyId === undefined) continue;
    // a duty goes one step at a time, as on the phone of who has it
    for (const step of dutyStates.slice(1, dutyStates.indexOf(state) + 1))
      unwrap(await setDutyState(newsroom, as(who), { dutyId, state: step }));
  }
  if (item.state !== began) {
    const input = { id: event.id, version: event.version, state: item.state, reason: item.reason };
    event = unwrap(await setEventState(newsroom, caller, input));
  }
  return event;
}

/** The weekly meeting of the sample office: an event that repeats. */
export async function addDemoSeries(
  newsroom: Newsroom,
  { as, officialId, unwrap }: DemoPeople,
  today: Temporal.PlainDate,
): Promise<void> {
  const day = today.add({ days: 4 }).toString();
  const event = newEventSchema.parse({
    kind: 'rapat',
    title: 'Rapat staf mingguan Sekretariat Daerah',
    start: `${day}T08:00`,
    end: `${day}T09:30`,
    zone: demoOffice.zone,
    venue: 'Ruang Sewaka, Balai Kota Suryakerta',
    organizer: 'Bagian Umum',
    dressCode: 'PDH',
    attendance: [
      { officialId: officialId('sekda'), answer: 'attends', delegateId: null, delegateName: null, instruction: null },
    ],
    state: 'confirmed',
  });
  const repeat = { every: 'week', interval: 1, weekdays: [], monthly: 'date', until: null, count: 8 } as const;
  unwrap(await addSeries(newsroom, as('protocol'), { event, repeat: { ...repeat, weekdays: [] } }));
}

/** A letter that waits to become an event. */
export async function addDemoInvitation(
  newsroom: Newsroom,
  { as, unwrap }: DemoPeople,
  today: Temporal.PlainDate,
): Promise<void> {
  unwrap(
    await addInvitation(newsroom, as('protocol'), {
      subject: 'Undangan Malam Penganugerahan Guru Berprestasi',
      letterNo: '005/412/Disdikpora',
      letterDay: today.subtract({ days: 2 }).toString(),
      organizer: 'Dinas Pendidikan, Kepemudaan, dan Olahraga',
      venue: 'Graha Surya Dharma',
      note: 'Wali Kota dimohon menyerahkan piagam.',
    }),
  );
}
