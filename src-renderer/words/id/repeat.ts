import type { Repeat } from '../../../src-main/contract/event-parts.ts';
import { weekdayText } from '../../../src-main/words/when.ts';

const units: Record<Repeat['every'], string> = { day: 'Harian', week: 'Mingguan', month: 'Bulanan' };
const nth = ['pertama', 'kedua', 'ketiga', 'keempat', 'terakhir'] as const;

/** Events that repeat. */
export const repeat = {
  title: 'Berulang',
  repeats: 'Acara ini berulang',
  every: 'Berulang',
  units,
  interval: (every: Repeat['every']) =>
    ({ day: 'Setiap berapa hari', week: 'Setiap berapa pekan', month: 'Setiap berapa bulan' })[every],
  weekdays: 'Pada hari',
  dayNames: ['Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab', 'Min'],
  monthly: 'Pada',
  monthlyOf: {
    date: (day: string | null) => (day ? `Tanggal ${Number(day.slice(8))}` : 'Tanggal yang sama'),
    weekday: (day: string | null) =>
      day
        ? `${weekdayText(day, 'id')} ${nth[Math.min(4, Math.ceil(Number(day.slice(8)) / 7) - 1)]}`
        : 'Hari yang sama dalam bulan',
  },
  end: 'Berakhir',
  until: 'Pada tanggal',
  count: 'Setelah beberapa kali',
  lastDay: 'Sampai tanggal',
  times: 'Berapa kali',
  dates: (n: number) => `${n} tanggal`,
  clashing: (n: number) => `${n} tanggal bentrok`,
  scope: 'Berlaku untuk',
  scopes: { one: 'Hanya acara ini', following: 'Acara ini dan seterusnya' },
  scopeHelp: 'Yang pernah diubah sendiri pada satu tanggal tetap seperti itu.',
  partOf: (n: number) => `Bagian dari rangkaian ${n} acara`,
  next: 'Berikutnya',
  before: 'Sebelumnya',
  own: 'diubah sendiri',
  cancelFollowing: 'Batalkan ini dan seterusnya',
  cancelFollowingAbout: (n: number) => `${n} acara dibatalkan. Yang sebelumnya tetap.`,
  changedMany: (n: number) => `${n} acara diubah`,
  say: (repeat: Repeat, day: string): string => {
    const often =
      repeat.interval === 1
        ? { day: 'Setiap hari', week: 'Setiap pekan', month: 'Setiap bulan' }[repeat.every]
        : `Setiap ${repeat.interval} ${{ day: 'hari', week: 'pekan', month: 'bulan' }[repeat.every]}`;
    const names = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];
    const on =
      repeat.every === 'week'
        ? `, ${repeat.weekdays.map((number) => names[number - 1]).join(', ')}`
        : repeat.every === 'month' && repeat.monthly === 'weekday'
          ? `, ${weekdayText(day, 'id')} ${nth[Math.min(4, Math.ceil(Number(day.slice(8)) / 7) - 1)]}`
          : '';
    return `${often}${on}`;
  },
};
