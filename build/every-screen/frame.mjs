// The sample office: what stands around every screen, and what happens when the core is away.
import { dialog, press, releaseOf } from './acts.mjs';

const palette = (query) => async (page) => {
  await page.keyboard.press('Control+k');
  await dialog(page).waitFor();
  if (query) await page.keyboard.type(query);
  await page.waitForTimeout(700);
};

export const frame = [
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
      await place.people.writer.rpc.people.setPin({ pin: '2580', password: '' });
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
];
