import type { DutyRole, DutyState } from '../../contract/event-parts.ts';
import { eventKindFacts } from '../../text/event-kinds.ts';
import type { demoOfficials, demoUsers } from './cast.ts';

type OfficialKey = (typeof demoOfficials)[number]['key'];
type UserKey = (typeof demoUsers)[number]['key'];

/** What belongs to an event of the sample week beside time and place. */
export interface DemoParts {
  readonly transitRoom?: string;
  readonly companions?: string;
  readonly protocolOfficer?: { readonly name: string; readonly phone: string };
  readonly contact?: { readonly name: string; readonly phone: string };
  readonly speechBy?: OfficialKey;
  readonly rundown?: readonly { readonly clock: string | null; readonly what: string }[];
  readonly requiredPhotos?: readonly string[];
  readonly visit?: {
    readonly delegation: string;
    readonly size: number;
    readonly receiver: OfficialKey;
    readonly topics: string;
    readonly souvenir: string;
  };
  readonly crew?: readonly { readonly who: UserKey; readonly role: DutyRole; readonly state: DutyState }[];
}

const officer = { name: 'I Gede Suartana', phone: '0812-0000-1001' };
const crew = (state: DutyState): DemoParts['crew'] => [
  { who: 'writer', role: 'writer', state },
  { who: 'documentation', role: 'photographer', state },
];

/** By the key of the event. Numbers are of the range that is given to nobody. */
export const demoParts: Readonly<Record<string, DemoParts>> = {
  apel: { crew: crew('done') },
  pasar: { crew: crew('done'), requiredPhotos: eventKindFacts.peresmian.requiredPhotos },
  sawah: { crew: crew('done') },
  literasi: {
    transitRoom: 'Ruang VIP Graha Surya Dharma',
    companions: 'Asisten II, Kepala Dinas Perpustakaan dan Kearsipan',
    protocolOfficer: officer,
    contact: { name: 'Ni Luh Sri Astuti', phone: '0812-0000-2002' },
    speechBy: 'walikota',
    rundown: [
      { clock: '09:00', what: 'Wali Kota tiba, menuju ruang transit' },
      { clock: '09:15', what: 'Lagu Indonesia Raya' },
      { clock: '09:20', what: 'Laporan Kepala Dinas Perpustakaan dan Kearsipan' },
      { clock: '09:30', what: 'Sambutan dan pembukaan oleh Wali Kota' },
      { clock: '10:00', what: 'Peninjauan stan literasi' },
      { clock: null, what: 'Ramah tamah' },
    ],
    requiredPhotos: eventKindFacts.pembukaan.requiredPhotos,
    crew: [
      { who: 'writer', role: 'writer', state: 'accepted' },
      { who: 'documentation', role: 'photographer', state: 'accepted' },
      { who: 'channel_manager', role: 'social', state: 'assigned' },
    ],
  },
  sampah: { protocolOfficer: officer, crew: crew('assigned') },
  festival: {
    protocolOfficer: officer,
    speechBy: 'walikota',
    crew: [
      { who: 'writer', role: 'writer', state: 'assigned' },
      { who: 'documentation', role: 'photographer', state: 'assigned' },
    ],
  },
  'studi-tiru': {
    protocolOfficer: officer,
    contact: { name: 'Bagus Wicaksono', phone: '0812-0000-3003' },
    rundown: eventKindFacts.kunjungan.rundown.map((what) => ({ clock: null, what })),
    requiredPhotos: eventKindFacts.kunjungan.requiredPhotos,
    visit: {
      delegation: 'Bagian Prokopim Kabupaten Banyubiru',
      size: 18,
      receiver: 'sekda',
      topics: 'Alur persetujuan siaran pers dan pengelolaan kanal resmi',
      souvenir: 'Kain endek dan buku Suryakerta dalam Foto',
    },
    crew: [{ who: 'documentation', role: 'photographer', state: 'assigned' }],
  },
};
