import {
  IconArchive,
  IconBell,
  IconBuilding,
  IconCalendarCog,
  IconCalendarShare,
  IconDevices,
  IconHistory,
  IconId,
  IconMail,
  IconNumber,
  IconUser,
  IconUsers,
  IconWorld,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Right } from '../../../src-main/contract/rights.ts';
import type { Words } from '../../words/words.tsx';

interface SettingsPart {
  readonly path: string;
  readonly icon: TablerIcon;
  readonly name: (words: Words) => string;
  readonly right?: Right;
  /** Other words for it, for the palette. */
  readonly said: string;
}

/** The parts of Pengaturan, in the order of its list. */
export const settingsParts: readonly SettingsPart[] = [
  {
    path: '/pengaturan/akun',
    icon: IconUser,
    name: (w) => w.settings.account,
    said: 'akun saya kata sandi pin password account',
  },
  {
    path: '/pengaturan/kantor',
    icon: IconBuilding,
    name: (w) => w.settings.office,
    right: 'office.manage',
    said: 'kantor unit kop surat logo warna letterhead office',
  },
  {
    path: '/pengaturan/orang',
    icon: IconUsers,
    name: (w) => w.settings.people,
    right: 'people.read',
    said: 'orang pengguna peran staf users people roles',
  },
  {
    path: '/pengaturan/pejabat',
    icon: IconId,
    name: (w) => w.officials.title,
    right: 'register.read',
    said: 'pejabat pimpinan wali kota bupati sekda jabatan nama mewakili officials leaders register',
  },
  {
    path: '/pengaturan/sesi',
    icon: IconDevices,
    name: (w) => w.settings.sessions,
    said: 'sesi perangkat masuk keluar sessions devices',
  },
  {
    path: '/pengaturan/nomor',
    icon: IconNumber,
    name: (w) => w.approval.numbering,
    right: 'office.manage',
    said: 'nomor penomoran register siaran pers numbering',
  },
  {
    path: '/pengaturan/pengingat',
    icon: IconBell,
    name: (w) => w.notices.reminders,
    right: 'office.manage',
    said: 'pengingat notifikasi pemberitahuan tugas piket reminders',
  },
  {
    path: '/pengaturan/agenda',
    icon: IconCalendarCog,
    name: (w) => w.agendaRules.title,
    right: 'agenda.read',
    said: 'agenda bentrok hari libur aturan tanggal merah clash holidays',
  },
  {
    path: '/pengaturan/kalender',
    icon: IconCalendarShare,
    name: (w) => w.agendaOut.settings,
    right: 'agenda.read',
    said: 'kalender langganan ics folder pdf besok google drive calendar subscribe',
  },
  {
    path: '/pengaturan/surel',
    icon: IconMail,
    name: (w) => w.settings.mail,
    right: 'channels.manage',
    said: 'surel smtp email mail',
  },
  {
    path: '/pengaturan/situs',
    icon: IconWorld,
    name: (w) => w.settings.site,
    right: 'channels.manage',
    said: 'situs wa whatsapp web rss site',
  },
  {
    path: '/pengaturan/cadangan',
    icon: IconArchive,
    name: (w) => w.settings.backup,
    right: 'backup.manage',
    said: 'cadangan backup pulihkan restore',
  },
  {
    path: '/pengaturan/jejak-audit',
    icon: IconHistory,
    name: (w) => w.settings.audit,
    right: 'audit.read',
    said: 'jejak audit riwayat rantai history trail',
  },
];
