import { chromium as browserType, type Page } from '@playwright/test';
import { firstStart } from '../harness/client.ts';
import { startCore } from '../harness/core-process.ts';
import { asRoot, chromium } from '../harness/runtimes.ts';
import { type Expected, fixturesOf, rounds, share } from '../newsroom/agenda/measure.ts';
import { print } from './figure.ts';

/**
 * Ten WhatsApp agendas with forty events, from the paste until all of them are in the agenda, by a person who pastes, types the hours
 * that no message tells, and accepts. Counted are keys (a chord is one) and clicks. Beside it: typing what the messages say into the form.
 */
const agendas = fixturesOf('measured').filter((fixture) => fixture.agenda);
const executablePath = chromium();
if (executablePath === null) {
  console.error('no Chromium: entering agendas is not measured');
  process.exit(0);
}

/** Keys that the same fields cost in the form: their characters, and one to come to each of them and to save. */
function byHand(event: Expected): number {
  const values = Object.values(event).flatMap((value) => (Array.isArray(value) ? value : [value]));
  return values.reduce<number>((keys, value) => keys + 1 + (typeof value === 'string' ? value.length : 1), 1);
}

const firstSeen = [
  ['2026-11-22-a', 263, 392, 44],
  ['2026-11-22-b', 255, 365, 50],
  ['2026-11-22-c', 229, 313, 33],
  ['2026-11-22-d', 255, 357, 22],
  ['2026-11-22-e', 223, 298, 36],
  ['2026-11-22-f', 223, 292, 38],
  ['2026-11-22-g', 218, 283, 37],
  ['2026-11-22-h', 208, 251, 22],
  ['2026-11-22-i', 197, 213, 8],
  ['2026-11-22-j', 166, 186, 8],
] as const;

const core = await startCore();
const person = await firstStart(core, { people: 1 });
for (const { name, position, shortPosition } of agendas[0]?.setting.leaders ?? [])
  await person.rpc.register.addOfficial({ name, position, shortPosition, leader: true });
const browser = await browserType.launch({ executablePath, args: asRoot });
const page: Page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'id-ID' });
await page.context().addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: core.url })));

let acts = 0;
let events = 0;
let typed = 0;
for (const agenda of agendas) {
  await page.goto(`${core.url}/agenda/tempel`);
  await page.getByRole('textbox').first().waitFor();
  acts += 1; // Ctrl+V
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, agenda.text);
  await page.locator('[data-card]:focus').waitFor();
  const cards = await page.locator('[data-card]').count();
  events += cards;
  // what no message tells has to be typed: a click into the field, and the hour
  const missing = page.locator('[data-card] input[aria-invalid="true"]');
  while ((await missing.count()) > 0) {
    const before = await missing.count();
    await missing.first().click();
    await page.keyboard.type('10.00');
    acts += 6;
    typed += 1;
    await page.waitForFunction(
      (many) => document.querySelectorAll('[data-card] input[aria-invalid="true"]').length < many,
      before,
    );
  }
  acts += 1; // Ctrl+Enter
  await page.keyboard.press('Control+Enter');
  await page.getByText(new RegExp(`^${cards} acara masuk agenda`)).waitFor();
}
await browser.close();
await core.stop();
await core.dispose();

const wanted = agendas.reduce((sum, agenda) => sum + agenda.events.length, 0);
if (events !== wanted) console.error(`${events} events were read where ${wanted} stand in the messages`);
print({
  area: 'agenda',
  figure: `keys and clicks for each of ${events} events of ${agendas.length} WhatsApp agendas, ${typed} hours typed`,
  unit: 'keys',
  ours: acts / events,
  peer: agendas.flatMap((agenda) => agenda.events).reduce((sum, event) => sum + byHand(event), 0) / wanted,
  peerName: 'typing the same into the form',
  better: 'lower',
  goal: 0.1,
});
for (const [name, fixtures] of [
  ['of these agendas', agendas],
  ['of all texts the reader was written with', fixturesOf('measured')],
  // the first figure of each round, before the reader was mended by it, stands in fixtures/agenda/held-out/README.md
  ...rounds.map((round) => [`of ${round}, after mending by it`, fixturesOf(round)] as const),
] as const) {
  const { right, all, silent } = share(fixtures);
  print({
    area: 'agenda',
    figure: `fields understood without correction ${name} (${fixtures.length} texts, ${all} fields)`,
    unit: '%',
    ours: (100 * right) / all,
    peer: null,
    peerName: 'none',
    better: 'higher',
    goal: null,
  });
  print({
    area: 'agenda',
    figure: `fields wrong and not marked ${name}`,
    unit: 'fields',
    ours: silent,
    peer: null,
    peerName: 'none',
    better: 'lower',
    goal: null,
  });
}
/** When they were first read; kept by hand, because no later reader can be asked. */
for (const [round, right, all, silent] of firstSeen) {
  print({
    area: 'agenda',
    figure: `fields understood when first read, held out, before mending: ${round} (${fixturesOf(`held-out/${round}`).length} texts, ${all} fields, ${silent} wrong unmarked)`,
    unit: '%',
    ours: (100 * right) / all,
    peer: 95,
    peerName: 'what is wanted',
    better: 'higher',
    goal: 1,
  });
}
process.exit(0);
