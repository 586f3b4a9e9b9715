import type { Zone } from '../../contract/basics.ts';
import { dayText, timeRangeText } from '../when.ts';
import { agendaPaper } from './agenda-paper.ts';

type Times = { start: string; end: string | null; openEnd: boolean; zone: Zone };

/** Words of the agenda that leaves by WhatsApp. */
export const agenda = {
  greeting: 'Yth. Bapak/Ibu, izin menyampaikan agenda pimpinan:',
  changeGreeting: 'Yth. Bapak/Ibu, izin menyampaikan perubahan agenda:',
  agendaTitle: 'AGENDA PIMPINAN',
  eventTitle: 'AGENDA PIMPINAN',
  changedTitle: (revision: number) => `PERUBAHAN AGENDA (Rev. ${revision})`,
  onAgainTitle: (revision: number) => `JADI DILAKSANAKAN (Rev. ${revision})`,
  postponedTitle: 'DITUNDA',
  cancelledTitle: 'BATAL',
  emptyDay: 'Tidak ada agenda pada tanggal ini.',
  noLeader: 'Agenda lain',
  day: (day: string) => dayText(day, 'id'),
  time: (event: Times) => timeRangeText(event, 'id'),
  revision: (revision: number, at: string) => `Rev. ${revision} • ${at}`,
  tentative: 'tentatif',
  toFollow: 'menyusul',
  same: 'tetap',
  dropped: 'tidak jadi',
  yes: 'ya',
  untitled: 'Kegiatan',
  roles: agendaPaper.roleShort,
  labels: {
    time: 'Waktu',
    venue: 'Tempat',
    organizer: 'Penyelenggara',
    dress: 'Pakaian',
    transit: 'Transit',
    officer: 'PIC Protokol',
    contact: 'Narahubung',
    speech: 'Sambutan',
    coverage: 'Liputan',
    companions: 'Pendamping',
    delegated: 'Diwakili',
    absent: 'Tidak hadir',
    reason: 'Sebab',
    note: 'Catatan',
    newTime: 'Waktu baru',
    oldTime: 'Semula',
  },
};
