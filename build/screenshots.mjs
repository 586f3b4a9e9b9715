// npm run screenshots: starts the sample office and writes the README's pictures to resources/screenshots/.
// npm run screenshots -- --every FOLDER: every screen, for looking at (every-screen.mjs).
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as browserType } from '@playwright/test';
import sharp from 'sharp';
import { visit } from '../tests/harness/client.ts';
import { startCore } from '../tests/harness/core-process.ts';
import { asRoot, chromium } from '../tests/harness/runtimes.ts';
import { everyScreen } from './every-screen.mjs';
import { root } from './machine.mjs';

const folder = join(root, 'resources', 'screenshots');
const laptop = { viewport: { width: 1366, height: 768 } };
const phone = { viewport: { width: 390, height: 760 }, deviceScaleFactor: 2 };
/** What a picture may weigh, in bytes. */
const MOST = 150_000;

/** The date `shift` days from now, `2026-11-23`. */
const isoDay = (shift) => new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10);
/** Tomorrow's agenda as a group sends it, and a change of it. */
const agendaMessage = () => {
  const day = new Intl.DateTimeFormat('id-ID', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(isoDay(1)));
  return `*AGENDA PIMPINAN*
*${day}*

*WALI KOTA*
1. *08.00–09.00 WITA* | Apel kesiapsiagaan bencana
   📍 Lapangan Puputan
   👔 PDH
2. *10.00 WITA – selesai* | Audiensi pengurus PMI
   📍 Ruang Sewaka
   ➡ Diwakili: Sekda

*WAKIL WALI KOTA*
1. *menyesuaikan* | Peninjauan Pasar Badung

rapat koordinasi penanganan sampah hari ini diundur jam 15.00`;
};

if (spawnSync(process.execPath, [join('build', 'build.mjs')], { cwd: root, stdio: 'inherit' }).status !== 0)
  process.exit(1);
const browser = await browserType.launch({ executablePath: chromium() ?? undefined, args: asRoot });
const [word, folderToFill, ...which] = process.argv.slice(2);
if (word === '--every') {
  if (!folderToFill) throw new Error('Say where: npm run screenshots -- --every FOLDER');
  const unreached = await everyScreen(browser, folderToFill, ...which).finally(() => browser.close());
  process.exit(unreached > 0 ? 1 : 0);
}
const core = await startCore({ demo: true });
try {
  const { choose } = await (await visit(core)).rpc.session.status();
  /** A page of its own for somebody of this role. */
  const sit = async (role, device) => {
    const person = await visit(core);
    await person.rpc.session.signInAs({ userId: choose.find((one) => one.roles.includes(role)).userId });
    const context = await browser.newContext({
      ...device,
      locale: 'id-ID',
      timezoneId: 'Asia/Makassar',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    await context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: core.url })));
    return { page: await context.newPage(), rpc: person.rpc };
  };
  const open = async (page, path) => {
    await page.goto(core.url + path);
    await page.locator('main h1').first().waitFor({ state: 'attached' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.waitForTimeout(800);
  };
  const keep = async (page, name) => {
    const shot = await page.screenshot();
    const file = join(folder, `${name}.png`);
    // Few colours are enough for paper and ink; photos take more.
    for (const colours of [256, 128, 64, 32]) {
      const { size } = await sharp(shot).png({ palette: true, colours, effort: 10 }).toFile(file);
      console.log(`${name}.png ${Math.round(size / 1000)} kB, ${colours} colours`);
      if (size < MOST) return;
    }
    throw new Error(`${name}.png is heavier than ${MOST} bytes`);
  };

  mkdirSync(folder, { recursive: true });
  const writer = await sit('writer', laptop);
  const head = await sit('head', laptop);
  const releases = await head.rpc.releases.list({});
  const { id: returned } = releases.find((release) => release.state === 'returned');
  const idOf = (state) => releases.find((release) => release.state === state).id;

  await open(head.page, '/');
  await keep(head.page, 'beranda');
  await open(head.page, '/agenda?lihat=matriks');
  await keep(head.page, 'agenda');
  const protocol = await sit('protocol', laptop);
  await open(protocol.page, '/agenda/tempel');
  await protocol.page.getByLabel('Pesan agenda dari WhatsApp').fill(agendaMessage());
  await protocol.page.getByRole('article').first().waitFor();
  await protocol.page.waitForTimeout(600);
  await keep(protocol.page, 'tempel');
  await open(head.page, '/foto');
  await keep(head.page, 'foto');
  await open(head.page, `/distribusi/${idOf('approved')}`);
  await keep(head.page, 'kirim');
  await open(writer.page, `/siaran-pers/${idOf('draft')}`);
  await keep(writer.page, 'editor');

  const early = await sit('protocol', phone);
  const coming = await early.rpc.agenda.list({ from: isoDay(1), to: isoDay(5) });
  await open(early.page, `/agenda/${coming.find(({ state }) => state === 'confirmed').id}`);
  await keep(early.page, 'acara-ponsel');

  // The writer answers the note of the head, and the head sees the changed words on the phone.
  await open(writer.page, `/siaran-pers/${returned}`);
  const paragraph = writer.page.locator('.ProseMirror p').nth(1);
  await paragraph.click();
  await paragraph.evaluate((words) => {
    getSelection()?.selectAllChildren(words);
    getSelection()?.collapseToEnd();
  });
  await writer.page.keyboard.type(' Sebanyak 9.420 rumah tangga sudah memilah sampahnya.');
  await writer.page.getByText('Tersimpan').first().waitFor();
  await writer.page.getByRole('button', { name: 'Ajukan lagi' }).click();
  await writer.page.getByText('Menunggu ACC').first().waitFor();
  const onTheMove = await sit('head', phone);
  await open(onTheMove.page, `/siaran-pers/${returned}/acc`);
  // What was added stands in the middle of the picture.
  await onTheMove.page
    .locator('ins')
    .first()
    .evaluate((added) => added.scrollIntoView({ block: 'center' }));
  await onTheMove.page.waitForTimeout(300);
  await keep(onTheMove.page, 'acc');
} finally {
  await browser.close();
  await core.dispose();
}
