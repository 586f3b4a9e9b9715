import { dayText } from '../../../../src-main/words/when.ts';

/** A message as they come in WhatsApp groups, dated today, for who wants to see it work first. */
export function example(today: Date): string {
  const day = `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, '0')}-${String(today.getDate()).padStart(2, '0')}`;
  return `*AGENDA PIMPINAN*
*${dayText(day, 'id')}*

*WALI KOTA*
1. *08.00–10.00 WITA* | Pembukaan Pekan Literasi
   📍 Graha Sewaka Dharma
   🏛 Dinas Perpustakaan dan Kearsipan
   👔 Batik
2. *13.30 WITA – selesai* | Rapat Paripurna
   📍 Gedung DPRD
   ➡ Diwakili: Sekda

*WAKIL WALI KOTA*
1. *09.00 WITA* | Peninjauan Pasar Badung
`;
}
