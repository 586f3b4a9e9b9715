import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contract } from '../../../src-main/contract/index.ts';
import type { Asks } from '../../../src-main/contract/rights.ts';
import { agendaDesk, answerOf } from '../../builders/agenda-desk.ts';
import type { Client } from '../../builders/core.ts';
import { plainDigits, writtenPhone } from '../../builders/hostile-phones.ts';

const desk = agendaDesk();
const SECRET = 'RAHASIADAPUR';
const DAY = '2025-11-20';
const span = { from: '2025-11-01', to: '2025-12-31' };

/** Every look at the agenda that the right to read it opens, and what it is asked here; a new one must be written down. */
const looks: Record<string, (client: Client, ids: readonly string[]) => Promise<unknown>[]> = {
  'agenda.list': ({ agenda }) => [agenda.list(span), agenda.list({ ...span, text: 'acara' })],
  'agenda.span': ({ agenda }) => [agenda.span(span)],
  'agenda.get': ({ agenda }, ids) => ids.map((id) => agenda.get({ id })),
  'agenda.history': ({ agenda }, ids) => ids.map((id) => agenda.history({ id })),
  'agenda.series': ({ agenda }, ids) => ids.map((id) => agenda.series({ id })),
  'agenda.earlierVisits': ({ agenda }) => [agenda.earlierVisits({ delegation: 'DPRD Badung' })],
  'agenda.shareText': ({ agenda }, ids) => [
    agenda.shareText({ kind: 'day', day: DAY, style: 'rich', edition: 'internal' }),
    ...ids.map((id) => agenda.shareText({ kind: 'event', id, style: 'rich', edition: 'internal' })),
  ],
  'notices.changes': ({ notices }) => [notices.changes()],
  'notices.list': ({ notices }) => [notices.list()],
  'invitations.list': ({ invitations }) => [invitations.list({})],
  'invitations.attachments': ({ invitations }, ids) => ids.map((eventId) => invitations.attachments({ eventId })),
};
/** Of no event, or by another gate: papers and addresses are public editions (papers.test.ts). */
const others = [
  'agendaOut.folder',
  'agendaOut.subscribe',
  'agendaOut.subscriptions',
  'agendaOut.unsubscribe',
  'agendaSettings.get',
  'agendaSettings.holidays',
  'invitations.get',
  'notices.readChanges',
  'roster.list',
  'roster.tonight',
];

function asking(right: Asks): string[] {
  return Object.entries(contract).flatMap(([area, entries]) =>
    Object.entries(entries as unknown as Record<string, { '~orpc'?: { meta?: { asks?: Asks } } }>).flatMap(
      ([name, entry]) => (entry['~orpc']?.meta?.asks === right ? [`${area}.${name}`] : []),
    ),
  );
}

/** Every text of an answer, however deep. */
function textsOf(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer];
  return answer !== null && typeof answer === 'object' ? Object.values(answer).flatMap(textsOf) : [];
}

it('every look at the agenda is looked at here', () => {
  const known = [...Object.keys(looks), ...others];
  expect(asking('agenda.read').filter((entry) => !known.includes(entry))).toEqual([]);
});

it('who only looks is never told a telephone number, an internal note or an instruction, by no procedure', async () => {
  const leader = await desk.leader('Jaya Negara', 'Wali Kota');
  const observer = (await desk.test.as('observer')).client;
  await fc.assert(
    fc.asyncProperty(fc.array(writtenPhone, { minLength: 3, maxLength: 3 }), async (phones) => {
      const [one, two, three] = phones.map(({ text }) => text) as [string, string, string];
      const secret = `${SECRET} ${one}`;
      const fields = {
        title: `Acara ${one}`,
        venue: `Graha ${two}`,
        organizer: `Dinas ${three}`,
        note: secret,
        companions: `Asisten ${one}`,
        dressCode: `Batik ${two}`.slice(0, 90),
        protocolOfficer: { name: `Adi ${one}`, phone: two.slice(0, 40) },
        contact: { name: `Sri ${two}`, phone: one.slice(0, 40) },
        speech: { needed: true, officialId: null, speaker: `Kadis ${three}` },
        rundown: [{ clock: null, what: secret }],
        requiredPhotos: [secret],
        visit: {
          delegation: 'DPRD Badung',
          size: 3,
          receiverId: null,
          receiverName: secret,
          topics: secret,
          souvenir: secret,
        },
        attendance: [
          answerOf(leader.id, { answer: 'delegated' as const, delegateName: `Sekda ${one}`, instruction: secret }),
        ],
        crew: [{ role: 'writer' as const, userId: null, name: `Ayu ${two}` }],
      };
      const { agenda } = desk.client;
      const event = await desk.confirmed({ ...fields });
      const changed = await agenda.change({
        id: event.id,
        version: 1,
        note: `${secret} lain`,
        venue: `Gedung ${three}`,
        contact: { name: `Made ${three}`, phone: three.slice(0, 40) },
        attendance: [
          answerOf(leader.id, { answer: 'delegated', delegateName: `Kadis ${two}`, instruction: `${secret} lagi` }),
        ],
        crew: [{ role: 'writer', userId: null, name: `Komang ${three}` }],
        reason: `Telepon ${one}`,
        answers: [],
      });
      await agenda.setState({ id: event.id, version: changed.version, state: 'postponed', reason: `Hubungi ${two}` });
      // closed for a while: what it was called then is nobody's business
      const once = await agenda.add({
        title: `${SECRET} dulu`,
        start: '2025-11-21T08:00',
        zone: 'Asia/Makassar',
        pressAccess: 'closed',
        state: 'tentative',
      });
      await agenda.change({ id: once.id, version: 1, venue: `${SECRET} ruang` });
      await agenda.change({ id: once.id, version: 2, title: 'Terbuka', venue: 'Graha', pressAccess: 'open' });
      const said = await agenda.add({
        title: `${SECRET} rapat (tertutup)`,
        start: '2025-11-22T08:00',
        zone: 'Asia/Makassar',
        state: 'tentative',
      });
      const ids = [event.id, once.id, said.id];
      for (const [name, look] of Object.entries(looks))
        for (const answer of await Promise.allSettled(look(observer, ids))) {
          if (answer.status === 'rejected') continue;
          for (const text of textsOf(answer.value)) {
            expect(text, name).not.toContain(SECRET);
            for (const { digits } of phones) expect(plainDigits(text), `${name}: ${text}`).not.toContain(digits);
          }
        }
      // and it is there: what was checked is not nothing
      expect((await observer.agenda.get({ id: event.id })).title).toContain('Acara');
      expect((await observer.agenda.history({ id: event.id })).length).toBeGreaterThan(1);
      // the office itself keeps what it needs
      expect((await (await desk.test.as('writer')).client.agenda.get({ id: event.id })).note).toContain(SECRET);
    }),
    { numRuns: 6 },
  );
  // words of a note are not found out by looking for them either
  expect(await observer.agenda.list({ ...span, text: SECRET })).toEqual([]);
  expect((await observer.agenda.span({ ...span, text: SECRET })).events).toEqual([]);
});

it('what was closed by its words is in no history that who only looks may read, however it was changed', async () => {
  const observer = (await desk.test.as('observer')).client;
  const secret = (words: string) => `${SECRET} ${words}`;
  const closing = fc.constantFrom(
    { title: secret('mutasi (rahasia)') },
    { venue: secret('Rumjab, tertutup') },
    { title: secret('mutasi'), venue: 'Rumjab, ga usah diliput' },
    { organizer: secret('BKD'), note: 'jgn disebar' },
    { venue: secret('Rumjab'), dressCode: 'batik, media closed' },
    { title: secret('mutasi'), pressAccess: 'closed' as const },
  );
  const plain = fc.constantFrom(
    { title: 'Rapat koordinasi' },
    { venue: 'Ruang Praja' },
    { organizer: 'Dinas' },
    { dressCode: 'Endek' },
    { title: 'Rapat', venue: 'Aula', organizer: '', dressCode: '', note: '', pressAccess: 'open' as const },
  );
  const open = { title: 'Acara', venue: 'Graha', organizer: '', dressCode: '', note: '', pressAccess: 'open' as const };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(closing, plain), { minLength: 1, maxLength: 5 }), async (steps) => {
      const { agenda } = desk.client;
      let event = await agenda.add({ ...open, start: '2025-11-24T08:00', zone: 'Asia/Makassar', state: 'tentative' });
      // open again at the end: what it was meanwhile is asked for
      // a title that closed nothing by itself is known to all once the words beside it are gone
      let known = false;
      for (const step of [...steps, open, { venue: 'Taman Kota' }]) {
        event = await agenda.change({
          id: event.id,
          version: event.version,
          reason: 'rapat tertutup dgn KPK',
          ...step,
        });
        const seen = await observer.agenda.get({ id: event.id }).catch(() => null);
        known ||= JSON.stringify(seen).includes(SECRET);
      }
      const history = await observer.agenda.history({ id: event.id });
      expect(JSON.stringify(history)).not.toMatch(/rahasia|tertutup|diliput|disebar|closed/u);
      if (!known) {
        expect(JSON.stringify(history)).not.toContain(SECRET);
        // of other stories their titles may be known
        const news = (await observer.notices.changes()).news.filter((one) => one.event.id === event.id);
        expect(JSON.stringify(news)).not.toContain(SECRET);
      }
      // and what was never closed is there
      expect(JSON.stringify(history)).toContain('Taman Kota');
      expect(JSON.stringify(await agenda.history({ id: event.id })).includes(SECRET)).toBe(
        JSON.stringify(steps).includes(SECRET),
      );
    }),
    { numRuns: 25 },
  );
});
