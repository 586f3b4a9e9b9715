import { saidClosed } from '../../../text/said-inside.ts';
import { takeAsidesBehind } from './asides.ts';
import { readDay } from './dates.ts';
import type { Piece } from './draft.ts';
import { isDress, isUnchanged, looksLikePlace } from './fields.ts';
import { type FieldName, readLabel } from './labels.ts';
import { spanOf } from './lines.ts';
import type { Place } from './place.ts';
import { readShift } from './shift.ts';
import { takeLeaders, takeLeadersFirst, takeWhom } from './take-leaders.ts';
import { takeContact, takeRundownLine, takeTold } from './take-told.ts';
import {
  flexible,
  leaveTimeOpen,
  relativeTime,
  takeDay,
  takeDayOf,
  takeDelegate,
  takeRelativeTime,
  takeRemark,
  takeTime,
} from './take-value.ts';
import { takeStruck, takeWas } from './take-was.ts';
import { readTime } from './times.ts';
import { readCrew, readHeadcount, readPhone, readSpeech } from './told.ts';

/** Fields that a notice may say to be as they were; of a title or a note the word would be a part. */
const leftAlone: ReadonlySet<FieldName> = new Set([
  'day',
  'newDay',
  'time',
  'newTime',
  'venue',
  'newVenue',
  'organizer',
  'dress',
  'companions',
]);
/** The same as the item before said. */
export const idem = /^(?:idem|s\.?d\.?a\.?|ditto|sama(?: dengan)? di ?atas)$/iu;
/** `⏰ malam: resepsi`: a part of the day instead of an hour, and the name behind it. */
const partLeads = /^(?:pagi|siang|sore|malam)(?:nya)?\s*[:,–—-]\s*(?=\p{L})/iu;
/** Fields behind whose value a remark may stand: `Tempat: Ruang Sewaka, tertutup untuk media`. */
const alone: ReadonlySet<FieldName> = new Set(['venue', 'newVenue', 'dress', 'organizer', 'leaders', 'companions']);
/** `08.00 → 09.30`, `semula 08.00 menjadi 09.30`, `dari Graha ke Aula`: in a field, what was and what is. */
const turned =
  /^(?:semula|dari|yang semula|tadinya)?\s*(?<old>.+?)\s*(?:→|➡️?|->|=>|⇒|menjadi|jadi|berubah ke|pindah ke)\s+(?<now>.+)$/iu;

/** `- Kamis` behind `Hari: Rabu`: the date says how long. */
const weekdays =
  /^\s*(?:-|–|—|s\.?\/?d\.?|sampai|hingga|dan|&)\s*(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu)\s*$/iu;

/** Whoever leads a ceremony comes to it. */
const leads = /^\s*(?:inspektur upacara|irup|pembina (?:upacara|apel)|pemimpin (?:upacara|apel))(?!\p{L})/iu;

/** `Waktu: diundur 1 jam` */
const moves = /^(?:(?:di)?(?:ma)?(?:mundur|undur|maju|geser)\p{L}*|molor|dipercepat)(?!\p{L})/iu;

/** Nobody stands in yet. */
const undecided =
  /^(?:menunggu|tunggu|belum|masih|menyusul|mohon (?:arahan|petunjuk)|tbc|tba|nihil|tidak ada|arahan|petunjuk)(?!\p{L})/iu;

/** What is to be borne in mind, and no place: `Outdoor, bawa payung`. */
const bears = /(?:^|[,.;]\s*)(?:mohon|harap|bawa|membawa|siapkan|jangan|tidak|wajib|agar|hadir)(?!\p{L})/iu;

/** Takes by how much an event is moved. False in any other words. */
function takeShift({ draft, line }: Place, labelFrom: number, from: number, to: number): boolean {
  const value = line.text.slice(from, to).trim();
  const by = readShift(value, moves.exec(value)?.[0] ?? '');
  if (!by || by.assumed || draft.shift) return false;
  const span = spanOf(line, from, to);
  draft.shift = { value: by.minutes, spans: span ? [span] : [], assumed: false };
  draft.takeAct('change', line, labelFrom, from);
  return true;
}

/** Takes the value of a field that a label, an emoji or the heading of a column names. */
export function takeField(place: Place, labelFrom: number, from: number, whole: number, field: FieldName): void {
  const { draft, context, line, setting } = place;
  const to =
    alone.has(field) && !(/^📌/u.test(line.text.slice(labelFrom)) && bears.test(line.text.slice(from, whole)))
      ? takeAsidesBehind(place, from, whole)
      : whole;
  const raw = line.text.slice(from, to);
  const value = raw.trim();
  const miss = () => draft.miss(line, labelFrom, to);
  if (field === 'rundown') {
    draft.inRundown = true;
    if (value !== '') takeRundownLine(place, from, to);
    return;
  }
  // "Semula:" above its fields, or "yang semula dijadwalkan Jumat"; "Semula: 08.00" tells of one
  if (field === 'wasTime' && (value === '' || !/:\s*$/u.test(line.text.slice(labelFrom, from)))) draft.tellsOld = true;
  if (field === 'newTime' || field === 'newDay' || field === 'newVenue') draft.tellsOld = false;
  if (field === 'becomes') {
    draft.tellsOld = false;
    if (value === '') draft.takeAct('change', line, labelFrom, from);
  }
  if (draft.tellsOld && (field === 'time' || field === 'venue' || field === 'day') && value !== '') {
    if (takeWas(place, field, from, to, raw)) return;
  }
  if (takeStruck(place, field)) draft.listed = true;
  if (value === '' || /^[-–—.]+$/.test(value)) return;
  if (leftAlone.has(field) && isUnchanged(value)) {
    draft.pass(line, labelFrom, to);
    return;
  }
  const change = turned.exec(value);
  // "08.00 - 09.00 → Coffee morning": the name of the event behind the hour
  const names =
    change?.groups &&
    field === 'time' &&
    !readTime(change.groups.now ?? '', true) &&
    !readDay(change.groups.now ?? '', setting.today);
  if (change?.groups && !names && ['time', 'venue', 'day', 'newTime', 'newVenue'].includes(field)) {
    const { old, now } = change.groups as { old: string; now: string };
    const oldFrom = from + raw.indexOf(old);
    const nowFrom = to - (raw.length - raw.trimEnd().length) - now.length;
    if (takeWas(place, field, oldFrom, oldFrom + old.length, line.text.slice(oldFrom, oldFrom + old.length))) {
      draft.takeAct('change', line, oldFrom, nowFrom);
      takeField(place, labelFrom, nowFrom, to, field);
      return;
    }
  }
  const worn =
    field === 'dress'
      ? /^(?:semula|dari|tadinya|sebelumnya)\s+.+?\s+(?:menjadi|jadi|diganti|ganti|ke)\s+(?<now>\p{L}.*?)\.*$/iu.exec(
          value,
        )
      : null;
  if (worn?.groups?.now) {
    const at = from + raw.indexOf(value) + worn[0].replace(/\.+$/u, '').length - worn.groups.now.length;
    draft.takeAct('change', line, labelFrom, from);
    draft.pass(line, from, at);
    takeField(place, labelFrom, at, at + worn.groups.now.length, field);
    return;
  }
  switch (field) {
    case 'title':
      if (draft.title && draft.announced) draft.put('note', line, from, to, '\n');
      else if (draft.title) miss();
      // "Acara : 1. Pemilihan Ketua; 2. Pengarahan": one event, and what is gone through there
      else if (/^1\s*[.)]\s*\p{L}/u.test(value)) {
        const start = from + raw.indexOf(value) + (/^1\s*[.)]\s*/u.exec(value)?.[0].length ?? 0);
        draft.putTitle(line, place.number, start, to - (/[\s;]*$/u.exec(raw)?.[0].length ?? 0));
        draft.inRundown = true;
        draft.lastText = null;
        takeRundownLine(place, start, to);
      } else place.free(place, from, to);
      return;
    case 'day':
    case 'newDay': {
      const read = readDay(value, setting.today);
      if (!read) {
        if (flexible.test(value) || /menyusul/iu.test(value)) draft.pass(line, labelFrom, to);
        else miss();
        return;
      }
      const offset = line.text.indexOf(value, from);
      takeDayOf(draft, line, offset, read, setting.today);
      const rest = offset + read.to;
      const time = readTime(line.text.slice(rest, to));
      if (time) takeTime(draft, context, line, rest, time);
      else if (read.weekdayAlone && weekdays.test(line.text.slice(rest, to))) draft.pass(line, rest, to);
      else if (/[\p{L}\p{N}]/u.test(line.text.slice(rest, to))) draft.miss(line, rest, to);
      return;
    }
    case 'time':
    case 'newTime': {
      // "Kamis 20/11/2025 09.00" in one cell
      const day = readDay(raw, setting.today);
      const clocks = day ? `${raw.slice(0, day.from)}${' '.repeat(day.to - day.from)}${raw.slice(day.to)}` : raw;
      const time = readTime(clocks, true);
      if (time && takeTime(draft, context, line, from, time)) {
        if (day && day.from < time.from) draft.day = takeDay(draft, line, from, day);
        const aside = /^\s*\(([^()]{3,80})\)\s*$/u.exec(line.text.slice(from + time.to, to));
        // "(acara pembukaan)" beside a time is no name
        if (
          aside &&
          draft.title === null &&
          !takeRemark(draft, line, from + time.to + aside[0].indexOf('(') + 1, from + time.to + aside[0].indexOf(')'))
        )
          draft.put(
            'note',
            line,
            from + time.to + aside[0].indexOf('(') + 1,
            from + time.to + aside[0].indexOf(')'),
            '\n',
          );
        else if (!aside || draft.title !== null) place.free(place, from + time.to, to);
      } else if (!time && takeShift(place, labelFrom, from, to)) {
        // by how much it is moved
      } else if (!time && relativeTime.test(value)) takeRelativeTime(draft, line, from, to);
      else if (!time && partLeads.test(value)) {
        const lead = from + raw.indexOf(value) + (partLeads.exec(value)?.[0].length ?? 0);
        leaveTimeOpen(draft, line, from, lead);
        place.free(place, lead, to);
      } else if (!time && (flexible.test(value) || /menyusul/iu.test(value))) leaveTimeOpen(draft, line, labelFrom, to);
      else miss();
      return;
    }
    case 'endTime': {
      const time = readTime(value, true);
      const span = spanOf(line, from, to);
      if (time && draft.endClock === null)
        draft.endClock = { value: time.start, spans: span ? [span] : [], assumed: false };
      else if (/^(?:selesai|s\.?d\.? selesai)[.]?$/iu.test(value))
        draft.openEnd = { value: true, spans: span ? [span] : [], assumed: false };
      else miss();
      return;
    }
    case 'becomes': {
      const day = readDay(value, setting.today);
      takeField(place, labelFrom, from, to, day ? 'newDay' : readTime(raw, true) ? 'newTime' : 'newVenue');
      draft.takeAct('change', line, labelFrom, from);
      return;
    }
    case 'wasTime':
    case 'wasVenue':
      if (!takeWas(place, field, from, to, raw)) miss();
      return;
    case 'venue':
    case 'newVenue':
      if (idem.test(value)) {
        if (context.last.venue === null) miss();
        draft.venue ??= context.last.venue;
        return;
      }
      // "📌 Outdoor, bawa payung": a pin stands before notes as well
      if (/^📌/u.test(line.text.slice(labelFrom)) && !looksLikePlace(value)) {
        if (bears.test(line.text.slice(from, whole))) {
          draft.put('note', line, from, whole, '\n');
          return;
        }
        if (draft.venue === null && draft.put('venue', line, from, to) && draft.venue)
          draft.venue = { ...(draft.venue as Piece<string>), assumed: true };
        else miss();
        return;
      }
      if (!draft.put('venue', line, from, to)) miss();
      return;
    case 'organizer':
      // "Penanggung jawab: Pak Made 0812..."
      if (/^\s*penanggung/iu.test(line.text.slice(labelFrom, from)) && readPhone(value) !== null) {
        takeContact(place, 'contact', labelFrom, from, to);
        return;
      }
      if (draft.venue === null && context.buildingIsPlace && /^(?:🏢|🏣)/u.test(line.text.slice(labelFrom))) {
        draft.put('venue', line, from, to);
        return;
      }
      // "🏛 Gedung DPRD" under "📌 Rapat Banggar"
      if (
        draft.venue === null &&
        /^🏛/u.test(line.text.slice(labelFrom)) &&
        looksLikePlace(value) &&
        !/^(?:sekretariat|dprd|bappeda|disdik|kejaksaan|pengadilan|pol|kodim|kementerian|rs|sm|sd|universitas|kantor wilayah|puskesmas)/iu.test(
          value,
        )
      ) {
        draft.put('venue', line, from, to);
        return;
      }
      if (!draft.put('organizer', line, from, to)) miss();
      return;
    case 'dress':
      if (idem.test(value)) {
        if (context.last.dress === null) miss();
        draft.dressCode ??= context.last.dress;
        return;
      }
      {
        // "PDH. Hadir 15 menit sebelumnya"
        const more = /\.\s+(?=(?:hadir|mohon|harap|diharap\p{L}*|wajib|agar|membawa|bawa|tidak)(?!\p{L}))/iu.exec(raw);
        const end = more ? from + more.index : to;
        if (!draft.put('dressCode', line, from, end)) miss();
        else if (more) draft.put('note', line, end + more[0].length, to, '\n');
      }
      return;
    case 'transit':
      if (!draft.put('transitRoom', line, from, to)) miss();
      return;
    case 'reason':
      draft.put('reason', line, from, to, '; ');
      return;
    case 'companions': {
      const size = readHeadcount(value);
      if (size === null) draft.put('companions', line, from, to, ', ');
      else draft.takeVisit(line, from, to, { delegation: '', size });
      return;
    }
    case 'visit': {
      const size = readHeadcount(value);
      const count = /[,(–-]\s*(\d{1,4})\s*(?:orang|org|pax)\)?$/iu.exec(value);
      const delegation = count ? value.slice(0, count.index).trim() : value;
      draft.takeVisit(
        line,
        from,
        to,
        size === null ? { delegation, size: count ? Number(count[1]) : null } : { delegation: '', size },
      );
      return;
    }
    case 'delegate':
      if (undecided.test(value)) {
        draft.put('note', line, from, to, '\n');
        return;
      }
      if (takeOrder(place, from, to)) return;
      // a column of who stands in may have no column of leaders beside it
      if (!takeDelegate(draft, context, line, from, to, setting, context.columns !== null)) miss();
      return;
    case 'leaders': {
      if (undecided.test(value)) {
        draft.put('note', line, from, to, '\n');
        return;
      }
      if (takeLeadersFirst(place, from, to)) return;
      // "Hadir: 200 orang" tells of guests, not of leaders: kept as a note.
      if (!/^(?:pejabat|pimpinan(?! rapat))/iu.test(line.text.slice(labelFrom, from))) {
        draft.put('note', line, labelFrom, to, '\n');
        return;
      }
      // somebody else than who heads the list
      draft.ownLeaders = true;
      miss();
      return;
    }
    case 'status':
      if (/^(?:terjadwal|dijadwalkan|disetujui|terverifikasi|aktif|baru|final)[.!]?$/iu.test(value))
        draft.pass(line, labelFrom, to);
      else if (!takeRemark(draft, line, from, to)) miss();
      return;
    case 'press':
      if (takeRemark(draft, line, from, to)) return;
      // "Media: tidak", "Sifat: bukan untuk umum"
      if (saidClosed([line.text.slice(labelFrom, to)]) !== null) {
        const span = spanOf(line, labelFrom, to);
        draft.pressAccess = { value: 'closed', spans: span ? [span] : [], assumed: false };
        return;
      }
      // "Sifat: Penting" is the letter's own
      if (/^(?:sangat )?(?:penting|segera|biasa|rahasia|amat segera)/iu.test(value)) draft.pass(line, labelFrom, to);
      else miss();
      return;
    case 'release': {
      const span = spanOf(line, labelFrom, to);
      const wanted = /^(?:ya|iya|perlu|y|yes|✅|✔)/iu.test(value);
      if (!wanted && !/^(?:tidak|tdk|no|t\b|❌|✖)/iu.test(value)) miss();
      else draft.releaseNeeded = { value: wanted, spans: span ? [span] : [], assumed: false };
      return;
    }
    case 'speech':
      if (!takeTold(place, 'speech', from, to, readSpeech(/^(?:ada |perlu )?sambutan$/iu.test(value) ? 'ya' : value)))
        draft.put('note', line, labelFrom, to, '\n');
      return;
    case 'crew':
      if (takeTold(place, 'crew', from, to, readCrew(value))) return;
      if (!takeRemark(draft, line, from, to)) draft.put('note', line, labelFrom, to, '\n');
      return;
    case 'officer':
    case 'contact':
    case 'phone':
      takeContact(place, field, labelFrom, from, to);
      return;
    case 'letterNumber':
    case 'letterDay':
    case 'subject':
    case 'letterPart':
      // Of an event that has none of a letter: `Perihal: Rapat` is its name.
      if (field === 'subject' && draft.title === null) place.free(place, from, to);
      else draft.put('note', line, labelFrom, to, '\n');
      return;
    case 'remark': {
      if (/^(?:diwakili|disposisi|didisposisikan)/iu.test(value)) {
        const lead = /^\S+(?:\s+(?:oleh|kepada|ke))?\s*:?\s+/iu.exec(value)?.[0].length ?? 0;
        if (takeDelegate(draft, context, line, from + raw.indexOf(value) + lead, to, setting)) return;
      }
      const beside = /^(?:didampingi|mendampingi)(?:\s+oleh)?\s*:?\s+/iu.exec(value)?.[0].length ?? 0;
      if (beside > 0) {
        draft.put('companions', line, from + raw.indexOf(value) + beside, to, ', ');
        return;
      }
      if (takeRemark(draft, line, from, to)) return;
      if (draft.dressCode === null && isDress(value)) {
        draft.put('dressCode', line, from, to);
        return;
      }
      const inner = readLabel(value);
      if (inner && toldInRemarks.has(inner.field)) {
        const at = from + raw.indexOf(value);
        takeField(place, at, at + inner.valueFrom, to, inner.field);
        return;
      }
      if (/^mewakili\s/iu.test(value) && takeWhom(place, from + raw.indexOf(value) + 'mewakili '.length, to)) return;
      const speech = /^sambutan\s*[:-]?\s*/iu.exec(value);
      if (speech && takeTold(place, 'speech', from, to, readSpeech(value.slice(speech[0].length) || 'ya'))) return;
      draft.put('note', line, from, to, '\n');
      return;
    }
    case 'note':
      if (leads.test(line.text.slice(labelFrom, from)) && draft.leaders.length === 0 && context.leaders.length === 0)
        takeLeaders(place, from, to);
      draft.put('note', line, labelFrom, to, '\n');
  }
}

/** `Sekda agar hadir, laporkan hasilnya`: who is sent, and what is to be done there. False in any other words. */
function takeOrder(place: Place, from: number, to: number): boolean {
  const { draft, context, line, setting } = place;
  const told =
    /^\s*(?<who>[^,;:]{3,60}?),?\s+(?:agar|untuk|utk|supaya|mohon|dimohon|harap|tolong)\s+(?:(?:hadir|menghadiri|dihadiri|mewakili|ikuti|mengikuti)(?:i|nya)?(?:[\s,.;]+|$))?(?<what>.*)$/iu.exec(
      line.text.slice(from, to),
    );
  const { who, what } = told?.groups ?? {};
  if (!told || !who) return false;
  const at = from + told[0].indexOf(who);
  if (!takeDelegate(draft, context, line, at, at + who.length, setting) && !takeLeaders(place, at, at + who.length))
    return false;
  if (what) draft.put('note', line, from + told[0].lastIndexOf(what), to, '\n');
  return true;
}

/** Fields that may stand in a column of remarks. */
const toldInRemarks: ReadonlySet<FieldName> = new Set(['dress', 'organizer', 'contact', 'officer', 'transit', 'crew']);
