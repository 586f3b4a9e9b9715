import type { Official } from '../../contract/register.ts';
import type { Role } from '../../contract/rights.ts';

/** A city that is on no map, with people who do not exist: nobody is made to say what they never said. */
export const demoOffice = {
  unit: 'Bagian Protokol dan Komunikasi Pimpinan Setda Kota Suryakerta',
  city: 'Suryakerta',
  zone: 'Asia/Makassar',
  people: 10,
  letterhead: {
    lines: [
      'PEMERINTAH KOTA SURYAKERTA',
      'SEKRETARIAT DAERAH',
      'BAGIAN PROTOKOL DAN KOMUNIKASI PIMPINAN',
      'Jalan Merdeka Nomor 1 Suryakerta, prokopim@suryakerta.example',
    ],
    footer: '',
  },
  boilerplate:
    'Bagian Protokol dan Komunikasi Pimpinan Setda Kota Suryakerta menyiarkan kegiatan pimpinan daerah bagi warga dan media.',
  contact: 'Ni Putu Maharani, Bagian Prokopim, prokopim@suryakerta.example',
  credit: 'Prokopim Suryakerta',
} as const;

/** One person per role; `key` is how the events and releases below name them. */
export const demoUsers = [
  { key: 'protocol', username: 'gede', name: 'I Gede Suartana', roles: ['protocol'] },
  { key: 'writer', username: 'ayu', name: 'Ni Komang Ayu Lestari', roles: ['writer'] },
  { key: 'documentation', username: 'made', name: 'I Made Dwipayana', roles: ['documentation'] },
  { key: 'editor', username: 'maharani', name: 'Ni Putu Maharani', roles: ['editor'] },
  { key: 'channel_manager', username: 'rio', name: 'Rio Pratama', roles: ['channel_manager'] },
  { key: 'head', username: 'kabag', name: 'Ida Bagus Surya Dharma', roles: ['head'] },
  { key: 'final_approver', username: 'sekda', name: 'I Ketut Bagus Wiryawan', roles: ['final_approver'] },
  { key: 'contributor', username: 'opd', name: 'Luh Gede Sukmawati', roles: ['contributor'] },
  { key: 'observer', username: 'tamu', name: 'Putu Agus Antara', roles: ['observer'] },
  { key: 'admin', username: 'admin', name: 'Kadek Yoga Mahendra', roles: ['admin'] },
] as const satisfies readonly { key: Role; username: string; name: string; roles: readonly Role[] }[];

type Cast = Pick<Official, 'name' | 'position' | 'shortPosition' | 'shortName' | 'leader'> & { readonly key: string };

export const demoOfficials = [
  {
    key: 'walikota',
    name: 'I Wayan Adi Pranata',
    position: 'Wali Kota Suryakerta',
    shortPosition: 'Wali Kota',
    shortName: 'Adi Pranata',
    leader: true,
  },
  {
    key: 'wakil',
    name: 'Ni Made Ratna Dewi',
    position: 'Wakil Wali Kota Suryakerta',
    shortPosition: 'Wakil Wali Kota',
    shortName: 'Ratna Dewi',
    leader: true,
  },
  {
    key: 'sekda',
    name: 'I Ketut Bagus Wiryawan',
    position: 'Sekretaris Daerah Kota Suryakerta',
    shortPosition: 'Sekda',
    shortName: 'Bagus Wiryawan',
    leader: true,
  },
  {
    key: 'asisten2',
    name: 'Anak Agung Gede Raka',
    position: 'Asisten Perekonomian dan Pembangunan Setda Kota Suryakerta',
    shortPosition: 'Asisten II',
    shortName: 'Gede Raka',
    leader: false,
  },
  {
    key: 'pustaka',
    name: 'Ni Wayan Sri Utami',
    position: 'Kepala Dinas Perpustakaan dan Kearsipan Kota Suryakerta',
    shortPosition: 'Kadis Perpustakaan',
    shortName: 'Sri Utami',
    leader: false,
  },
  {
    key: 'dlh',
    name: 'I Nyoman Gunarta',
    position: 'Kepala Dinas Lingkungan Hidup dan Kebersihan Kota Suryakerta',
    shortPosition: 'Kadis LHK',
    shortName: 'Gunarta',
    leader: false,
  },
  {
    key: 'koperasi',
    name: 'Dewa Ayu Kartika',
    position: 'Kepala Dinas Koperasi dan Usaha Mikro Kota Suryakerta',
    shortPosition: 'Kadis Koperasi',
    shortName: 'Kartika',
    leader: false,
  },
] as const satisfies readonly Cast[];

export const demoAgencies = [
  { name: 'Dinas Perpustakaan dan Kearsipan', shortName: 'Dispusip' },
  { name: 'Dinas Lingkungan Hidup dan Kebersihan', shortName: 'DLHK' },
  { name: 'Dinas Koperasi dan Usaha Mikro', shortName: 'Diskop' },
  { name: 'Dinas Pertanian', shortName: 'Distan' },
  { name: 'Dinas Kebudayaan', shortName: 'Disbud' },
  { name: 'Bagian Protokol dan Komunikasi Pimpinan', shortName: 'Prokopim' },
] as const;

export const demoOutlets = [
  {
    name: 'Warta Suryakerta',
    kind: 'online',
    journalists: [
      { name: 'Dewi Anggraeni', email: 'dewi@warta.example', desk: 'Pemerintahan' },
      { name: 'Bayu Santosa', email: 'bayu@warta.example', desk: 'Kota' },
      { name: 'Redaksi Warta', email: 'redaksi@warta.example', desk: 'Redaksi' },
    ],
  },
  {
    name: 'Radio Suara Kerta',
    kind: 'radio',
    journalists: [
      { name: 'Komang Arta', email: 'komang@suarakerta.example', desk: 'Siaran Pagi' },
      { name: 'Sinta Maheswari', email: 'sinta@suarakerta.example', desk: 'Liputan' },
      { name: 'Ruang Redaksi Suara Kerta', email: 'redaksi@suarakerta.example', desk: 'Redaksi' },
    ],
  },
] as const;

export const demoGroups = {
  email: 'Wartawan Balai Kota',
  whatsapp: ['Forum Wartawan Suryakerta', 'KIM Suryakerta'],
} as const;
