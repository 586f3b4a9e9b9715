// The sample office: releases, their text, what waits, approval.
import { open, releaseOf } from './acts.mjs';

export const releases = [
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
];
