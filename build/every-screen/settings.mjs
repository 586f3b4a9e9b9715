// The sample office: settings.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dialog, open, press } from './acts.mjs';

const part = (name) => [`pengaturan-${name}`, 'admin', `/pengaturan/${name}`];

export const settings = [
  part('akun'),
  part('kantor'),
  part('orang'),
  part('sesi'),
  part('nomor'),
  part('pengingat'),
  ['pengaturan-agenda', 'head', '/pengaturan/agenda'],
  part('kalender'),
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
];
