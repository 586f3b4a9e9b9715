import type { Language } from '../contract/basics.ts';

const id = {
  file: 'Berkas',
  newWindow: 'Jendela baru',
  dataFolder: 'Tunjukkan folder data',
  quit: 'Keluar',
  edit: 'Sunting',
  undo: 'Urungkan',
  redo: 'Ulangi',
  cut: 'Potong',
  copy: 'Salin',
  paste: 'Tempel',
  pastePlain: 'Tempel tanpa format',
  selectAll: 'Pilih semua',
  view: 'Tampilan',
  reload: 'Muat ulang halaman',
  larger: 'Perbesar',
  smaller: 'Perkecil',
  usualSize: 'Ukuran biasa',
  fullScreen: 'Layar penuh',
  developer: 'Alat pengembang',
  window: 'Jendela',
  minimize: 'Ciutkan',
  close: 'Tutup jendela',
  refusedTitle: 'Kulkul tidak bisa dibuka',
};

export type MenuWords = typeof id;

const en: MenuWords = {
  file: 'File',
  newWindow: 'New window',
  dataFolder: 'Show the data folder',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pastePlain: 'Paste without formatting',
  selectAll: 'Select all',
  view: 'View',
  reload: 'Reload the page',
  larger: 'Larger',
  smaller: 'Smaller',
  usualSize: 'Usual size',
  fullScreen: 'Full screen',
  developer: 'Developer tools',
  window: 'Window',
  minimize: 'Minimize',
  close: 'Close window',
  refusedTitle: 'Kulkul cannot be opened',
};

/** The words of the window itself; those of the page are the page's. */
export const menuWords: Readonly<Record<Language, MenuWords>> = { id, en };
