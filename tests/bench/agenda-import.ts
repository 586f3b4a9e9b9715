import { setTimeout as pause } from 'node:timers/promises';
import ICAL from 'ical.js';
import { pieceBytes, rawPath } from '../../src-main/contract/routes.ts';
import { firstStart } from '../harness/client.ts';
import { startCore } from '../harness/core-process.ts';
import { median, print } from './figure.ts';

const EVENTS = 10_000;
const ROUNDS = 5;

/** A year and a half of an office: 9,000 single events and 20 series of 50. */
function calendarOf(round: number): { text: string; pieces: string[] } {
  const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10).replaceAll('-', '');
  const event = (n: number, start: string, ...more: string[]) =>
    [
      'BEGIN:VEVENT',
      `UID:${round}-${n}@denpasarkota.go.id`,
      'DTSTAMP:20260101T000000Z',
      `DTSTART;TZID=Asia/Makassar:${start}T080000`,
      `DTEND;TZID=Asia/Makassar:${start}T100000`,
      `SUMMARY:Rapat koordinasi nomor ${round}-${n} bersama perangkat daerah`,
      'LOCATION:Graha Sewaka Dharma\\, Lumintang',
      'DESCRIPTION:Mohon membawa bahan rapat.\\nPeserta diharapkan hadir 15 menit sebelum acara dimulai.',
      'ORGANIZER;CN=Dinas Kominfo:mailto:kominfo@denpasarkota.go.id',
      'STATUS:CONFIRMED',
      ...more,
      'END:VEVENT',
    ].join('\r\n');
  const pieces = [
    ...Array.from({ length: 9_000 }, (_, n) => event(n, day(Math.floor(n / 18)))),
    ...Array.from({ length: 20 }, (_, n) => event(9_000 + n, day(n), 'RRULE:FREQ=WEEKLY;COUNT=50')),
  ];
  const zone =
    'BEGIN:VTIMEZONE\r\nTZID:Asia/Makassar\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\nEND:STANDARD\r\nEND:VTIMEZONE';
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Uji//ID', zone, ...pieces, 'END:VCALENDAR', ''].join(
    '\r\n',
  );
  return { text, pieces };
}

/** What the library is asked for alone: every field of every occurrence. */
function fieldsOf(event: ICAL.Event): number {
  let seen = 0;
  const one = (start: ICAL.Time) => {
    seen += start.toString().length > 0 ? 1 : 0;
  };
  const fields = [
    event.uid,
    event.summary,
    event.location,
    event.description,
    event.organizer,
    event.endDate.toString(),
  ];
  if (fields.some((field) => !field)) throw new Error('a field was not read');
  if (event.isRecurring()) {
    const iterator = event.iterator();
    for (let start = iterator.next(); start; start = iterator.next()) one(start);
  } else one(event.startDate);
  return seen;
}

/** The library's own way for a whole file. */
function whole(text: string): number {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').reduce((sum, one) => sum + fieldsOf(new ICAL.Event(one)), 0);
}

/** Its fastest way: event by event, because each event of a whole file looks for its zone among all others. */
function piecewise(pieces: readonly string[]): number {
  return pieces.reduce(
    (sum, one) => sum + fieldsOf(new ICAL.Event(new ICAL.Component(ICAL.parse(one) as unknown[]))),
    0,
  );
}

const core = await startCore();
const person = await firstStart(core, { people: 1 });
const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

/**
 * From the first byte sent until every event lies in the database, through the door. As in the page, the core was told while the file was
 * being chosen, which takes a person longer than this; both sides have then run the same code before.
 */
async function ours(text: string): Promise<number> {
  const bytes = Buffer.from(text);
  await person.rpc.agendaFiles.expect();
  await pause(1_000);
  const began = performance.now();
  const { id } = await person.rpc.agendaFiles.begin({ name: 'agenda.ics', bytes: bytes.byteLength });
  for (let offset = 0; offset < bytes.byteLength; offset += pieceBytes) {
    const response = await fetch(core.url + rawPath('agendaFile', { fileId: id }, { offset }), {
      method: 'PUT',
      body: bytes.subarray(offset, offset + pieceBytes),
      headers: { cookie },
    });
    if (!response.ok) throw new Error(await response.text());
  }
  for (;;) {
    const view = await person.rpc.agendaFiles.look({ id });
    if (view.state === 'ready') break;
    if (view.state !== 'reading') throw new Error(JSON.stringify(view));
    // often enough for the figure, seldom enough not to be part of it: the page looks every 250 ms
    await pause(20);
  }
  const { events } = await person.rpc.agendaFiles.land({ id, except: [] });
  if (events !== EVENTS) throw new Error(`${events} events landed`);
  const took = performance.now() - began;
  // the next round begins with an empty agenda, as this one did
  await person.rpc.agendaFiles.undo({ id });
  return took;
}

function timed(work: () => number): number {
  const began = performance.now();
  const seen = work();
  if (seen !== EVENTS) throw new Error(`the library saw ${seen}`);
  return performance.now() - began;
}

const mine: number[] = [];
const alone: number[] = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  const { text, pieces } = calendarOf(round);
  const peer = timed(() => piecewise(pieces));
  const own = await ours(text);
  // the first round warms both
  if (round === 0) continue;
  alone.push(peer);
  mine.push(own);
}
const { text } = calendarOf(0);
const straight = timed(() => whole(text));
for (const [peer, peerName, goal] of [
  [median(alone), 'ical.js alone, event by event, with the same rules followed', 2.5],
  [straight, 'ical.js alone on the whole file, as its documentation does it', 2.5],
] as const) {
  print({
    area: 'agenda',
    figure: `import of a calendar of ${EVENTS} events, from the first byte to landed`,
    unit: 'ms',
    ours: median(mine),
    peer,
    peerName,
    better: 'lower',
    goal,
  });
}
await core.stop();
await core.dispose();
process.exit(0);
