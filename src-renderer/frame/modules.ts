import {
  IconAddressBook,
  IconCalendarEvent,
  IconClipboardCheck,
  IconFileText,
  IconHome,
  IconPhoto,
  IconSend,
  IconSettings,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Right } from '../../src-main/contract/rights.ts';
import type { Words } from '../words/words.tsx';

export interface Module {
  readonly path: string;
  readonly icon: TablerIcon;
  readonly name: (words: Words) => string;
  /** Offered only to who holds it; undefined is everyone. */
  readonly right?: Right;
  /** Second key after g. */
  readonly key?: string;
  /** What one does on the move stands in the bottom bar of a phone. */
  readonly onPhone: boolean;
}

/** Everything that can stand in the rail. An entry appears when its route exists and the person may see it. */
export const modules: readonly Module[] = [
  { path: '/', icon: IconHome, name: (w) => w.frame.home, key: 'b', onPhone: true },
  {
    path: '/agenda',
    icon: IconCalendarEvent,
    name: (w) => w.frame.agenda,
    right: 'agenda.read',
    key: 'a',
    onPhone: true,
  },
  {
    path: '/tugas',
    icon: IconClipboardCheck,
    name: (w) => w.duties.title,
    right: 'agenda.duties',
    key: 't',
    onPhone: true,
  },
  {
    path: '/siaran-pers',
    icon: IconFileText,
    name: (w) => w.frame.releases,
    right: 'releases.read',
    key: 's',
    onPhone: true,
  },
  { path: '/foto', icon: IconPhoto, name: (w) => w.frame.photos, right: 'photos.read', key: 'f', onPhone: true },
  {
    path: '/distribusi',
    icon: IconSend,
    name: (w) => w.frame.distribution,
    right: 'distribution.read',
    key: 'd',
    onPhone: false,
  },
  {
    path: '/mitra',
    icon: IconAddressBook,
    name: (w) => w.frame.partners,
    right: 'partners.read',
    key: 'm',
    onPhone: false,
  },
  { path: '/pengaturan', icon: IconSettings, name: (w) => w.frame.settings, onPhone: false },
];
