import type { ProposalAct } from '../../../contract/agenda-reading.ts';
import { shiftAhead, shiftAlone } from './shift.ts';

/** Words by which people say that something planned is different now. */

export interface ReadAct {
  readonly act: Exclude<ProposalAct, 'add'>;
  readonly from: number;
  readonly to: number;
  /** `prefix`: it stands before what it speaks of (`BATAL: Rapat`); `verb`: between old and new (`jam 9 diundur jam 10`). */
  readonly form: 'alone' | 'prefix' | 'verb';
}

const cancelWords =
  'dibatalkan|pembatalan|batal|cancelled|canceled|cancel|ditiadakan|tidak jadi(?: dilaksanakan)?|tdk jadi';
const postponeWords = 'ditunda|penundaan|tunda|postponed|ditangguhkan';
const changeNouns =
  '(?:pemberitahuan|pengumuman|informasi) perubahan(?: (?:agenda|acara|jadwal|waktu|jam|tempat|lokasi))*|(?:di)?ubah menjadi|berubah menjadi|perubahan(?: (?:agenda|acara|jadwal|waktu|jam|tempat|lokasi))*|ralat(?: (?:agenda|acara|jadwal|waktu|tempat|undangan))*|revisi(?: (?:agenda|acara|jadwal))*|update(?: (?:agenda|acara|jadwal))*|reschedule|jadwal ulang|penjadwalan ulang|pergeseran(?: (?:agenda|acara|jadwal|waktu))*|pemindahan(?: (?:tempat|lokasi))*';
const lead = /^(?:[\s❗‼⚠🚨🔴🛑❌⛔📢📣🔔🆕✏!*🙏-]|\uFE0F)*/u;

const alone = new RegExp(
  `^(?:info(?:rmasi)?\\s+)?(?:(?<cancel>${cancelWords})|(?<postpone>${postponeWords})|(?<change>${changeNouns}))(?:\\s*\\(?\\s*rev(?:isi)?\\.?\\s*\\d*\\s*\\)?)?(?:\\s+(?:agenda|acara|kegiatan|jadwal)(?:\\s+pimpinan)?)?[^\\p{L}\\p{N}]*$`,
  'iu',
);
const prefix = new RegExp(
  `^(?:info(?:rmasi)?\\s+)?(?:(?<cancel>${cancelWords})|(?<postpone>${postponeWords})|(?<change>${changeNouns}))(?:\\s*\\(?\\s*rev(?:isi)?\\.?\\s*\\d+\\s*\\)?)?\\s*(?:[:!|]|\\s[-–—]\\s|(?<=ralat|koreksi),)\\s*(?=\\S)`,
  'iu',
);
const edge = '(?<![\\p{L}\\p{N}])';
const verb = new RegExp(
  `${edge}(?:(?<cancel>${cancelWords})|(?<postpone>ditunda|ditangguhkan)|(?<change>diundurkan|diundurin|diundur|dimundurin|dimajuin|dimundurkan|dimajukan|dipercepat|digeser|bergeser|dipindahkan|dipindah|pindah (?:tempat|lokasi)|(?:mundur|maju|geser|pindah|berubah|diganti|reschedule)(?=\\s+(?:ke|jadi|menjadi|jam|pukul|pkl|hari|besok|bsk|lusa|tgl|tanggal|senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|\\d))|(?:mundur|maju|geser|pindah|molor|ngaret|delay|terlambat|telat)(?=\\s+${shiftAhead})|dijadwalkan ulang|dijadwal ulang|di-?reschedule|dialihkan|diubah))(?![\\p{L}\\p{N}])`,
  'iu',
);
/** `jam 9 jadi jam 10`, `semula 09.00 menjadi 13.00`: these words alone say little, so a clock or a day must stand on both sides. */
const becomes = new RegExp(`${edge}(?:men)?jadi(?![\\p{L}\\p{N}])`, 'iu');
/** `rapat banggar jadi jam 3`: the word and an hour, whatever stood before. */
const becomesHour = new RegExp(
  `${edge}(?:men)?jadi(?=\\s+(?:ke\\s+)?(?:jam|pukul|pkl|pk)(?!\\p{L}))|${edge}(?:mjd)(?=\\s+(?:jam|pukul|pkl|pk)(?!\\p{L}))`,
  'iu',
);
/** `resepsi: semula prime plaza jadi hotel aston` */
const turned = new RegExp(
  `(?<=${edge}(?:semula|tadinya|awalnya|sebelumnya|sedianya)\\s+(?:di\\s+)?[^|,;]{2,60}?\\s)(?:(?:men)?jadi|mjd|(?:di)?ganti|pindah|(?:di)?pindahkan)(?:\\s+(?:ke|di|jadi))?(?=\\s)`,
  'iu',
);
const stoodIn = new RegExp(
  `${edge}(?:akan )?(?:diwakili(?: oleh| kepada)?|diwakilkan(?: ke| kepada)?|diwakilin(?: oleh)?|digantikan(?: oleh)?|digantiin(?: sama| oleh)?|diganti oleh|didisposisikan(?: ke| kepada)?|disposisi (?:ke|kepada))(?![\\p{L}\\p{N}])\\s*:?`,
  'iu',
);

/** A line that says only that something is off: `*DITUNDA*`, `PERUBAHAN AGENDA (Rev. 2)`. */
export function readActAlone(text: string): ReadAct | null {
  const skip = lead.exec(text)?.[0].length ?? 0;
  const match = alone.exec(text.slice(skip));
  return match ? { act: actOf(match.groups), from: skip, to: text.length, form: 'alone' } : null;
}

/** `BATAL: Rapat TAPD`, `PERUBAHAN - Audiensi`. */
export function readActPrefix(text: string): ReadAct | null {
  const skip = lead.exec(text)?.[0].length ?? 0;
  const match = prefix.exec(text.slice(skip));
  return match ? { act: actOf(match.groups), from: skip, to: skip + match[0].length, form: 'prefix' } : null;
}

/**
 * The verb of a sentence that changes something: `rapat jam 9 [diundur] jam 10`.
 * @param hasTime whether a clock or a day can be read from a piece of text
 */
export function readActVerb(text: string, hasTime: (piece: string) => boolean): ReadAct | null {
  const match = verb.exec(text);
  if (match && spoken(text, match.index)) {
    return { act: actOf(match.groups), from: match.index, to: match.index + match[0].length, form: 'verb' };
  }
  const turn = becomes.exec(text);
  if (turn && hasTime(text.slice(0, turn.index)) && hasTime(text.slice(turn.index + turn[0].length))) {
    return { act: 'change', from: turn.index, to: turn.index + turn[0].length, form: 'verb' };
  }
  for (const pattern of [turned, becomesHour]) {
    const into = pattern.exec(text);
    if (into && into.index > 3 && (pattern === turned || hasTime(text.slice(into.index))))
      return { act: 'change', from: into.index, to: into.index + into[0].length, form: 'verb' };
  }
  const moved = shiftAlone.exec(text);
  if (moved && moved.index > 3) return { act: 'change', from: moved.index, to: moved.index, form: 'verb' };
  const by = stoodIn.exec(text);
  if (by && by.index > 3 && !/[|(\n]/u.test(text.slice(0, by.index)))
    return { act: 'delegate', from: by.index, to: by.index + by[0].length, form: 'verb' };
  return null;
}

/** `maju` and `pindah` are words of titles too: something must stand before them, and no bracket may be open. */
function spoken(text: string, at: number): boolean {
  const left = text.slice(0, at);
  return left.trim() !== '' && left.split('(').length === left.split(')').length;
}

function actOf(groups: Record<string, string | undefined> | undefined): ReadAct['act'] {
  if (groups?.cancel) return 'cancel';
  return groups?.postpone ? 'postpone' : 'change';
}
