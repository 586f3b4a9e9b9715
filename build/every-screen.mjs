// npm run screenshots -- --every FOLDER [language] [pattern of names]: every screen, state and dialog in both languages, themes
// and sizes, as <name>.<language>.<size>.<theme>.png. Not for the README: for a hard look at all of it before a release.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailServer, saying } from '../tests/builders/mail-server.ts';
import { makePicture } from '../tests/builders/pictures.ts';
import { canMount, smallDisk } from '../tests/builders/small-disk.ts';
import { typeInto } from '../tests/builders/typing.ts';
import { approvedRelease } from '../tests/harness/approved-release.ts';
import { addPeople, firstStart, visit } from '../tests/harness/client.ts';
import { startCore } from '../tests/harness/core-process.ts';
import { root } from './machine.mjs';

const sizes = { laptop: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } };
const themes = ['light', 'dark'];
/** A long page is shown whole, up to here. */
const TALLEST = 2600;
const agendaMessage = readFileSync(join(root, 'tests/fixtures/agenda/01-whatsapp-one-day.txt'), 'utf8');

/** @param {import('@playwright/test').Browser} browser */
export async function everyScreen(browser, folder, onlyLanguage, part = '') {
  mkdirSync(folder, { recursive: true });
  const failed = [];
  const small = new Map();
  let taken = 0;
  for (const language of ['id', 'en']) {
    if (onlyLanguage && onlyLanguage !== language) continue;
    const { [language]: w } = await import(`../src-renderer/words/${language}/index.ts`);
    for (const [name, office] of Object.entries(offices)) {
      const scenes = office.scenes.filter(([scene]) => new RegExp(part).test(scene));
      if (scenes.length === 0) continue;
      const place = await office.open();
      if (place === null) continue;
      try {
        for (const [scene, who, path, act, settings = {}] of scenes) {
          const started = Date.now();
          try {
            const person = typeof who === 'function' ? await who(place) : place.people[who];
            await person?.rpc.session.setLanguage({ language }).catch(() => undefined);
            const page = await sit(browser, place.core, person, language);
            const address = typeof path === 'function' ? await path(place) : path;
            await page.goto(address.startsWith('http') ? address : place.core.url + address);
            await settle(page);
            await act?.(page, w, place);
            await page.waitForTimeout(350);
            for (const [size, viewport] of Object.entries(sizes)) {
              if (settings.only && settings.only !== size) continue;
              await page.setViewportSize(viewport);
              if (settings.afterResize) await settings.afterResize(page, w);
              for (const theme of themes) {
                await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
                await page.waitForTimeout(350);
                const file = (more) => join(folder, `${scene}.${language}.${size}${more}.${theme}.png`);
                await page.screenshot({ path: file('') });
                taken += 1;
              }
              if (size === 'phone')
                for (const target of await page.evaluate(smallTargets))
                  if (!small.has(target)) small.set(target, scene);
              const whole = await page.evaluate(() => {
                const main = document.querySelector('main') ?? document.documentElement;
                return main.scrollHeight - main.clientHeight;
              });
              if (whole > 60 && !settings.floats) {
                await page.setViewportSize({ ...viewport, height: Math.min(viewport.height + whole, TALLEST) });
                await page.waitForTimeout(150);
                await page.screenshot({ path: join(folder, `${scene}.${language}.${size}-whole.dark.png`) });
              }
            }
            await page.context().close();
            await settings.after?.(place);
          } catch (error) {
            failed.push(`${scene} (${language}): ${String(error).split('\n')[0]}`);
            for (const context of browser.contexts()) await context.close();
          }
          console.log(`${language} ${name}: ${scene} ${((Date.now() - started) / 1000).toFixed(1)} s`);
        }
      } finally {
        await place.close();
      }
    }
  }
  console.log(`${taken} pictures in ${folder}`);
  for (const line of failed) console.log(`not taken: ${line}`);
  for (const [target, scene] of small) console.log(`small under a thumb: ${target} in ${scene}`);
}

/** In the page: what can be pressed and is less than 44 px high or 40 px wide. Links within a sentence are as high as their line. */
function smallTargets() {
  const found = [];
  for (const one of document.querySelectorAll(
    'button, a[href], summary, select, input, textarea, [role="option"], [role="menuitem"]',
  )) {
    const shape = one.closest('label, .mantine-Checkbox-body, .mantine-Switch-body') ?? one;
    const box = shape.getBoundingClientRect();
    const style = getComputedStyle(one);
    const unseen =
      box.width < 2 ||
      style.visibility === 'hidden' ||
      style.clipPath !== 'none' ||
      one.closest('[aria-hidden="true"], [inert], [role="dialog"] ~ *');
    if (unseen || (box.height >= 44 && box.width >= 40)) continue;
    if (one.tagName === 'A' && style.display === 'inline') continue;
    const name = (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40) || one.className;
    found.push(`${one.tagName.toLowerCase()} "${name}" ${Math.round(box.width)}x${Math.round(box.height)}`);
  }
  return found;
}

async function sit(browser, core, person, language) {
  const context = await browser.newContext({
    viewport: sizes.laptop,
    locale: language === 'id' ? 'id-ID' : 'en-GB',
    timezoneId: 'Asia/Makassar',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(8000);
  if (person) await context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: core.url })));
  await context.addInitScript((value) => localStorage.setItem('kulkul.language', value), language);
  return context.newPage();
}

async function settle(page) {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.locator('main, [role="alert"]').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'), null, { timeout: 8000 });
  await page.waitForTimeout(400);
}

const press = (page, name, exact = true) => page.getByRole('button', { name, exact }).first().click();
const dialog = (page) => page.getByRole('dialog').first();
/** Opens the menu or dialog behind this button and waits for it. */
const open = (name, exact) => async (page, w) => {
  await press(page, name(w), exact);
  await page.waitForTimeout(300);
};
const releaseOf =
  (state) =>
  (place, more = '') =>
    `/siaran-pers/${place[state].id}${more}`;

// ---- the sample office

async function demo() {
  const core = await startCore({ demo: true });
  const { choose } = await (await visit(core)).rpc.session.status();
  const people = {};
  for (const role of ['head', 'admin', 'writer', 'protocol', 'documentation', 'observer', 'contributor', 'editor']) {
    people[role] = await visit(core);
    await people[role].rpc.session.signInAs({ userId: choose.find((one) => one.roles.includes(role)).userId });
  }
  const releases = await people.head.rpc.releases.list({});
  const of = (state) => releases.find((release) => release.state === state);
  const day = (shift) => new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10);
  const events = await people.protocol.rpc.agenda.list({ from: day(-10), to: day(14) });
  const event = (state) => events.find((one) => one.state === state);
  return {
    core,
    people,
    draft: of('draft'),
    returned: of('returned'),
    submitted: of('submitted'),
    approved: of('approved'),
    sent: of('distributed'),
    confirmed: event('confirmed'),
    cancelled: event('cancelled'),
    postponed: event('postponed'),
    delegated: events.find((one) => one.attendance.some((answer) => answer.answer === 'delegated')),
    done: events.find((one) => one.id === of('distributed').eventId),
    close: () => core.dispose(),
  };
}

const atConfirmed = (place) => `/agenda/${place.confirmed.id}`;
const quick = (name, key) => [name, 'protocol', atConfirmed, open((w) => w.agenda[key])];
const palette = (query) => async (page) => {
  await page.keyboard.press('Control+k');
  await dialog(page).waitFor();
  if (query) await page.keyboard.type(query);
  await page.waitForTimeout(700);
};
const part = (name) => [`pengaturan-${name}`, 'admin', `/pengaturan/${name}`];
const firstTile = (page) => page.locator('main [role="option"]').first();

const demoScenes = [
  ['beranda', 'head', '/'],
  ['beranda-penulis', 'writer', '/'],
  ['beranda-protokol', 'protocol', '/'],
  ['beranda-kontributor', 'contributor', '/'],
  ['beranda-pengamat', 'observer', '/'],
  ['agenda', 'protocol', '/agenda'],
  ['agenda-pekan', 'protocol', '/agenda?lihat=pekan'],
  ['agenda-daftar', 'protocol', '/agenda?lihat=daftar'],
  ['agenda-tanpa-hasil', 'protocol', '/agenda?lihat=daftar&cari=zzzz'],
  ['agenda-hari-kosong', 'protocol', '/agenda?lihat=hari&tanggal=2031-01-01'],
  ['agenda-bagikan', 'protocol', '/agenda', open((w) => w.agenda.share)],
  ['acara', 'protocol', atConfirmed],
  ['acara-selesai', 'head', (place) => `/agenda/${place.done.id}`],
  ['acara-batal', 'protocol', (place) => `/agenda/${place.cancelled.id}`],
  ['acara-ditunda', 'protocol', (place) => `/agenda/${place.postponed.id}`],
  ['acara-diwakili', 'protocol', (place) => `/agenda/${(place.delegated ?? place.confirmed).id}`],
  ['acara-hilang', 'protocol', '/agenda/01ARZ3NDEKTSV4RRFFQ69G5FAV'],
  quick('dialog-ubah-waktu', 'changeTime'),
  quick('dialog-ubah-tempat', 'changePlace'),
  quick('dialog-diwakili', 'delegate'),
  quick('dialog-batalkan', 'cancelEvent'),
  quick('dialog-bagikan-acara', 'share'),
  quick('menu-acara', 'more'),
  [
    'dialog-tunda',
    'protocol',
    atConfirmed,
    async (page, w) => {
      await press(page, w.agenda.more);
      await page.getByRole('menuitem', { name: w.agenda.postpone, exact: true }).click();
    },
  ],
  ['acara-baru', 'protocol', '/agenda/baru'],
  ['acara-baru-salah', 'protocol', '/agenda/baru', open((w) => w.agenda.create)],
  ['acara-ubah', 'protocol', (place) => `${atConfirmed(place)}/ubah`],
  ['tempel', 'protocol', '/agenda/tempel'],
  [
    'tempel-usulan',
    'protocol',
    '/agenda/tempel',
    async (page, w) => {
      await page.getByLabel(w.agenda.pasteLabel).fill(`${agendaMessage}\nkode sandi 88 xyzzy`);
      await page.getByRole('article').first().waitFor();
    },
  ],
  ['siaran-pers', 'head', '/siaran-pers'],
  ['siaran-pers-penulis', 'writer', '/siaran-pers'],
  ['siaran-pers-tanpa-hasil', 'writer', '/siaran-pers?cari=zzzz'],
  ['siaran-pers-jenis', 'writer', '/siaran-pers', open((w) => w.releases.createOther)],
  ['naskah-draf', 'writer', releaseOf('draft')],
  [
    'naskah-pembicara',
    'writer',
    releaseOf('draft'),
    async (page, w) => {
      await page.locator('.ProseMirror > p').last().click();
      await page.getByRole('toolbar').getByRole('button', { name: w.releases.quote }).click();
    },
  ],
  [
    'naskah-tautan',
    'writer',
    releaseOf('draft'),
    async (page, w) => {
      await page.locator('.ProseMirror p').first().click();
      await page.getByRole('toolbar').getByRole('button', { name: w.releases.link, exact: true }).click();
      await page.getByLabel(w.releases.linkAddress).fill('javascript:x');
      await page.keyboard.press('Enter');
    },
  ],
  ['naskah-pilih-foto', 'writer', releaseOf('draft'), open((w) => w.photos.add)],
  ['naskah-dikembalikan', 'writer', releaseOf('returned')],
  ['naskah-diajukan', 'writer', releaseOf('submitted')],
  ['naskah-disetujui', 'writer', releaseOf('approved')],
  ['naskah-terdistribusi', 'head', releaseOf('sent')],
  ['menunggu', 'head', '/siaran-pers/menunggu'],
  ['menunggu-kosong', 'writer', '/siaran-pers/menunggu'],
  ['acc', 'head', (place) => releaseOf('submitted')(place, '/acc')],
  ['acc-ubah', 'head', (place) => releaseOf('submitted')(place, '/acc'), open((w) => w.approval.change)],
  ['acc-kembalikan', 'head', (place) => releaseOf('submitted')(place, '/acc'), open((w) => w.approval.return)],
  [
    'acc-sekali-lagi',
    'head',
    (place) => releaseOf('submitted')(place, '/acc'),
    async (page, w) => {
      await page.getByRole('button', { name: w.approval.approveHold }).focus();
      await page.keyboard.press('Enter');
    },
  ],
  ['acc-terdistribusi', 'head', (place) => releaseOf('sent')(place, '/acc')],
  ['foto', 'documentation', '/foto'],
  [
    'foto-keterangan',
    'documentation',
    '/foto',
    async (page) => {
      await firstTile(page).focus();
      await page.keyboard.press('Enter');
    },
  ],
  [
    'foto-terpilih',
    'documentation',
    '/foto',
    async (page) => {
      await firstTile(page).focus();
      await page.keyboard.press('x');
      await page.keyboard.press('Shift+ArrowRight');
    },
  ],
  [
    'foto-penuh',
    'documentation',
    '/foto',
    async (page) => {
      await firstTile(page).focus();
      await page.keyboard.press('Space');
    },
  ],
  ['distribusi', 'editor', '/distribusi'],
  ['kirim-belum-disetujui', 'editor', (place) => `/distribusi/${place.draft.id}`],
  ['kirim-sebelum', 'editor', (place) => `/distribusi/${place.approved.id}`],
  ['kirim-sesudah', 'editor', (place) => `/distribusi/${place.sent.id}`],
  ['surel-contoh', 'editor', '/distribusi/surel-contoh'],
  [
    'surel-contoh-teks',
    'editor',
    async (place) => `/distribusi/surel-contoh?surel=${(await place.people.editor.rpc.channels.sinkMails({}))[0].id}`,
    async (page, w) => page.getByText(w.distribution.mailText, { exact: true }).click(),
  ],
  ['mitra', 'editor', '/mitra'],
  ['mitra-media', 'editor', '/mitra?bagian=media'],
  ['mitra-grup', 'editor', '/mitra?bagian=grup'],
  ['mitra-wartawan-baru', 'editor', '/mitra', open((w) => w.partners.addJournalist)],
  ['mitra-wartawan-satu', 'editor', '/mitra', async (page) => page.locator('main [role="option"]').first().click()],
  ['mitra-media-baru', 'editor', '/mitra?bagian=media', open((w) => w.partners.addOutlet)],
  ['mitra-grup-baru', 'editor', '/mitra?bagian=grup', open((w) => w.partners.addGroup)],
  [
    'mitra-grup-satu',
    'editor',
    '/mitra?bagian=grup',
    async (page) => page.locator('main [role="option"]').first().click(),
  ],
  [
    'mitra-hapus-grup',
    'editor',
    '/mitra?bagian=grup',
    async (page, w) => {
      await page.locator('main [role="option"]').first().click();
      await press(page, w.partners.removeGroup);
    },
  ],
  ['mitra-tempel', 'editor', '/mitra', open((w) => w.partners.paste)],
  [
    'mitra-tempel-hasil',
    'editor',
    '/mitra',
    async (page, w) => {
      await press(page, w.partners.paste);
      await page
        .getByLabel(w.partners.pasteText, { exact: true })
        .fill(`${w.partners.pasteExample}\ntanpa alamat\nMade Wirawan <made@baliraya.id>`);
      await press(page, w.partners.pasteRead);
    },
  ],
  part('akun'),
  part('kantor'),
  part('orang'),
  part('sesi'),
  part('nomor'),
  part('surel'),
  part('situs'),
  part('cadangan'),
  part('jejak-audit'),
  [
    'jejak-audit-baris',
    'admin',
    '/pengaturan/jejak-audit',
    async (page) => page.locator('main [role="option"], main summary, main [aria-expanded]').first().click(),
  ],
  ['jejak-audit-utuh', 'admin', '/pengaturan/jejak-audit', open((w) => w.settings.verify)],
  ['orang-baru', 'admin', '/pengaturan/orang', open((w) => w.settings.addPerson)],
  [
    'orang-baru-salah',
    'admin',
    '/pengaturan/orang',
    async (page, w) => {
      await press(page, w.settings.addPerson);
      await dialog(page).waitFor();
      await page.keyboard.press('Control+Enter');
    },
  ],
  [
    'orang-menu',
    'admin',
    '/pengaturan/orang',
    async (page, w) =>
      page
        .getByRole('button', { name: new RegExp(w.frame.openMenu) })
        .last()
        .click(),
  ],
  [
    'orang-sandi',
    'admin',
    '/pengaturan/orang',
    async (page, w) => {
      await page.getByRole('button', { name: `${w.frame.openMenu}: I Gede Suartana` }).click();
      await page.getByRole('menuitem', { name: w.settings.resetPassword }).click();
    },
  ],
  ['kode-pemulihan', 'admin', '/pengaturan/cadangan', open((w) => w.settings.recoveryMake)],
  [
    'cadangan-jadi',
    'admin',
    '/pengaturan/cadangan',
    async (page, w) => {
      await page.getByLabel(w.settings.backupFolder).fill(mkdtempSync(join(tmpdir(), 'kulkul-backup-')));
      await press(page, w.settings.backupMake);
      await page.waitForTimeout(2500);
    },
  ],
  ['bukan-untuk-saya', 'writer', '/pengaturan/kantor'],
  ['tidak-ada', 'head', '/tidak-ada-di-sini'],
  ['cari', 'head', '/', palette(''), { floats: true }],
  ['cari-hasil', 'head', '/', palette('sampah'), { floats: true }],
  ['cari-nihil', 'head', '/', palette('zzzz'), { floats: true }],
  ['tombol', 'head', '/', async (page) => page.keyboard.press('?'), { floats: true }],
  ['ganti-orang-belum', 'head', '/', async (page) => page.keyboard.press('F12'), { floats: true }],
  [
    'ganti-orang',
    'head',
    '/',
    async (page, _w, place) => {
      await place.people.writer.rpc.people.setPin({ pin: '2580', password: '' }).catch(() => undefined);
      await page.keyboard.press('F12');
      const button = dialog(page).getByRole('button', { name: /Lestari/ });
      await button.click();
    },
    { floats: true },
  ],
  ['menu-saya', 'head', '/', async (page, w) => press(page, new RegExp(w.frame.openMenu), false), { floats: true }],
  [
    'terputus',
    'writer',
    releaseOf('draft'),
    async (page, _w, place) => {
      await place.core.kill();
      await page.locator('.ProseMirror p').nth(1).click();
      await page.keyboard.type('Tetap ditulis. ');
      await page.waitForTimeout(4000);
    },
    { after: (place) => place.core.restart() },
  ],
  [
    'tidak-terhubung',
    'head',
    '/',
    async (page, _w, place) => {
      await page.context().route('**/rpc/**', (route) => route.abort());
      await page.goto(`${place.core.url}/agenda`);
      await page.waitForTimeout(6000);
    },
  ],
  [
    'acc-perubahan',
    'head',
    async (place) => {
      const { rpc } = place.people.writer;
      if ((await rpc.releases.get({ releaseId: place.returned.id })).state === 'returned') {
        await typeInto(rpc, place.returned.id, { title: `${place.returned.title} Mulai Pekan Ini` });
        await rpc.approval.submit({ releaseId: place.returned.id, note: 'Judul sudah diperbaiki.' });
      }
      return releaseOf('returned')(place, '/acc');
    },
  ],
  [
    'acc-disetujui',
    'head',
    (place) => releaseOf('returned')(place, '/acc'),
    async (page, w) => {
      await page.getByRole('button', { name: w.approval.approveHold }).focus();
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(1200);
    },
  ],
  [
    'bandingkan',
    'head',
    async (place) => {
      const { rpc } = place.people.writer;
      const releaseId = place.returned.id;
      await rpc.approval.newVersion({ releaseId }).catch(() => undefined);
      await typeInto(rpc, releaseId, { title: 'Pemilahan Sampah dari Rumah Dimulai Serentak' }).catch(() => undefined);
      return `/siaran-pers/${releaseId}/bandingkan?lama=1`;
    },
  ],
  ['naskah-versi-baru', 'writer', releaseOf('returned')],
  [
    'menunggu-habis',
    'head',
    async (place) => {
      for (const { releaseId } of await place.people.head.rpc.approval
        .inbox({})
        .then((rows) => rows.map((row) => ({ releaseId: row.release?.id ?? row.releaseId ?? row.id }))))
        await place.people.head.rpc.approval.return({ releaseId, note: 'Lengkapi datanya.' });
      return '/siaran-pers/menunggu';
    },
  ],
];

// ---- an office whose mail meets every fate

async function troubled() {
  const smtp = await mailServer({
    onRcptTo: ({ address }, _session, done) =>
      address.startsWith('tolak') ? done(saying(550, '5.1.1 Kotak surat tidak ada')) : done(),
    afterBody: ({ to }, cut) => {
      if (to[0]?.startsWith('putus')) cut();
    },
  });
  const core = await startCore({});
  const founder = await firstStart(core);
  const { rpc } = founder;
  await rpc.office.change({ selfApproval: true });
  const account = {
    host: '127.0.0.1',
    port: smtp.port,
    security: 'plain',
    allowPlain: true,
    user: '',
    connections: 1,
    fromName: 'Prokopim Denpasar',
    fromAddress: 'prokopim@denpasar.example',
    replyTo: '',
    unsubscribeTo: '',
  };
  await rpc.channels.setSmtp({ ...account, version: null });
  const memberIds = [];
  for (const [name, email] of [
    ['Komang Sari', 'komang@balipagi.example'],
    ['Putu Arya', 'tolak@harianbali.example'],
    ['Made Wirawan', 'putus@radiobali.example'],
  ])
    memberIds.push((await rpc.partners.addJournalist({ name, email })).id);
  const { id: group } = await rpc.partners.addGroup({ name: 'Forum Wartawan', kind: 'email', memberIds });
  const { id: whatsapp } = await rpc.partners.addGroup({
    name: 'Media Center Prokopim',
    kind: 'whatsapp',
    note: 'admin: Bu Ketut',
  });
  await rpc.site.change({
    folder: join(core.dataFolder, 'Situs'),
    baseUrl: 'https://prokopim.denpasar.example/berita',
    title: 'Ruang Berita Denpasar',
    description: 'Siaran pers Pemerintah Kota Denpasar.',
    version: 0,
  });
  const release = await approvedRelease(founder, { title: 'Wali Kota Buka Pekan Literasi di Graha Sewaka Dharma' });
  return {
    core,
    smtp,
    release,
    group,
    whatsapp,
    people: { founder },
    close: async () => {
      await core.dispose();
      await smtp.close();
    },
  };
}
const atSend = (place) => `/distribusi/${place.release.id}`;
const troubledScenes = [
  ['kirim-sungguhan', 'founder', atSend],
  [
    'kirim-bermasalah',
    'founder',
    atSend,
    async (page, w) => {
      await page.keyboard.press('Control+Enter');
      await page.getByText(w.states.delivery.unknown).first().waitFor({ timeout: 15_000 });
      await page.waitForTimeout(1500);
    },
  ],
  [
    'kirim-lagi',
    'founder',
    atSend,
    async (page, w) =>
      page
        .getByRole('button', { name: new RegExp(`^${w.distribution.sendAgain}`) })
        .first()
        .click(),
  ],
  ['distribusi-bermasalah', 'founder', '/distribusi'],
  ['beranda-bermasalah', 'founder', '/'],
  [
    'uji-koneksi-berhasil',
    'founder',
    '/pengaturan/surel',
    async (page, w) => {
      await press(page, w.mail.test);
      await page.waitForTimeout(1500);
    },
  ],
  [
    'uji-koneksi-gagal',
    'founder',
    '/pengaturan/surel',
    async (page, w) => {
      await page.getByLabel(w.mail.port).fill('9');
      await press(page, w.mail.test);
      await page.waitForTimeout(2500);
    },
  ],
  ['naskah-bermasalah', 'founder', (place) => `/siaran-pers/${place.release.id}`],
];

// ---- an office of one, just begun; its disk is small

async function begun() {
  const core = await startCore({});
  const founder = await firstStart(core);
  return { core, people: { founder, nobody: null }, close: () => core.dispose() };
}
const empty = (name, path) => [`kosong-${name}`, 'founder', path];
const begunScenes = [
  empty('beranda', '/'),
  empty('agenda', '/agenda'),
  empty('agenda-pekan', '/agenda?lihat=pekan'),
  empty('siaran-pers', '/siaran-pers'),
  empty('menunggu', '/siaran-pers/menunggu'),
  empty('foto', '/foto'),
  empty('distribusi', '/distribusi'),
  empty('mitra', '/mitra'),
  empty('mitra-media', '/mitra?bagian=media'),
  empty('mitra-grup', '/mitra?bagian=grup'),
  empty('orang', '/pengaturan/orang'),
  empty('surel', '/pengaturan/surel'),
  empty('situs', '/pengaturan/situs'),
  empty('kantor', '/pengaturan/kantor'),
  [
    'naskah-kosong',
    'founder',
    async (place) => `/siaran-pers/${(await place.people.founder.rpc.releases.create({})).id}`,
  ],
  ['mulai-tempel', 'founder', '/mulai'],
  [
    'mulai-usulan',
    'founder',
    '/mulai',
    async (page, w) => {
      await page.getByLabel(w.agenda.pasteLabel).fill(agendaMessage);
      await page.getByRole('article').first().waitFor();
    },
  ],
  [
    'mulai-pimpinan',
    'founder',
    '/mulai',
    async (page, w) => {
      await page.getByLabel(w.agenda.pasteLabel).fill(agendaMessage);
      await page.getByRole('article').first().waitFor();
      await page.keyboard.press('Control+Enter');
      await page.waitForTimeout(1000);
    },
  ],
  [
    'masuk',
    'nobody',
    async (place) => {
      await addPeople(place.core, place.people.founder, ['writer']).catch(() => undefined);
      return '/';
    },
  ],
  [
    'masuk-salah',
    'nobody',
    '/',
    async (page, w) => {
      await page.getByLabel(w.start.username).fill('writer');
      await page.getByLabel(w.start.password, { exact: true }).fill('bukan ini');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(900);
    },
  ],
  ['masuk-pilih', 'nobody', (place) => place.core.openUrl],
];

async function fresh() {
  const core = await startCore({});
  return { core, people: { nobody: null }, close: () => core.dispose() };
}
const freshScenes = [
  ['mulai', 'nobody', (place) => place.core.openUrl],
  ['mulai-salah', 'nobody', (place) => place.core.openUrl, open((w) => w.start.begin)],
];

async function crammed() {
  if (!canMount) return null;
  const disk = smallDisk(48);
  const core = await startCore({ dataFolder: join(disk.path, 'data') });
  const founder = await firstStart(core);
  return {
    core,
    people: { founder },
    close: async () => {
      await core.dispose();
      disk.unmount();
    },
  };
}
const crammedScenes = [
  [
    'diska-penuh',
    'founder',
    '/foto',
    async (page, w) => {
      const cards = mkdtempSync(join(tmpdir(), 'kulkul-card-'));
      const files = [];
      for (let seed = 1; seed <= 20; seed++) {
        const picture = await makePicture(seed, { width: 900, height: 600 });
        files.push(join(cards, `IMG_${seed}.JPG`));
        writeFileSync(files.at(-1), Buffer.concat([picture, Buffer.alloc(3_000_000, seed)]));
      }
      await page.locator('input[type=file]').first().setInputFiles(files, { timeout: 30_000 });
      await page.getByRole('button', { name: w.photos.goOn }).waitFor({ timeout: 30_000 });
    },
  ],
];

const offices = {
  demo: { open: demo, scenes: demoScenes },
  troubled: { open: troubled, scenes: troubledScenes },
  begun: { open: begun, scenes: begunScenes },
  fresh: { open: fresh, scenes: freshScenes },
  crammed: { open: crammed, scenes: crammedScenes },
};
