// The sample office: the first screen, agenda, events, pasting.
import { agendaMessage, open, press } from './acts.mjs';

const atConfirmed = (place) => `/agenda/${place.confirmed.id}`;
const quick = (name, key) => [name, 'protocol', atConfirmed, open((w) => w.agenda[key])];

export const homeAndAgenda = [
  ['beranda', 'head', '/'],
  ['beranda-penulis', 'writer', '/'],
  ['beranda-protokol', 'protocol', '/'],
  ['beranda-kontributor', 'contributor', '/'],
  ['beranda-pengamat', 'observer', '/'],
  ['agenda', 'protocol', '/agenda'],
  ['agenda-pekan', 'protocol', '/agenda?lihat=pekan'],
  ['agenda-bulan', 'protocol', '/agenda?lihat=bulan'],
  ['agenda-matriks', 'protocol', '/agenda?lihat=matriks'],
  ['tugas-saya', 'protocol', '/tugas'],
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
  ['undangan', 'protocol', '/undangan'],
  ['undangan-baru', 'protocol', '/undangan/baru'],
  ['kabar', 'documentation', '/kabar'],
  ['piket', 'head', '/piket'],
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
];
