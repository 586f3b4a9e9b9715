// The sample office: journalists, media, groups.
import { firstOption, open, press } from './acts.mjs';

export const partners = [
  ['mitra', 'editor', '/mitra'],
  ['mitra-media', 'editor', '/mitra?bagian=media'],
  ['mitra-grup', 'editor', '/mitra?bagian=grup'],
  ['mitra-wartawan-baru', 'editor', '/mitra', open((w) => w.partners.addJournalist)],
  ['mitra-wartawan-satu', 'editor', '/mitra', async (page) => firstOption(page).click()],
  ['mitra-media-baru', 'editor', '/mitra?bagian=media', open((w) => w.partners.addOutlet)],
  ['mitra-grup-baru', 'editor', '/mitra?bagian=grup', open((w) => w.partners.addGroup)],
  ['mitra-grup-satu', 'editor', '/mitra?bagian=grup', async (page) => firstOption(page).click()],
  [
    'mitra-hapus-grup',
    'editor',
    '/mitra?bagian=grup',
    async (page, w) => {
      await firstOption(page).click();
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
];
