import { announced } from './announced.ts';
import { readDay } from './dates.ts';
import type { Letter, Setting } from './draft.ts';
import { looksLikeAgency } from './fields.ts';
import { type FieldName, readLabel } from './labels.ts';
import { readLeaders } from './leaders.ts';
import { type Line, spanOf } from './lines.ts';

/** Invitation letters as text: letterhead, number, subject, to whom; the event stands in the labelled lines further down. */

const numberLine = /^(?:nomor|no\.?)(?:\s+surat)?\s*:\s*[\p{L}\d.]*[\p{L}\d.-]*\s*\/\s*[\p{L}\d]/iu;
const cityAndDay = /^\p{Lu}[\p{L} ]{2,30},\s*(?=\d{1,2}\s)/u;

/** Whether a text is a letter: it has a number with slashes, and a subject or somebody it is written to. */
export function isLetter(lines: readonly Line[]): boolean {
  const some = (pattern: RegExp) => lines.some((line) => pattern.test(line.text));
  const asked =
    some(/^(?:kepada(?:\s+yth\.?)?|yth\.?)(?:\s|:|$)/iu) &&
    some(/(?:mengundang|mengharap|mohon)(?:kan)?\s.*(?:hadir|kehadiran|kesediaan|berkenan)/iu);
  if (asked && some(/^hari\s*[/,&]?\s*(?:tanggal|tgl)?\.?\s*:/iu)) return true;
  return some(numberLine) && some(/^(?:hal|perihal|lampiran|lamp\.?|sifat|kepada|yth\.?)(?![\p{L}])/iu);
}

export function newLetter(): Letter {
  return { number: null, day: null, subject: null, organizer: null, held: null, leaders: [], addressed: false };
}

/** A line of a letterhead that tells where the office is. */
const address = /(?<!\p{L})(?:jl|jln|jalan|telp|telepon|fax|faks?|e-?mail|www|kode pos|hp|wa)(?!\p{L})|@|:/iu;
/** Where the body of a letter says what is held. */
const held =
  /(?:menyelenggarakan|melaksanakan|mengadakan|menggelar|menghadiri|mengikuti|hadir (?:pada|dalam|di)(?: acara| kegiatan)?|di(?:laksana|selenggara|ada)kan(?:nya)?|penyelenggaraan|pelaksanaan)\s+(?:kegiatan\s+|acara\s+)*(?<what>\p{Lu}[^,.;:]{5,160}?)(?=[,.;]|\s+(?:yang|pada|dengan ini|bersama ini|maka|kami|sebagaimana|insya)(?!\p{L})|$)/u;

/** Fields of a line that tell of the event; everything else of a letter is its form. */
const ofEvent: ReadonlySet<FieldName> = new Set([
  'day',
  'time',
  'venue',
  'title',
  'dress',
  'contact',
  'phone',
  'transit',
  'rundown',
  'remark',
  'note',
  'speech',
  'organizer',
  'companions',
]);

/**
 * Reads a line of a letter that is not about the event itself. `event`: it is, the reader goes on with it; `form`: taken, or a part of
 * the letter's form with nothing in it to keep.
 */
export function readLetterLine(letter: Letter, line: Line, setting: Setting): 'event' | 'form' | 'taken' {
  const { text } = line;
  const piece = <T>(value: T, from: number) => {
    const span = spanOf(line, from, text.length);
    return { value, spans: span ? [span] : [], assumed: false };
  };
  // in a letter "agenda" is what will be talked about, not what the event is called
  const label = /^agenda\s*:/iu.test(text)
    ? { field: 'rundown' as const, valueFrom: text.indexOf(':') + 1 }
    : readLabel(text);
  const value = label ? text.slice(label.valueFrom).trim() : '';
  if (label?.field === 'remark' && value === '') return 'event';
  if (label?.field === 'rundown' || /^(?:https?:\/\/|www\.)\S+$/iu.test(text)) return 'event';
  if (/(?:rsvp|menghubungi|hubungi|konfirmasi|narahubung|contact person).*0\d{2}/iu.test(text)) return 'event';
  if (label && value !== '') {
    if (label.field === 'letterNumber' && letter.number === null) {
      // "Nomor : 087/Um/2026              Selong, 16 November 2026": the day stands at the other edge of the line
      const edge = /\s+(?=\p{Lu}[\p{L} ]{2,30},\s*\d{1,2}\s+\p{L}{3,9}\s+\d{4}$)/u.exec(value);
      const day = edge ? readDay(value.slice(edge.index), setting.today) : null;
      if (edge && day?.day) letter.day ??= piece(day.day, text.length - (value.length - edge.index - edge[0].length));
      letter.number = piece((edge && day?.day ? value.slice(0, edge.index) : value).slice(0, 100), label.valueFrom);
      return 'taken';
    }
    if (
      label.field === 'letterDay' ||
      (label.field === 'day' && /^(?:tanggal|tgl)\.?\s*:/iu.test(text) && letter.number === null && letter.day === null)
    ) {
      const day = readDay(value, setting.today);
      if (day?.day) {
        letter.day = piece(day.day, label.valueFrom);
        return 'taken';
      }
    }
    if (label.field === 'subject' && letter.subject === null) {
      letter.subject = piece(value.slice(0, 300), label.valueFrom);
      return 'taken';
    }
    const marked = /:\s*$/u.test(text.slice(0, label.valueFrom));
    if (label.field === 'organizer' && letter.organizer === null) {
      letter.organizer = piece(value.slice(0, 300), label.valueFrom);
      return 'taken';
    }
    if (marked && (label.field === 'leaders' || label.field === 'delegate' || label.field === 'status')) return 'event';
    if (label.field === 'press' || label.field === 'letterPart') return 'form';
    if (ofEvent.has(label.field)) return 'event';
  }
  const told = letter.held === null ? announced(text) : null;
  const what =
    letter.held === null ? (held.exec(text)?.groups?.what ?? (told ? text.slice(...told.what) : undefined)) : undefined;
  if (told?.who && letter.organizer === null) letter.organizer = piece(text.slice(...told.who), told.who[0]);
  if (what) {
    const from = text.indexOf(what);
    const span = spanOf(line, from, from + what.length);
    letter.held = { value: what, spans: span ? [span] : [], assumed: true };
  }
  const place = cityAndDay.exec(text);
  const day = place && letter.day === null ? readDay(text.slice(place[0].length), setting.today) : null;
  if (place && day?.day && text.length - place[0].length - day.to < 3) {
    letter.day = piece(day.day, place[0].length);
    return 'taken';
  }
  if (/^(?:kepada\s*)?(?:yth\.?|yang terhormat)\s*[:,]?$/iu.test(text)) letter.addressed = true;
  const to = /^(?:kepada\s+)?(?:yth\.?|yang terhormat)\s*[:.]?\s*(?:\d[.)]\s*)?/iu.exec(text)?.[0].length ?? 0;
  // "Kepada Yth." may stand in a line of its own
  if ((to > 0 || letter.addressed) && letter.leaders.length === 0) {
    const start = to + (/^\s*\d{1,2}[.)]\s*/u.exec(text.slice(to))?.[0].length ?? 0);
    const leaders = readLeaders(line, start, text.length, setting.leaders);
    if (leaders) {
      letter.leaders = leaders.map(({ name: _name, ...leader }) => leader);
      return 'taken';
    }
  }
  if (letter.number === null && !address.test(text) && looksLikeAgency(text, setting.agencies) && text.length <= 120) {
    letter.organizer = piece(capitals(text), 0);
    return 'taken';
  }
  return 'form';
}

/** `DINAS KESEHATAN` of a letterhead as one writes it elsewhere; other writings stay. */
function capitals(text: string): string {
  if (text !== text.toUpperCase()) return text;
  return text
    .toLowerCase()
    .replace(/(?<![\p{L}])(?!(?:dan|di|dengan|serta)(?![\p{L}]))\p{L}/gu, (letter) => letter.toUpperCase());
}
