import {
  IconAddressBook,
  IconBell,
  IconCalendarPlus,
  IconClipboardText,
  IconFileText,
  IconHourglass,
  IconKeyboard,
  IconLayoutColumns,
  IconMoon,
  IconPencil,
  IconReplace,
  IconSend,
  IconShare,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Right } from '../../src-main/contract/rights.ts';
import type { Words } from '../words/words.tsx';

/** What one can do from anywhere: by Ctrl+K, and by the key n in its module. */
export interface Act {
  readonly id: string;
  readonly name: (words: Words) => string;
  /** Other words people say for it, in both languages. */
  readonly said?: string;
  readonly icon: TablerIcon;
  readonly right?: Right;
  /** Where it leads: a path, with search if need be: `/agenda/baru`. */
  readonly to?: string;
  /** Or an event of the frame. */
  readonly does?: 'keys' | 'switch_person';
  /** The module in which the key n does this: `/agenda`. */
  readonly newIn?: string;
}

/**
 * Acts beside going to a module. A slice adds its lines; one whose path is not built yet is not offered.
 * Said like people say it: acc, naikkan, sebar, japri.
 */
export const acts: readonly Act[] = [
  {
    id: 'paste-agenda',
    name: (w) => w.palette.pasteAgenda,
    said: 'tempel wa whatsapp agenda usulan perubahan ubah jadwal jam waktu tempat geser diundur ditunda dimajukan batal pindah diwakili disposisi paste',
    icon: IconClipboardText,
    right: 'agenda.write',
    to: '/agenda/tempel',
  },
  {
    id: 'new-event',
    name: (w) => w.palette.newEvent,
    said: 'acara agenda baru tambah buat new event',
    icon: IconCalendarPlus,
    right: 'agenda.write',
    to: '/agenda/baru',
    newIn: '/agenda',
  },
  {
    id: 'matrix',
    name: (w) => w.palette.matrix,
    said: 'matriks tabel jam per pimpinan bentrok matrix',
    icon: IconLayoutColumns,
    right: 'agenda.read',
    to: '/agenda?lihat=matriks',
  },
  {
    id: 'assignment-letter',
    name: (w) => w.palette.assignmentLetter,
    said: 'surat tugas st sppd docx petugas liputan assignment letter',
    icon: IconFileText,
    right: 'agenda.write',
    to: '/agenda?bagikan=surat',
  },
  {
    id: 'roster',
    name: (w) => w.roster.title,
    said: 'piket jaga malam libur plh plt pengganti menggantikan roster duty stand-in',
    icon: IconMoon,
    right: 'agenda.read',
    to: '/piket',
  },
  {
    id: 'for-you',
    name: (w) => w.notices.title,
    said: 'kabar pemberitahuan notifikasi lonceng tugas inbox notices bell',
    icon: IconBell,
    to: '/kabar',
  },
  {
    id: 'approve',
    name: (w) => w.palette.approve,
    said: 'acc setujui setuju approve kotak masuk inbox periksa',
    icon: IconHourglass,
    right: 'releases.decide',
    to: '/siaran-pers/menunggu',
  },
  {
    id: 'submit',
    name: (w) => w.palette.submit,
    said: 'naikkan naik ajukan kabag submit draf',
    icon: IconPencil,
    right: 'releases.write',
    to: '/siaran-pers',
  },
  {
    id: 'send',
    name: (w) => w.palette.send,
    said: 'sebar kirim blast surel email terbitkan',
    icon: IconSend,
    right: 'distribution.send',
    to: '/distribusi',
  },
  {
    id: 'share',
    name: (w) => w.palette.share,
    said: 'japri wa whatsapp bagikan grup share',
    icon: IconShare,
    right: 'distribution.send',
    to: '/distribusi',
  },
  {
    id: 'journalists',
    name: (w) => w.palette.journalists,
    said: 'wartawan jurnalis media redaksi kontak',
    icon: IconAddressBook,
    right: 'partners.read',
    to: '/mitra',
  },
  {
    id: 'switch',
    name: (w) => w.frame.switchPerson,
    said: 'ganti orang pin f12',
    icon: IconReplace,
    does: 'switch_person',
  },
  {
    id: 'keys',
    name: (w) => w.frame.keys,
    said: 'tombol keyboard bantuan help shortcut',
    icon: IconKeyboard,
    does: 'keys',
  },
];
