import { type ReadAct, readActVerb } from './acts.ts';
import { takeAsides, takeAsidesBehind } from './asides.ts';
import { readDay } from './dates.ts';
import type { Piece } from './draft.ts';
import { isDress, isUnchanged, looksLikePlace, placeInTitle } from './fields.ts';
import { readLabel } from './labels.ts';
import { readDelegate } from './leaders.ts';
import { spanOf } from './lines.ts';
import { readPerson } from './people.ts';
import type { Place } from './place.ts';
import { readShift, type Shift } from './shift.ts';
import { isListed } from './stand-in.ts';
import { takeField } from './take-field.ts';
import { takeLeaders } from './take-leaders.ts';
import { takeDay, takeDelegate, takeTime } from './take-value.ts';
import { takeWas } from './take-was.ts';
import { readTime } from './times.ts';

const because =
  /[\s,(]+(?:karena|krn|krna|dikarenakan|dkrnkan|sebab|berhubung|mengingat|akibat|due to)\s+(?<why>[^)]+)\)?\s*$/iu;
/** `Sehubungan dengan adanya kunjungan Menteri, maka kegiatan ...`: why, before what it is about. */
const reasonFirst =
  /^(?:sehubungan|berkenaan|berhubung|dikarenakan|karena|mengingat)\s+(?:dengan\s+)?(?:adanya\s+)?(?<why>[^,:]{5,200}?),\s*(?:maka\s+|dengan ini\s+|bersama ini\s+|kami\s+|(?:di)?(?:sampaikan|informasikan|beritahukan)\s+|bahwa\s+)*/iu;
/** Words before what is meant, and between its parts. */
const opening =
  /^(?:ass?alam\p{L}*(?:\s*(?:wr\.?|wb\.?|alaikum))*|menginformasikan|melaporkan|me?n?gganggu|nga?ganggu|mengabarkan|menyampaikan|memberitahukan|(?:mohon\s+)?(?:izin|ijin)|maaf|mhn|mohon|info(?:rmasi)?|ada|update|perubahan|koreksi|ralat|bapak\/ibu|bapak|ibu|bpk|yth\.?|ndan|komandan|kak|bli|mbok|gus|min|selamat|malam|pagi|siang|sore|trus|terus|lalu|kemudian|dan|juga|serta|oke|ok|siap|oh ya|sekalian|pak|bu|teman[- ]teman|rekan[- ]rekan|semua|disampaikan|menyampaikan|bahwa|untuk|utk|(?:agenda|acara|kegiatan|jadwal|undangan)(?!\s+(?:di|dengan|bersama|ke|dari|pkk|dgn)(?!\p{L}))|yang|yg|waktu|jam|tempat|lokasi|dimana)(?=[\s,.:!]|$)[\s,.:!]*/iu;
const closing =
  /[\s,]+(?:yang|yg|tadinya|semula|sedianya|seyogianya|awalnya|rencananya|sebelumnya|dijadwalkan|direncanakan|diagendakan|dilaksanakan|diselenggarakan|berlangsung|hari|pada|pd|pukul|jam|tanggal|tgl|di|dari|akan|kiranya|berkenan|kita|juga|ini|itu|tsb|tersebut|bpk|bapak|beliau|pimpinan|agar|mohon|untuk|dengan|waktunya|tempatnya|jamnya)$/iu;
const joiner =
  /^(?:[\s,;:.–—-]|(?:tempatnya|lokasinya|waktunya|jamnya|ke|menjadi|jadi|mjd|pada|pd|hari|pukul|jam|mulai|waktu|dan|tempat|lokasi|bertempat|di|pindah|tetap|nya|saja|ya|dg|dengan|sampai|hingga)(?![\p{L}\p{N}]))+/iu;

/**
 * A sentence that changes an event: `rapat jam 9 diundur jam 10 di ruang Sewaka`, `Audiensi KONI besok batal karena hujan`. What stands
 * before the verb tells which event is meant, what stands behind it what is new. False when the line is no such sentence.
 */
export function readChange(place: Place, from: number, to: number): boolean {
  const { line, draft } = place;
  const act = changeIn(place, from, to);
  if (!act || from + act.from >= to) return false;
  // "1. Pukul 08.30, Pelatihan, Hotel Rattan, diwakili Kadis": an item of the day's list, and nothing that was sent before
  const before = line.text.slice(from, from + act.from);
  if (act.act === 'delegate' && isListed(place, before)) return false;
  let end = withoutFields(place, from + act.to, to);
  end -=
    /\s*[.!,]\s*(?:trims|tks|terima\s?kasih|makasih|mks?h|suwun|matur\p{L}*|mohon maaf|🙏)(?!\p{L})[^.]{0,40}$/iu.exec(
      line.text.slice(from, end),
    )?.[0].length ?? 0;
  const why = because.exec(line.text.slice(from, end));
  if (why?.groups?.why && why.index > act.from) {
    const start = from + why.index + why[0].indexOf(why.groups.why);
    draft.put('reason', line, start, start + why.groups.why.length, '; ');
    end = from + why.index;
  }
  const moved = readShift(line.text.slice(from + act.to, end), line.text.slice(from + act.from, from + act.to));
  // "ditunda 1 jam": it is held, only later
  const said = act.act === 'postpone' && moved ? 'change' : act.act;
  draft.takeAct(said, line, from + act.from, from + act.to);
  const lead = reasonFirst.exec(line.text.slice(from, from + act.from));
  const led = lead?.groups?.why ? lead[0].length : 0;
  if (lead?.groups?.why) {
    const start = from + lead[0].indexOf(lead.groups.why);
    draft.put('reason', line, start, start + lead.groups.why.length, '; ');
  }
  // a sentence outside of a list speaks for itself: who heads the list above it is not meant
  const inList = draft.listed || /^[^\p{L}\p{N}]*\d{1,2}[.:]\d{2}/u.test(line.text.slice(from));
  if (!inList) draft.ownLeaders = true;
  draft.listed = true;
  takeOld(place, from + led, from + act.from, said === 'change');
  takeNew(place, from + act.to, end, { ...act, act: said }, moved);
  return true;
}

/** `..., dresscode endek`: fields and words among colleagues at the end of the sentence; where the rest of it ends. */
function withoutFields(place: Place, from: number, to: number): number {
  const { draft, line } = place;
  let end = to;
  for (;;) {
    const comma = line.text.slice(from, end).lastIndexOf(',');
    if (comma < 0) return takeAsidesBehind(place, from, end);
    const raw = line.text.slice(from + comma + 1, end);
    const start = from + comma + 1 + (raw.length - raw.trimStart().length);
    const label = readLabel(raw.trim());
    if (label && told.has(label.field)) takeField(place, start, start + label.valueFrom, end, label.field);
    else if (isDress(raw) && draft.dressCode === null) draft.put('dressCode', line, start, end);
    else if (takeAsides(place, line.text, start, end, false).length === 0) return takeAsidesBehind(place, from, end);
    end = from + comma;
  }
}

const told: ReadonlySet<string> = new Set(['dress', 'contact', 'officer', 'companions', 'transit', 'crew']);

/** Words of politeness at the end. */
const courtesy =
  /(?:(?:^|[\s,]+)(?:ya|nggih|inggih|pak|bu|bapak|ibu|bang|mas|mbak|kak|ndan|suksma|tks|tksm|trims|mohon maaf|terima kasih|makasih|🙏+))+[.!\s🙏]*$/iu;

/** `jam yang sama`, `tempatnya tetap`. */
const asItWas =
  /(?<!\p{L})(?:di\s+|pada\s+)?(?:(?:jam|pukul|waktu|hari|tempat|lokasi|ruang|yang lain)(?:nya)?(?:\s*[,&/]\s*|\s+dan\s+|\s+))+(?:(?:yang|yg|masih|tetap|ttp)\s+)*(?:sama|tetap|ttp)(?:\s+(?:seperti|dengan|dgn)\s+(?:semula|sebelumnya|kemarin))?(?!\p{L})/giu;

/** The verb of the sentence, as offsets from `from`. */
export function changeIn({ line, setting }: Pick<Place, 'line' | 'setting'>, from: number, to: number): ReadAct | null {
  const hasTime = (piece: string) => readTime(piece) !== null || readDay(piece, setting.today) !== null;
  return readActVerb(line.text.slice(from, to), hasTime);
}

/** Which event is meant: its name, and when and where it was to be. */
function takeOld(place: Place, from: number, to: number, moved: boolean): void {
  const { draft, context, line, number, setting } = place;
  let work = `${' '.repeat(from)}${line.text.slice(from, to)}`;
  const blank = (start: number, end: number) => {
    work = work.slice(0, start) + '|'.repeat(end - start) + work.slice(end);
  };
  const day = readDay(work, setting.today);
  if (day?.day) {
    const piece = takeDay(draft, line, 0, day);
    if (moved) draft.was.day = piece;
    else draft.day = piece;
    blank(day.from, day.to);
  }
  const time = readTime(work);
  if (time) {
    const span = spanOf(line, time.from, time.to);
    if (moved) draft.was.startClock = { value: time.start, spans: span ? [span] : [], assumed: time.assumed };
    else takeTime(draft, context, line, 0, time);
    blank(time.from, time.to);
  }
  for (const match of [...work.matchAll(/[^|,]+/gu)]) {
    let start = match.index;
    let end = start + match[0].length;
    for (;;) {
      const lead = /^[\s,.;:()–—-]+/u.exec(work.slice(start, end))?.[0].length ?? 0;
      const word = opening.exec(work.slice(start + lead, end))?.[0].length ?? 0;
      if (lead + word === 0) break;
      start += lead + word;
    }
    for (
      let tail = closing.exec(` ${work.slice(start, end).trimEnd()}`);
      tail;
      tail = closing.exec(` ${work.slice(start, end).trimEnd()}`)
    ) {
      end = start + Math.max(0, tail.index - 1);
    }
    if (!/[\p{L}\p{N}]/u.test(work.slice(start, end))) continue;
    const text = work.slice(start, end);
    const semula = moved
      ? /^(?<name>.*?)[\s:,–—-]*(?<!\p{L})(?:semula|tadinya|awalnya|sebelumnya|sedianya)\s+(?:di\s+)?(?<old>\S.*)$/iu.exec(
          text,
        )
      : null;
    if (semula?.groups?.old && (semula.groups.name || draft.title !== null)) {
      takeOldVenue(place, end - semula.groups.old.length, end, moved);
      if (semula.groups.name) draft.putTitle(line, number, start, start + semula.groups.name.length);
      continue;
    }
    if (takeUnable(place, match.index, match.index + match[0].length)) continue;
    if (takeLeaders(place, start, start + text.trimEnd().length)) continue;
    if (draft.title !== null) {
      if (looksLikePlace(text.trim()) || /^\s*(?:bertempat\s+)?di\s+\p{L}/iu.test(text))
        takeOldVenue(place, start, end, moved);
      else if (!/^(?:pagi|siang|sore|malam)(?: (?:ini|nanti))?$/iu.test(text.trim())) draft.miss(line, start, end);
      continue;
    }
    const at = placeInTitle(text);
    const name = at ? start + at.cut : end;
    if (at) takeOldVenue(place, start + at.from, end, moved);
    draft.putTitle(line, number, start + leaderBefore(place, start, name), name);
  }
}

function takeOldVenue({ draft, line }: Place, from: number, to: number, moved: boolean): void {
  const span = spanOf(line, from, to);
  if (!span) return;
  const value = line.text
    .slice(from, to)
    .replace(/(?:[\s,;→➡]|-+>|=>)+$/u, '')
    .replace(/^\s*(?:bertempat\s+)?(?:di\s+|@\s*)(?=\S)/iu, '')
    .trim();
  if (moved) draft.was.venue = { value, spans: [span], assumed: false };
  else draft.put('venue', line, from, to);
}

/** `Sekda berhalangan hadir pada Pembukaan ..., mohon diwakili`: who cannot come, and behind it where to. */
const unable =
  /^[\s,]+(?:(?:sedang|mohon maaf|karena|ada (?:tugas|kegiatan|agenda) lain)[\s,]+)*(?:berhalangan|(?:tidak|tdk|belum|gak|ga)\s+(?:dapat|bisa|sempat)|ada halangan)(?:\s+(?:untuk\s+|utk\s+)?(?:hadir(?:i)?|menghadiri|memenuhi|mengikuti|memimpin))?(?:\s+(?:pada|dalam|di|ke|acara|kegiatan|undangan))*\s+/iu;

/** `Pak Wali berhalangan, rapat TPID diwakili Sekda`: who cannot come, in a clause of its own. */
function takeUnable({ draft, line, setting }: Place, from: number, to: number): boolean {
  const lead = /^[\s.;:–—-]*/u.exec(line.text.slice(from, to))?.[0].length ?? 0;
  const text = line.text.slice(from + lead, to).trimEnd();
  const person = readPerson(text, setting.leaders, false);
  if (!person || !away.test(text.slice(person.to))) return false;
  const span = spanOf(line, from + lead, from + lead + person.to);
  draft.leaders.push({
    called: person.called,
    officialId: person.officialId,
    spans: span ? [span] : [],
    answer: 'unknown',
    delegateName: null,
    delegateId: null,
    delegateSpans: [],
  });
  draft.ownLeaders = true;
  draft.pass(line, from + lead + person.to, to);
  return true;
}

const away =
  /^\s+(?:(?:sedang|masih|mohon maaf|karena)\s+)*(?:berhalangan(?:\s+hadir)?|(?:tidak|tdk|gak|ga|nggak|belum|batal)\s+(?:(?:bisa|dapat|jadi|sempat)\s*)*(?:hadir|datang|ikut)?|ada (?:tugas|kegiatan|agenda|acara)(?: lain)?|sakit|cuti|dinas luar|ke luar kota|di luar kota|umroh?)\s*$/iu;

/** `Wali Kota menghadiri Rapat ...`: the leader goes, the name of the event stays. */
function leaderBefore({ draft, line, setting }: Place, from: number, to: number): number {
  const text = line.text.slice(from, to);
  const person = readPerson(text, setting.leaders, false);
  const link = person
    ? (unable.exec(text.slice(person.to)) ??
      /^\s*(?::|–|—|-|\bmenghadiri\b|\bhadir(?:i)?\b(?: di)?|\bke\b)\s*/iu.exec(text.slice(person.to)))
    : null;
  if (!person || !link || link[0].trim() === '') return 0;
  const span = spanOf(line, from, from + person.to);
  draft.leaders.push({
    called: person.called,
    officialId: person.officialId,
    spans: span ? [span] : [],
    answer: 'unknown',
    delegateName: null,
    delegateId: null,
    delegateSpans: [],
  });
  draft.ownLeaders = true;
  return person.to + link[0].length;
}

/**
 * What is new: a day, a clock, a place, who stands in.
 * @param moved by how much it is moved, where the words say so; its offsets count from `from`
 */
function takeNew(place: Place, from: number, to: number, act: ReadAct, moved: Shift | null): void {
  const { draft, context, line, setting } = place;
  if (act.act === 'delegate') {
    // "diwakili Sekda di Praja": where it is, behind who stands in
    const at = /\s+(?:di|@)\s+(?=\p{L})/iu.exec(line.text.slice(from, to));
    if (
      at &&
      at.index > 2 &&
      draft.venue === null &&
      readDelegate(line, from, from + at.index, setting.leaders)?.delegateId &&
      takeDelegate(draft, context, line, from, from + at.index, setting, true)
    ) {
      draft.put('venue', line, from + at.index + at[0].length, to);
      return;
    }
    if (!takeDelegate(draft, context, line, from, to, setting, true)) draft.miss(line, from, to);
    return;
  }
  const turn = /^[\s,]*dari\s+(?<old>[^,;]{3,40}?)\s+(?:menjadi|mjd|jadi|ke)\s+(?=\S)/iu.exec(
    line.text.slice(from, to),
  );
  const old = turn?.groups?.old;
  if (turn && old) {
    const at = from + turn[0].indexOf(old);
    const field = readTime(old, true) && !readDay(old, setting.today) ? 'time' : 'day';
    if (takeWas(place, field, at, at + old.length, old)) {
      takeNew(place, from + turn[0].length, to, act, null);
      return;
    }
  }
  // "ditunda: Rapat ..." inside of a sentence: what follows names the event
  if (draft.title === null) {
    place.free(place, from + (/^[\s:,–—-]*/u.exec(line.text.slice(from, to))?.[0].length ?? 0), to);
    return;
  }
  let work = `${' '.repeat(from)}${line.text.slice(from, to)}`;
  const blank = (start: number, end: number) => {
    work = work.slice(0, start) + '|'.repeat(end - start) + work.slice(end);
  };
  if (moved) {
    const span = spanOf(line, from + moved.from, from + moved.to);
    draft.shift = { value: moved.minutes, spans: span ? [span] : [], assumed: moved.assumed };
    blank(from + moved.from, from + moved.to);
  }
  for (const same of work.slice(from).matchAll(asItWas)) {
    draft.pass(line, from + same.index, from + same.index + same[0].length);
    blank(from + same.index, from + same.index + same[0].length);
  }
  const day = readDay(work, setting.today);
  if (day) {
    const piece = takeDay(draft, line, 0, day);
    draft.dayImpossible = day.day === null;
    // "Kamis diundur ke Jumat": what stood on the left was the old one
    if (draft.day && !draft.was.day) draft.was.day = draft.day;
    draft.day = piece;
    blank(day.from, day.to);
  }
  const time =
    readTime(work) ??
    readTime(
      work.replace(joiner, (words) => ' '.repeat(words.length)),
      true,
    );
  if (time && Number.isFinite(time.from)) {
    if (draft.startClock && draft.was.startClock === null) {
      draft.was.startClock = draft.startClock;
      draft.startClock = null;
      draft.endClock = null;
    }
    if (takeTime(draft, context, line, 0, time)) blank(time.from, time.to);
  }
  for (const match of [...work.matchAll(/[^|,]+/gu)]) {
    let start = match.index;
    const end = start + match[0].length;
    const lead = joiner.exec(work.slice(start, end))?.[0] ?? '';
    start += lead.length;
    const polite = courtesy.exec(work.slice(start, end));
    const last = polite ? start + polite.index : end;
    const text = work.slice(start, last).trim();
    if (
      !/[\p{L}\p{N}]/u.test(text) ||
      /^(?:ada\s+|adanya\s+|terdapat\s+)?(?:pemberitahuan|informasi|kabar|jadwal|waktu|keputusan)\s.{0,30}(?:lanjut|selanjutnya|kemudian|menyusul)[\s.!]*$/iu.test(
        text,
      ) ||
      (draft.startClock !== null && /^(?:pagi|siang|sore|malam)$/iu.test(text)) ||
      /^(?:dulu|dahulu|menyusul|pemberitahuan lebih lanjut|belum ditentukan|nanti|kemudian|lebih lanjut|info menyusul|🙏+)$/iu.test(
        text,
      )
    ) {
      draft.pass(line, start, end);
      continue;
    }
    // "geser ke siang": which hour is that
    if (/^(?:pagi|siang|sore|malam)(?:\s+hari)?$/iu.test(text)) {
      draft.miss(line, start, end);
      continue;
    }
    if (isUnchanged(text)) {
      draft.pass(line, start, end);
      continue;
    }
    const by = /^(?:diwakili|diwakilkan|didisposisikan)(?:\s+(?:oleh|kepada|ke))?\s+/iu.exec(work.slice(start, end));
    if (by && takeDelegate(draft, context, line, start + by[0].length, end, setting, true)) continue;
    const placed =
      /(?:^|[\s,])(?:ke|di|bertempat|tempat|lokasi|tempatnya|lokasinya)\s*$/iu.test(lead) || looksLikePlace(text);
    if (
      /^(?:(?:sampai|hingga|smp)\s+)?(?:dengan\s+|dgn\s+)?(?:waktu|jadwal|tanggal|batas waktu)?\s*(?:yang|yg)?\s*(?:belum|akan|tidak|blm)\s+(?:di)?(?:tentukan|informasikan|sampaikan|jadwalkan|umumkan|pastikan|kabari)/iu.test(
        text,
      )
    ) {
      draft.pass(line, start, end);
      continue;
    }
    const why =
      (act.act === 'cancel' || act.act === 'postpone') &&
      draft.reason === null &&
      !placed &&
      /\p{L}\s+\p{L}/u.test(text);
    if (why) {
      // "batal, Bapak ke Jakarta": what else should it say
      draft.put('reason', line, start, last);
      if (draft.reason) draft.reason = { ...(draft.reason as Piece<string>), assumed: true };
      continue;
    }
    if (placed && draft.venue === null) draft.put('venue', line, start, last);
    else draft.miss(line, start, end);
  }
}
