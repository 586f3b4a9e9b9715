import path from 'node:path';
import { chromium as browserType, type Page } from '@playwright/test';
import SQLite from 'better-sqlite3';
import { firstStart } from '../harness/client.ts';
import { startCore } from '../harness/core-process.ts';
import { asRoot, chromium } from '../harness/runtimes.ts';
import { median, percentile, print } from './figure.ts';

/** Ten years of ten events a day, looked at in a browser: from the click to the month painted. */
const EVENTS = 36_500;
const FIRST_DAY = Date.UTC(2020, 0, 1);
const ROUNDS = 32;
/** An old office PC against the machine this runs on. */
const SLOWER = 4;

const executablePath = chromium();
if (executablePath === null) {
  console.error('no Chromium: the month view is not measured');
  process.exit(0);
}
const core = await startCore();
const person = await firstStart(core, { people: 1 });
const leaders: string[] = [];
for (const position of ['Wali Kota', 'Wakil Wali Kota', 'Sekda', 'Asisten I'])
  leaders.push(
    (await person.rpc.register.addOfficial({ name: `Nama ${position}`, shortPosition: position, leader: true })).id,
  );
await person.rpc.agenda.add({
  title: 'Pola',
  start: '2019-01-01T08:00',
  end: '2019-01-01T09:30',
  zone: 'Asia/Makassar',
  venue: 'Graha Sewaka Dharma',
  organizer: 'Dinas Komunikasi, Informatika dan Statistik',
  note: 'Catatan yang biasa, dua baris. '.repeat(8),
  state: 'confirmed',
  attendance: [
    { officialId: leaders[0] ?? '', answer: 'attends', delegateId: null, delegateName: null, instruction: null },
  ],
});
await core.stop();
fill(path.join(core.dataFolder, 'kulkul.db'));
await core.restart();

/** Copies the one event over ten years; every column is as the core itself wrote it. */
function fill(file: string): void {
  const database = new SQLite(file);
  const pattern = database.prepare('select * from event').get() as Record<string, unknown>;
  const answer = database.prepare('select * from event_attendance').get() as Record<string, unknown>;
  const into = (table: string, row: Record<string, unknown>) =>
    database.prepare(
      `insert into ${table} (${Object.keys(row).map((name) => `"${name}"`)}) values (${Object.keys(row).map(() => '?')})`,
    );
  const events = into('event', pattern);
  const answers = into('event_attendance', answer);
  const kinds = ['Rapat Koordinasi', 'Pembukaan Pekan', 'Audiensi', 'Peninjauan', 'Apel Disiplin', 'Sosialisasi'];
  const states = ['confirmed', 'confirmed', 'confirmed', 'tentative', 'done', 'proposed', 'cancelled'];
  database.transaction(() => {
    for (let number = 0; number < EVENTS; number += 1) {
      const day = new Date(FIRST_DAY + Math.floor(number / 10) * 86_400_000).toISOString().slice(0, 10);
      const hour = 7 + (number % 10);
      const clock = (at: number) => `${String(at).padStart(2, '0')}:${number % 3 === 0 ? '30' : '00'}`;
      const id = `01BENCH${String(number).padStart(19, '0')}`;
      events.run(
        Object.values({
          ...pattern,
          id,
          title: `${kinds[number % kinds.length]} ${number} di Kecamatan Denpasar Utara`,
          state: states[number % states.length],
          start: `${day}T${clock(hour)}`,
          end: `${day}T${clock(hour + 1)}`,
          starts_at: new Date(Date.parse(`${day}T${clock(hour)}:00Z`) - 8 * 3_600_000).toISOString(),
          day,
        }),
      );
      for (let one = 0; one <= number % 2; one += 1)
        answers.run(
          Object.values({
            ...answer,
            event_id: id,
            official_id: leaders[(number + one) % leaders.length],
            position: one,
          }),
        );
    }
  })();
  database.close();
}

const browser = await browserType.launch({ executablePath, args: asRoot });
const context = await browser.newContext({
  viewport: { width: 1366, height: 768 },
  locale: 'id-ID',
  timezoneId: 'Asia/Makassar',
});
await context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: core.url })));
const page = await context.newPage();

/** In the page: notes the moment of a press, and of the first picture after it in which the month stands with its events. */
async function pressed(of: Page, button: string, month: string): Promise<number> {
  await of.evaluate((wanted) => {
    const page = window as unknown as { painted: Promise<number> };
    page.painted = new Promise((resolve) => {
      addEventListener(
        'click',
        (click) => {
          const look = () => {
            const title = document.querySelector('h1')?.textContent ?? '';
            const drawn = document.querySelectorAll('[role="gridcell"] [data-event]').length;
            const isThere =
              title.includes(wanted) &&
              drawn > 40 &&
              /\d+ acara/.test(document.querySelector('header p')?.textContent ?? '');
            if (!isThere) return requestAnimationFrame(look);
            // the next frame begins when this one has been handed over to be painted
            return requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - click.timeStamp)));
          };
          requestAnimationFrame(look);
        },
        { capture: true, once: true },
      );
    });
  }, month);
  await of.locator(button).first().click();
  return of.evaluate(() => (window as unknown as { painted: Promise<number> }).painted);
}
const months = new Intl.DateTimeFormat('id-ID', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthOf = (round: number) => new Date(Date.UTC(2020, 2 + ((round * 7) % 110), 11));

async function measure(): Promise<Record<'first' | 'next' | 'fast', number[]>> {
  const found = { first: [] as number[], next: [] as number[], fast: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const date = monthOf(round);
    const after = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 11));
    const later = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 2, 11));
    await page.goto(`${core.url}/agenda?tanggal=${date.toISOString().slice(0, 10)}`);
    await page.locator('[data-event]').first().waitFor();
    await page.waitForTimeout(700);
    found.first.push(await pressed(page, 'label:has-text("Bulan")', months.format(date)));
    await page.waitForTimeout(900);
    found.next.push(await pressed(page, 'button[aria-label="Berikutnya"]', months.format(after)));
    // at once again: nothing was asked for beforehand
    found.fast.push(await pressed(page, 'button[aria-label="Berikutnya"]', months.format(later)));
  }
  return found;
}

const names = {
  first: 'click on Bulan to painted, month not asked for before',
  next: 'click on the next month to painted, after a look at this one',
  fast: 'click on the next month to painted, at once',
};
/** What a person feels as at once, in ms; an absolute figure, so there is no peer. */
for (const [machine, rate] of [
  ['this machine', 1],
  [`${SLOWER} times slower`, SLOWER],
] as const) {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
  const found = await measure();
  for (const [name, times] of Object.entries(found) as [keyof typeof names, number[]][]) {
    for (const [share, value] of [
      ['p50', median(times)],
      ['p95', percentile(times, 0.95)],
    ] as const)
      print({
        area: 'agenda',
        figure: `${EVENTS} events, ${names[name]}, ${machine}, ${share}`,
        unit: 'ms',
        ours: value,
        peer: null,
        peerName: '',
        better: 'lower',
        goal: null,
      });
  }
}
await browser.close();
await core.dispose();
process.exit(0);
