import { readFileSync } from 'node:fs';
import { passwordOf } from '../harness/client.ts';
import { expect, expectAccessible, phone, test } from './test.ts';

test('three fields open an office, and the one box stands ready', async ({ page, core }) => {
  await page.goto(core.openUrl);
  await page.getByRole('button', { name: 'Mulai' }).click();
  await expect(page.getByRole('textbox', { name: 'Nama unit' })).toBeFocused();
  await expect(page.getByText('Bagian ini perlu diisi.').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Nama unit' }).fill('Bagian Prokopim');
  await page.getByRole('textbox', { name: 'Kota atau kabupaten' }).fill('Ternate');
  await expect(page.getByText('Ditebak WIT dari kota Anda.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Nama Anda' }).fill('Siti Amina');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Tempel agenda hari ini dari WA' })).toBeVisible();
  await page.getByRole('link', { name: 'Nanti saja, ke Beranda' }).click();
  await expect(page.getByText('Selamat', { exact: false }).first()).toContainText('Siti Amina');
});

test('what the first paste made is one press away, also when its day is long past', async ({ page, office }) => {
  const past = readFileSync('tests/fixtures/agenda/01-whatsapp-one-day.txt', 'utf8');
  await office.open(page, 'founder', '/mulai');
  await page.getByLabel('Pesan agenda dari WhatsApp').fill(past);
  const first = page.getByRole('article', { name: 'Pembukaan Pekan Literasi' });
  await expect(first.getByText('Tanggal ini sudah lama lewat; mungkin tahunnya keliru.')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await page.getByLabel('Nama lengkap').first().fill('I Gusti Ngurah Jaya Negara');
  await page.getByRole('button', { name: 'Simpan ke daftar pejabat' }).click();
  await expect(page.getByText('Daftar pejabat tersimpan')).toBeVisible();
  await page.getByRole('button', { name: 'Lihat agenda' }).click();
  await expect(page).toHaveURL(/\/agenda\?tanggal=.?2025-11-20/);
  await expect(page.getByRole('link', { name: /Pembukaan Pekan Literasi/ }).first()).toBeVisible();

  // today's agenda is what Beranda shows
  await page.goto(new URL('/mulai', page.url()).href);
  const today = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'Asia/Makassar' }).format(new Date());
  await page.getByLabel('Pesan agenda dari WhatsApp').fill(`${today}\n1. 08.00 WITA Apel Pagi`);
  await page.getByRole('article', { name: 'Apel Pagi' }).press('Enter');
  await page.getByRole('button', { name: 'Lihat agenda' }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByText('Apel Pagi').first()).toBeVisible();
});

test('a wrong password says nothing about which part was wrong, and what was typed stays', async ({
  page,
  core,
  office,
}) => {
  await office.person('writer');
  await page.goto(core.url);
  await page.getByRole('textbox', { name: 'Nama pengguna' }).fill('writer');
  await page.getByLabel('Kata sandi', { exact: true }).fill('bukan yang ini');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nama pengguna atau kata sandi tidak cocok.', { exact: false })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Nama pengguna' })).toHaveValue('writer');
  for (let turn = 0; turn < 8; turn++) {
    await page.getByLabel('Kata sandi', { exact: true }).fill(`salah ${turn}`);
    await page.getByRole('button', { name: 'Masuk' }).click();
    await expect(page.getByRole('button', { name: 'Masuk' })).not.toHaveAttribute('data-loading', 'true');
  }
  await expect(page.getByText('Terlalu banyak percobaan.', { exact: false })).toBeVisible();
});

test('keys lead everywhere: g a, ?, Ctrl+K with the words people say, F12', async ({ page, office }) => {
  await office.open(page, 'founder', '/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page).toHaveURL(/\/agenda/);
  await expect(page.locator('[data-page-title]')).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Tombol cepat' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  for (const [said, act] of [
    ['acc', 'Setujui naskah yang menunggu'],
    ['naikkan', 'Ajukan naskah ke Kabag'],
    ['sebar', 'Kirim siaran pers ke media'],
    ['japri', 'Bagikan ke WhatsApp'],
  ] as const) {
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Ke mana', { exact: false }).fill(said);
    await expect(page.getByRole('dialog').getByRole('button').first()).toContainText(act);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.keyboard.press('F12');
  await expect(page.getByRole('dialog', { name: 'Ganti orang' })).toBeVisible();
  await expectAccessible(page);
});

test('the first tab stop skips to the page; the rail is walked by Tab', async ({ page, office }) => {
  await office.open(page, 'founder', '/pengaturan/akun');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Langsung ke isi halaman' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Beranda', exact: true }).first()).toBeFocused();
});

test('Ganti orang by PIN changes who acts without signing out', async ({ page, office }) => {
  const head = await office.person('head');
  await head.rpc.people.setPin({ pin: '2580', password: passwordOf('head') });
  const { me } = await head.rpc.session.status();
  const name = me?.name ?? '';
  await office.open(page, 'founder', '/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('F12');
  const dialog = page.getByRole('dialog', { name: 'Ganti orang' });
  await dialog.getByRole('button', { name }).click();
  await dialog.getByLabel(`PIN ${name}`).fill('1111');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('PIN tidak cocok.', { exact: false })).toBeVisible();
  await dialog.getByLabel(`PIN ${name}`).fill('2580');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: new RegExp(name) })).toBeVisible();
});

test('people: the message stands at the field, what was typed stays, undo brings a person back', async ({
  page,
  office,
}) => {
  await office.person('writer');
  await office.open(page, 'founder', '/pengaturan/orang');
  await page.getByRole('button', { name: 'Tambah orang' }).click();
  const dialog = page.getByRole('dialog', { name: 'Orang baru' });
  await dialog.getByRole('textbox', { name: 'Nama', exact: true }).fill('Made Wirawan');
  await dialog.getByRole('textbox', { name: 'Nama pengguna' }).fill('Made Wirawan');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Huruf kecil, angka, titik', { exact: false })).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Nama', exact: true })).toHaveValue('Made Wirawan');
  const taken = (await office.founder.rpc.people.list())[0];
  await dialog.getByRole('textbox', { name: 'Nama pengguna' }).fill(taken?.username ?? '');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('sudah dipakai', { exact: false })).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Nama pengguna' })).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Nama pengguna' }).fill('made.wirawan');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Buka menu: Made Wirawan' }).click();
  await page.getByRole('menuitem', { name: 'Nonaktifkan' }).click();
  await expect(page.getByText('Made Wirawan dinonaktifkan.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expect(page.getByText('Nonaktif', { exact: true })).toHaveCount(0);
});

test('language changes without a reload and is kept with the person', async ({ page, office }) => {
  await office.open(page, 'founder', '/pengaturan/akun');
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  await page.getByRole('radiogroup', { name: 'Bahasa' }).getByText('English').click();
  await expect(page.getByRole('link', { name: 'Home' }).first()).toBeVisible();
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
  await expect.poll(async () => (await office.founder.rpc.session.status()).me?.language).toBe('en');
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.getByRole('link', { name: 'Home' }).first()).toBeVisible();
});

test('the language pressed before signing in stays with who signs in; others keep theirs', async ({
  page,
  core,
  office,
}) => {
  const writer = await office.person('writer');
  const signIn = async (words: { name: string; password: string; act: string }) => {
    await page.getByLabel(words.name).fill('writer');
    await page.getByLabel(words.password, { exact: true }).fill(passwordOf('writer'));
    await page.getByRole('button', { name: words.act }).click();
  };
  await page.goto(core.url);
  await page.getByRole('radiogroup', { name: 'Bahasa' }).getByText('English').click();
  await signIn({ name: 'Username', password: 'Password', act: 'Sign in' });
  await expect(page.getByRole('link', { name: 'Home' }).first()).toBeVisible();
  await expect.poll(async () => (await writer.rpc.session.status()).me?.language).toBe('en');
  // the page is closed before, because it would follow its person
  await page.goto('about:blank');
  await writer.rpc.session.setLanguage({ language: 'id' });
  // this browser still speaks English on the page before the newsroom; nobody pressed anything there
  await page.context().clearCookies();
  await page.goto(core.url);
  await signIn({ name: 'Username', password: 'Password', act: 'Sign in' });
  await expect(page.getByRole('link', { name: 'Beranda' }).first()).toBeVisible();
  expect((await writer.rpc.session.status()).me?.language).toBe('id');
});

test('what could not be asked is not called calm, and a refused sign-out says so', async ({ page, office }) => {
  const refuse = (path: string) => page.route(`**/rpc/${path}`, (route) => route.fulfill({ status: 500, body: '{}' }));
  await refuse('approval/**');
  await refuse('session/signOut');
  const problem = page.getByText('Ada yang tidak berjalan semestinya.', { exact: false });
  await office.open(page, 'founder', '/');
  await expect(problem).toBeVisible();
  await expect(page.getByText('acara hari ini', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('tidak ada yang menunggu Anda', { exact: false })).toHaveCount(0);
  await page.goto(new URL('/pengaturan/akun', page.url()).href);
  await page.getByRole('button', { name: 'Buka menu' }).click();
  await page.getByRole('button', { name: 'Keluar' }).click();
  await expect(problem).toBeVisible();
});

test('when the core dies the page says so and what was typed stays; it comes back by itself', async ({
  page,
  core,
  office,
}) => {
  await office.open(page, 'founder', '/pengaturan/kantor');
  const footer = page.getByRole('textbox', { name: 'Kaki naskah' });
  await footer.fill('Jl. Gajah Mada 1');
  await core.kill();
  await expect(page.getByText('Sambungan ke Kulkul terputus.', { exact: false })).toBeVisible({ timeout: 15_000 });
  await expect(footer).toHaveValue('Jl. Gajah Mada 1');
  await core.restart();
  await expect(page.getByText('Sambungan ke Kulkul terputus.', { exact: false })).toHaveCount(0, { timeout: 20_000 });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Tersimpan', { exact: true })).toBeVisible();
  expect((await office.founder.rpc.office.get()).letterhead.footer).toBe('Jl. Gajah Mada 1');
});

test('three tabs hold one stream; a change in one is seen in the others, also after the leader is closed', async ({
  page,
  core,
  office,
  context,
}) => {
  await office.open(page, 'founder', '/pengaturan/orang');
  const second = await context.newPage();
  const third = await context.newPage();
  let streams = 0;
  for (const tab of [second, third]) {
    tab.on('request', (request) => {
      if (new URL(request.url()).pathname === '/happenings') streams++;
    });
    await tab.goto(`${core.url}/pengaturan/orang`);
    await expect(tab.getByRole('heading', { level: 1, name: 'Orang' })).toBeVisible();
  }
  await office.founder.rpc.people.add({ username: 'tamu.satu', name: 'Tamu Satu', roles: ['observer'] });
  for (const tab of [page, second, third]) await expect(tab.getByText('Tamu Satu')).toBeVisible();
  expect(streams).toBe(0);
  await page.close();
  await expect.poll(() => streams).toBe(1);
  await office.founder.rpc.people.add({ username: 'tamu.dua', name: 'Tamu Dua', roles: ['observer'] });
  for (const tab of [second, third]) await expect(tab.getByText('Tamu Dua')).toBeVisible();
});

test('where Web Locks are missing the tabs still share one stream', async ({ page, core, office, context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
  });
  const open = new Map<string, number>();
  const count = (name: string, tab: typeof page) =>
    tab.on('request', (request) => {
      if (new URL(request.url()).pathname === '/happenings') open.set(name, (open.get(name) ?? 0) + 1);
    });
  count('first', page);
  await office.open(page, 'founder', '/pengaturan/orang');
  await expect.poll(() => open.get('first'), { timeout: 10_000 }).toBe(1);
  const second = await context.newPage();
  count('second', second);
  await second.goto(`${core.url}/pengaturan/orang`);
  await office.founder.rpc.people.add({ username: 'tamu.satu', name: 'Tamu Satu', roles: ['observer'] });
  await expect(second.getByText('Tamu Satu')).toBeVisible();
  await page.waitForTimeout(6000);
  expect(open.get('second') ?? 0).toBe(0);
  await page.close();
  await expect.poll(() => open.get('second'), { timeout: 10_000 }).toBe(1);
});

test('audit trail: filter, facts of a line, and the chain holds', async ({ page, office }) => {
  await office.person('writer');
  await office.open(page, 'founder', '/pengaturan/jejak-audit');
  await expect(page.getByText('Menyiapkan kantor')).toBeVisible();
  await page.getByRole('button', { name: 'Periksa rantai' }).click();
  await expect(page.getByText('Rantai utuh', { exact: false })).toBeVisible();
  await page.getByText('Menyiapkan kantor').click();
  await expect(page.getByText('Sidik baris #1', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('on a phone the bar stands below and the rest is in the menu of the person', async ({ page, office }) => {
  await page.setViewportSize(phone);
  await office.open(page, 'founder', '/');
  await page.getByRole('navigation', { name: 'Bagian Kulkul' }).getByRole('link', { name: 'Agenda' }).click();
  await expect(page).toHaveURL(/agenda/);
  await page.getByRole('button', { name: /Buka menu/ }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Pengaturan' }).click();
  await expect(page).toHaveURL(/pengaturan/);
});
