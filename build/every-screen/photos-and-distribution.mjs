// The sample office: photos, and how a release goes out.
import { firstOption } from './acts.mjs';

export const photosAndDistribution = [
  ['foto', 'documentation', '/foto'],
  [
    'foto-keterangan',
    'documentation',
    '/foto',
    async (page) => {
      await firstOption(page).focus();
      await page.keyboard.press('Enter');
    },
  ],
  [
    'foto-terpilih',
    'documentation',
    '/foto',
    async (page) => {
      await firstOption(page).focus();
      await page.keyboard.press('x');
      await page.keyboard.press('Shift+ArrowRight');
    },
  ],
  [
    'foto-penuh',
    'documentation',
    '/foto',
    async (page) => {
      await firstOption(page).focus();
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
];
