import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Event } from '../../../src-main/contract/agenda-nouns.ts';
import { writeSiteAgenda } from '../../../src-main/newsroom/distribution/site-agenda.ts';
import { answerOf } from '../../builders/agenda-desk.ts';
import { type TestCore, testCore } from '../../builders/core.ts';
import { plainDigits, type WrittenPhone, writtenPhone } from '../../builders/hostile-phones.ts';
import { hasReader, textOfHtml, textOfPdf } from '../../builders/independent-readers.ts';

const missing = (['pdftotext', 'python3'] as const).filter((name) => !hasReader(name));
const why = missing.length === 0 ? '' : ` (left out: ${missing.join(', ')} not on this computer)`;

/** What must never be read in public begins with this. */
const SECRET = 'KDS';
const FROM = '2025-11-20';
const TO = '2025-12-03';

const day = fc.integer({ min: 0, max: 16 }).map((n) => new Date(Date.UTC(2025, 10, 19 + n)).toISOString().slice(0, 10));
type PressAccess = Event['pressAccess'];
const clock = fc.constantFrom<string>('07:30', '08:00', '13:00', '23:30');
const words = fc.constantFrom(
  'Pembukaan *Pekan* Literasi',
  'Rapat; "koma", <b>',
  'Graha Sewaka Lt. 2',
  'Dinas, Asisten',
);
/** What somebody types into a field that the public reads: words, with a telephone number in them. */
const typed = fc.tuple(words, writtenPhone, fc.boolean()).map(([said, phone, after]) => ({
  phone,
  text: after ? `${said} ${phone.text}` : `${phone.text} ${said}`,
}));

/** What people do to an event that is there. `which` is counted around. */
const act = fc.oneof(
  fc.record({ do: fc.constant('open' as const), which: fc.nat(), title: typed, venue: typed }),
  fc.record({ do: fc.constant('close' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('move' as const), which: fc.nat(), day, clock, reason: typed }),
  fc.record({ do: fc.constant('place' as const), which: fc.nat(), venue: typed, reason: typed }),
  fc.record({
    do: fc.constant('off' as const),
    which: fc.nat(),
    how: fc.constantFrom('cancelled', 'postponed'),
    reason: typed,
  }),
  fc.record({ do: fc.constant('back' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('delegate' as const), which: fc.nat(), name: typed }),
);
const made = fc.record({
  day,
  clock,
  access: fc.constantFrom<PressAccess>('open', 'open', 'limited', 'closed'),
  state: fc.constantFrom('confirmed', 'confirmed', 'tentative', 'proposed'),
  title: typed,
  venue: typed,
  organizer: typed,
  inside: typed,
});
const story = fc.record({
  events: fc.array(made, { minLength: 2, maxLength: 5 }),
  /** A closed series, some days of which are opened by the acts. */
  series: made,
  acts: fc.array(act, { minLength: 3, maxLength: 14 }),
  official: typed,
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** Not every act is possible in every state; a refusal is no leak. */
function refusedOnly(error: unknown): void {
  if ((error as { code?: string }).code !== 'REFUSED') throw error;
}

/** Plays it in a real office, through the verbs that people use. */
async function play(test: TestCore, told: Story): Promise<void> {
  const { agenda, register } = test.first.client;
  const official = await register.addOfficial({
    name: 'Jaya Negara',
    shortPosition: told.official.text.slice(0, 60),
    position: '',
    leader: true,
  });
  let count = 0;
  const fields = (one: (typeof told)['series'], access: PressAccess) => {
    const hide = (text: string) => (access === 'closed' ? `${SECRET}${++count} ${text}` : text).slice(0, 290);
    const hidden = `${SECRET}${++count} ${one.inside.text}`;
    return {
      title: hide(one.title.text),
      venue: hide(one.venue.text),
      organizer: hide(one.organizer.text),
      start: `${one.day}T${one.clock}`,
      zone: 'Asia/Makassar' as const,
      pressAccess: access,
      dressCode: hidden.slice(0, 90),
      transitRoom: hidden,
      companions: hidden,
      note: `${hidden}\n${one.inside.phone.text}`,
      protocolOfficer: { name: hidden, phone: one.inside.phone.text.slice(0, 40) },
      contact: { name: hidden, phone: one.inside.phone.text.slice(0, 40) },
      speech: { needed: true, officialId: null, speaker: hidden },
      rundown: [{ clock: null, what: hidden }],
      attendance: [answerOf(official.id, { instruction: hidden })],
      crew: [{ userId: null, name: hidden, role: 'writer' as const }],
    };
  };
  for (const one of told.events) {
    const given = { ...fields(one, one.access), state: one.state as 'confirmed', externalUid: `${SECRET}@luar` };
    // two of one hour need an answer: the leader cannot be at both
    await agenda.add(given).catch(refusedOnly);
  }
  await agenda.addSeries({
    event: { ...fields({ ...told.series, day: FROM, clock: '06:15' }, 'closed'), state: 'confirmed' },
    repeat: { every: 'day', interval: 2, weekdays: [], until: null, count: 5 },
  });
  for (const one of told.acts) {
    const all = await agenda.list({ from: '2025-11-01', to: '2025-12-31' });
    const event = all[one.which % all.length];
    if (event === undefined) continue;
    const seen = { id: event.id, version: event.version };
    const hide = (text: string) =>
      (event.pressAccess === 'closed' ? `${SECRET}${++count} ${text}` : text).slice(0, 290);
    try {
      if (one.do === 'open') {
        const opened = { title: one.title.text, venue: one.venue.text, organizer: 'Dinas' };
        await agenda.change({ ...seen, ...opened, pressAccess: 'open', reason: 'dibuka' });
      } else if (one.do === 'close') {
        // whoever closes it does not always take care of its words, so they become secret with it
        const closed = { title: `${SECRET}${++count}`, venue: `${SECRET}${++count}`, organizer: `${SECRET}${++count}` };
        await agenda.change({ ...seen, ...closed, pressAccess: 'closed', reason: 'ditutup' });
      } else if (one.do === 'move') {
        await agenda.change({ ...seen, start: `${one.day}T${one.clock}`, reason: hide(one.reason.text) });
      } else if (one.do === 'place') {
        await agenda.change({ ...seen, venue: hide(one.venue.text), reason: hide(one.reason.text) });
      } else if (one.do === 'off') {
        await agenda.setState({ ...seen, state: one.how as 'cancelled', reason: hide(one.reason.text) });
      } else if (one.do === 'back') {
        await agenda.setState({ ...seen, state: 'confirmed' });
      } else {
        // who stands in is said of an open event, also when it was named before it was opened
        const answer = answerOf(official.id, { answer: 'delegated', delegateName: one.name.text.slice(0, 190) });
        await agenda.setAttendance({ ...seen, ...answer, instruction: `${SECRET} ${one.name.text}` });
      }
    } catch (error) {
      refusedOnly(error);
    }
    test.clock.move({ minutes: 7 });
  }
}

/** Every public output there is, as an independent program reads it. */
async function* outputs(test: TestCore, place: string): AsyncGenerator<readonly [string, string]> {
  const { client, caller } = test.first;
  const raw = async (name: 'agendaSheet' | 'agendaCalendar', query: Record<string, string>) => {
    const response = await test.core.raw[name]({
      caller,
      params: {},
      query: new URLSearchParams({ ...query, edition: 'public' }),
      headers: new Headers(),
      body: new Uint8Array(),
      signal: new AbortController().signal,
    });
    expect(response.status).toBe(200);
    return new Uint8Array(await response.arrayBuffer());
  };
  for (const arrangement of ['list', 'matrix'])
    yield [`PDF ${arrangement}`, textOfPdf(await raw('agendaSheet', { from: FROM, to: TO, arrangement }))];

  const { path } = await client.agendaOut.subscribe({ what: 'public' });
  const address = await test.core.subscribedCalendar(path.slice(path.lastIndexOf('/') + 1, -'.ics'.length));
  if (!address.ok) throw new Error(address.refusal.code);
  for (const [name, bytes] of [
    ['calendar file', await raw('agendaCalendar', { from: FROM, to: TO })],
    ['calendar address', address.value],
  ] as const) {
    const lines = new TextDecoder()
      .decode(bytes)
      .replace(/\r\n[ \t]/g, '')
      .split('\r\n');
    // ids and instants are digits of ours
    const said = lines.filter((line) => !/^(UID|DTSTAMP|DTSTART|DTEND|LAST-MODIFIED|SEQUENCE|RRULE)[:;]/.test(line));
    yield [name, said.join('\n').replaceAll('\\n', '\n')];
  }

  for (const style of ['rich', 'plain'] as const) {
    for (const language of ['id', 'en'] as const) {
      const common = { style, language, edition: 'public' } as const;
      const { text } = await client.agenda.shareText({ kind: 'day', day: FROM, until: TO, ...common });
      yield [`text ${style} ${language}`, text];
      for (const event of await client.agenda.list({ from: '2025-11-01', to: '2025-12-31' })) {
        const shared = await client.agenda.shareText({ kind: 'event', id: event.id, ...common }).catch(() => null);
        if (shared !== null) yield [`text of one, ${style} ${language}`, shared.text];
      }
    }
  }

  await client.agendaOut.changeFolder({
    on: true,
    folder: join(place, 'malam'),
    clock: '17:00',
    files: [
      { edition: 'public', per: 'each' },
      { edition: 'public', per: 'all' },
    ],
    version: 0,
  });
  await client.agendaOut.writeFolder();
  for (const name of readdirSync(join(place, 'malam')).filter((one) => one.endsWith('.pdf')))
    yield [`folder ${name}`, `${name}\n${textOfPdf(readFileSync(join(place, 'malam', name)))}`];

  const folder = join(place, 'situs');
  const site = { folder, baseUrl: 'https://berita.example/', title: 'Ruang Berita', description: '' };
  await client.site.change({ ...site, publicAgenda: true, version: 0 });
  expect((await writeSiteAgenda(test.core.newsroom)).ok).toBe(true);
  expect(readdirSync(folder)).toContain('agenda.html');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.(woff2|css)$|manifest/.test(entry.name)) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    if (entry.name.endsWith('.html')) yield [`site ${entry.name}`, textOfHtml(bytes).join('\n')];
    // and what no reader is shown: attributes, comments
    yield [`site ${entry.name}, raw`, bytes.toString('utf8').replace(/(datetime|id|aria-labelledby)="[^"]*"/g, '')];
  }
}

function phonesOf(told: Story): WrittenPhone[] {
  const found: WrittenPhone[] = [];
  JSON.stringify(told, (_key, value) => {
    if (value !== null && typeof value === 'object' && 'digits' in value) found.push(value as WrittenPhone);
    return value;
  });
  return found;
}

it.skipIf(why !== '')(
  `whatever people do, no public output has a telephone number, an internal note or a closed event${why}`,
  async () => {
    let closed = 0;
    let reopened = 0;
    await fc.assert(
      fc.asyncProperty(story, async (told) => {
        const place = mkdtempSync(join(tmpdir(), 'kulkul publik '));
        const test = await testCore();
        try {
          await play(test, told);
          const all: Event[] = await test.first.client.agenda.list({ from: '2025-11-01', to: '2025-12-31' });
          closed += all.filter(({ pressAccess }) => pressAccess === 'closed').length;
          reopened += all.filter(({ seriesId, pressAccess }) => seriesId !== null && pressAccess !== 'closed').length;
          const phones = phonesOf(told);
          for await (const [name, text] of outputs(test, place)) {
            expect(text, name).not.toContain(SECRET);
            for (const line of text.split('\n')) {
              const digits = plainDigits(line);
              for (const phone of phones)
                if (digits.includes(phone.digits)) expect.fail(`${name}: ${phone.text} in ${line}`);
            }
          }
        } finally {
          await test.end();
          rmSync(place, { recursive: true, force: true });
        }
      }),
      { numRuns: Number(process.env.KULKUL_RUNS ?? 12), endOnFailure: true },
    );
    // the stories had what they are about
    expect(closed).toBeGreaterThan(0);
    expect(reopened).toBeGreaterThan(0);
  },
  240_000,
);
