import path from 'node:path';
import SQLite from 'better-sqlite3';
import { firstStart } from '../harness/client.ts';
import { startCore } from '../harness/core-process.ts';
import { percentile, print } from './figure.ts';

const DATES = 260;
const EVENTS = 3650;
const ASKS = 20;

const core = await startCore();
const person = await firstStart(core, { people: 1 });
const leaders: { id: string }[] = [];
for (const name of ['Wali Kota', 'Wakil Wali Kota', 'Sekda'])
  leaders.push(await person.rpc.register.addOfficial({ name, shortPosition: name, leader: true }));
const answer = (at: number) => ({
  officialId: leaders[at % leaders.length]?.id ?? '',
  called: '',
  answer: 'attends' as const,
  delegateId: null,
  delegateName: null,
  instruction: null,
});
// ten events a day for a year, each with one of three leaders and one of four rooms
for (let from = 0; from < EVENTS; from += 200) {
  await person.rpc.agenda.accept({
    proposals: Array.from({ length: Math.min(200, EVENTS - from) }, (_, n) => {
      const number = from + n;
      const day = new Date(Date.UTC(2025, 0, 1 + Math.floor(number / 10))).toISOString().slice(0, 10);
      const hour = String(7 + (number % 10)).padStart(2, '0');
      return {
        key: String(number),
        title: `Acara ${number}`,
        start: `${day}T${hour}:00`,
        end: `${day}T${hour}:50`,
        zone: 'Asia/Makassar' as const,
        venue: `Ruang ${number % 4}`,
        state: 'confirmed' as const,
        attendance: [answer(number)],
      };
    }),
  });
}
const event = {
  title: 'Rapat harian',
  start: '2025-01-01T09:10',
  end: '2025-01-01T09:40',
  zone: 'Asia/Makassar' as const,
  venue: 'Ruang 2',
  state: 'confirmed' as const,
  attendance: [{ ...answer(2), called: undefined }].map(({ called: _, ...rest }) => rest),
};
const repeat = { every: 'week', interval: 1, weekdays: [1, 2, 3, 4, 5], until: null, count: DATES } as const;
const input = { event, repeat: { ...repeat, weekdays: [...repeat.weekdays] } };
const ours: number[] = [];
let found = 0;
for (let ask = 0; ask < ASKS; ask += 1) {
  const began = performance.now();
  const { days, clashes } = await person.rpc.agenda.checkSeries(input);
  ours.push(performance.now() - began);
  if (days.length !== DATES) throw new Error(`${days.length} dates`);
  found = clashes.length;
}
await core.stop();
const database = new SQLite(path.join(core.dataFolder, 'kulkul.db'), { readonly: true });
const overlapping = database.prepare(
  `select event.*, event_attendance.official_id from event left join event_attendance on event_attendance.event_id = event.id
   where event.day = ? and event.start < ? and event."end" > ?`,
);
const days = Array.from({ length: 364 }, (_, n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10))
  .filter((day) => ![0, 6].includes(new Date(day).getUTCDay()))
  .slice(0, DATES);
const bare: number[] = [];
for (let ask = 0; ask < ASKS; ask += 1) {
  const began = performance.now();
  JSON.stringify(days.map((day) => overlapping.all(day, `${day}T09:40`, `${day}T09:10`)));
  bare.push(performance.now() - began);
}
if (found === 0) throw new Error('no clash was found; the bench measures nothing');
print({
  area: 'agenda',
  figure: `clashes of a series of ${DATES} dates among ${EVENTS} events over HTTP, p95 (${found} found)`,
  unit: 'ms',
  ours: percentile(ours, 0.95),
  peer: percentile(bare, 0.95),
  peerName: 'one bare SQL query per date for what overlaps, without travel, rooms and rosters',
  better: 'lower',
  goal: null,
});
database.close();
await core.dispose();
