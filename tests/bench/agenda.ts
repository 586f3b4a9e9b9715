import path from 'node:path';
import SQLite from 'better-sqlite3';
import { firstStart } from '../harness/client.ts';
import { startCore } from '../harness/core-process.ts';
import { percentile, print } from './figure.ts';

const EVENTS = 3650;
const ASKS = 60;

const core = await startCore();
const person = await firstStart(core, { people: 1 });
// ten events a day for a year, entered as an office does: many proposals at once
for (let from = 0; from < EVENTS; from += 200) {
  await person.rpc.agenda.accept({
    proposals: Array.from({ length: Math.min(200, EVENTS - from) }, (_, n) => {
      const number = from + n;
      const day = new Date(Date.UTC(2025, 0, 1 + Math.floor(number / 10))).toISOString().slice(0, 10);
      return {
        key: String(number),
        title: `Acara ${number}`,
        start: `${day}T${String(7 + (number % 10)).padStart(2, '0')}:00`,
        zone: 'Asia/Makassar' as const,
      };
    }),
  });
}
const ours: number[] = [];
for (let ask = 0; ask < ASKS; ask += 1) {
  const began = performance.now();
  await person.rpc.agenda.list({ from: '2025-06-01', to: '2025-06-30' });
  ours.push(performance.now() - began);
}
await core.stop();
const database = new SQLite(path.join(core.dataFolder, 'kulkul.db'), { readonly: true });
const table = (
  database.prepare("select name from sqlite_master where type = 'table' and name like 'event%'").all() as {
    name: string;
  }[]
)
  .map((row) => row.name)
  .find((name) => name === 'event' || name === 'events');
const raw = database.prepare(`select * from ${table} where day between '2025-06-01' and '2025-06-30' order by start`);
const bare: number[] = [];
for (let ask = 0; ask < ASKS; ask += 1) {
  const began = performance.now();
  JSON.stringify(raw.all());
  bare.push(performance.now() - began);
}
print({
  area: 'agenda',
  figure: `a month of ${EVENTS} events over HTTP, p95`,
  unit: 'ms',
  ours: percentile(ours, 0.95),
  peer: percentile(bare, 0.95),
  peerName: 'the bare SQL query and JSON.stringify',
  better: 'lower',
  goal: null,
});
database.close();
await core.dispose();
process.exit(0);
