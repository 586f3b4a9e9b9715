import { type ReadDay, readDay } from './dates.ts';
import type { Setting } from './draft.ts';
import { isFurniture, kindOfTitle, type Opening } from './fields.ts';
import { readLabel } from './labels.ts';
import { type NamedLeader, readLeaders } from './leaders.ts';
import type { Line } from './lines.ts';
import { readTime } from './times.ts';

/** What a heading sets for all that follows. */
export interface Heading {
  readonly leaders: NamedLeader[] | null;
  readonly day: { read: ReadDay; offset: number } | null;
  /** `change` and `none` are said by the heading of a sheet, `delegate` by a list of who stands in. */
  readonly act: 'change' | 'delegate' | 'none' | null;
}

/** What the reader knows of the item it is in, for telling a heading from a line of that item. */
export interface Around {
  readonly opening: Opening | null;
  readonly empty: boolean;
  readonly gap: boolean;
  /** The item has a title and no day of its own. */
  readonly wantsDay: boolean;
  readonly hasStart: boolean;
  /** Behind this line of a day stand the hour and the place of one event, with no name: the name stood above. */
  readonly blockAhead: () => boolean;
  /** The line has another bullet than the one that opened the item. */
  readonly otherMark: boolean;
  /** From when the weekdays of a sheet for several days count. */
  readonly weekFrom: string | null;
  /** 👤 begins each event, and the item has its name or its hour already. */
  readonly leadersFirst: boolean;
}

const sheetHead =
  /^(?:laporan |undangan |perubahan |ralat |update |revisi |jadwal |rencana |draft? |rekap |daftar |info )*(?:agenda|jadwal|giat(?=\s)|kegiatan(?=\s+(?:pimpinan|harian|resmi|wali|bupati|gubernur|wakil|sekda|bapak|bpk|bp|ibu|pak|bu|wawali|wabup|wagub|walkot|plt|plh|pj)))(?:\s+(?:kegiatan|harian|mingguan|bulanan|pekanan|kerja|acara|resmi|pimpinan|dinas|sementara|luar|daerah|negeri|perjalanan))*\s*/iu;
/** A message that begins as people speak: `Malam bapa/ibu, agenda besok ...`. */
const greets =
  /^(?:(?:selamat\s+)?(?:malam|pagi|siang|sore|petang)|halo|hai|tabe\p{L}?|dear|lapor|siap|mohon|mhn|maaf|info\p{L}*|bapak|bapa|ibu|bpk|rekan|teman|kepada|om)(?![\p{L}])/iu;
const delegations =
  /^(?:lembar |daftar |rekap |hasil |rincian )?(?:disposisi|delegasi|pendelegasian|(?:yang )?mewakili)(?:\s+(?:undangan|agenda|acara|surat))*\s*/iu;
const between =
  /(?:^|[\s,:()–-]+)(?:untuk|utk|u\/|hari(?: ini)?|hr|besok|esok(?: hari)?|besuk|bsk|lusa|pada|pd|tgl\.?|tanggal|agenda|undangan|acara|kegiatan|giat|jadwal)?[\s,:()–-]*$/iu;

/** `3 hari ke depan`, `minggu depan`: how long the sheet goes on. */
const span =
  /[\s,(–-]*(?:(?:untuk|utk|selama|dalam)\s+)?(?:(?:\d{1,2}|se|satu|dua|tiga|empat|lima|enam|tujuh)\s*(?:hari|pekan|minggu|bulan)\s+(?:ke\s*depan|kedpn|mendatang|berikutnya|terakhir)|(?:minggu|pekan|bulan)\s+(?:ini|depan|dpn))\s*\)?\s*$/iu;
/** `Perubahan utk bsk ya:`, `Ralat untuk Selasa 24 Nov`: with a day, and no event. */
const changes =
  /^(?:(?:info(?:rmasi)?|mohon (?:izin|ijin),?|ada|berikut)\s+)*(?:perubahan|ralat|revisi|penyesuaian|pergeseran)(?:nya)?(?![\p{L}])\s*/iu;
const besideDay =
  /(?<!\p{L})(?:untuk|utk|u\/|buat|hari|hr|ini|pada|pd|tgl|tanggal|agenda|jadwal|acara|kegiatan|giat|pimpinan|ya|yaa|nggih|inggih|njih|gih|nih|pak|bu|bapak|ibu|kak|ndan|semua|berikut|sbb|sebagai berikut)(?!\p{L})/giu;

/** The heading that a line is; null for any other line. */
export function readHeading(line: Line, from: number, around: Around, setting: Setting): Heading | null {
  const opened = from + (around.opening?.length ?? 0);
  // an emoji or two before AGENDA
  const start = opened + (/^[^\p{L}\p{N}(]*(?=\p{L}+ |\p{L}+$)/iu.exec(line.text.slice(opened))?.[0].length ?? 0);
  const words = line.text.slice(start);
  const sheet = sheetHead.exec(words);
  if (sheet && !around.opening && !/^\s*[:=]/.test(words.slice(sheet[0].length)) && !/:\s*$/.test(sheet[0])) {
    const heading = readSheet(line, start + sheet[0].length, setting);
    if (heading) return { ...heading, act: /^(?:perubahan|ralat|revisi)/iu.test(words) ? 'change' : 'none' };
  }
  // "nyuwun ijin, agenda Bapak Bupati :", and any short words before, where a colon says that it heads what follows
  const changed = around.opening || !(around.empty || around.gap) ? null : changes.exec(words);
  if (changed && words.length <= 90 && !readTime(words) && !kindOfTitle(words)) {
    const heading = readChanges(line, start + changed[0].length, setting);
    if (heading) return heading;
  }
  const spoken =
    isFurniture(words) || greets.test(words) || (words.length <= 80 && /:\s*$/u.test(words) && around.empty)
      ? /\b(?:agenda|jadwal|giat|kegiatan|disposisi|delegasi)\b(?:\s+(?:kegiatan|harian|kerja|acara))*\s*/iu.exec(words)
      : null;
  if (spoken) {
    const heading = readSheet(line, start + spoken.index + spoken[0].length, setting);
    if (heading) return { ...heading, act: /^(?:disposisi|delegasi)/iu.test(spoken[0]) ? 'delegate' : 'none' };
  }
  // "ijin info utk besok tgl 1 juli": only the day of what follows
  if (
    (isFurniture(words) || greets.test(words)) &&
    around.empty &&
    words.length <= 90 &&
    !readTime(words) &&
    !kindOfTitle(words)
  ) {
    const day = readDay(words, setting.today);
    const noun = day?.day
      ? /(?<!\p{L})(?:agenda|jadwal|giat|kegiatan)(?!\p{L})/iu.exec(words.slice(0, day.from))
      : null;
    const leaders = day && noun ? leadersAmong(line, start + noun.index, start + day.from, setting) : null;
    if (day?.day && (leaders || /(?:utk|untuk|buat|jadwal|hari|besok|bsk|info|giat|lapor\p{L}*)/iu.test(words)))
      return { leaders, day: { read: day, offset: start }, act: null };
  }
  // "Besok bapak ada tambahan agenda": no item, but the day of what follows
  if (/(?:ada|tambahan|berikut)\s+(?:agenda|jadwal)\s*[.:!🙏]*$/iu.test(words) && !readTime(words)) {
    const day = readDay(words, setting.today);
    return { leaders: null, day: day ? { read: day, offset: start } : null, act: null };
  }
  const list = around.empty || around.gap ? delegations.exec(words) : null;
  if (list) {
    const heading = readSheet(line, start + list[0].length, setting);
    // without a colon it has to say whose or when, and to stand before everything
    const says = heading !== null && (heading.leaders !== null || heading.day !== null);
    if (heading && (/:\s*$/.test(words) || (says && around.empty))) return { ...heading, act: 'delegate' };
  }
  return (
    readDayHeading(line, opened, around, setting) ??
    readLeaderHeading(line, opened, around, setting) ??
    readTripHeading(line, start, around, setting)
  );
}

/** `Jadwal kunker Pak Bupati ke Jakarta`: no event, and whose schedule it is. */
function readTripHeading(line: Line, from: number, around: Around, setting: Setting): Heading | null {
  const words = line.text.slice(from);
  if (around.opening || !(around.empty || around.gap) || words.length > 90 || !isFurniture(words)) return null;
  const noun = /^(?:(?:rencana|draft?|update|info)\s+)*(?:jadwal|agenda|schedule|itinerary)(?!\p{L})/iu.exec(words);
  if (!noun || readTime(words) || readDay(words, setting.today)) return null;
  const leaders = leadersNamed(line, from + noun[0].length, setting);
  return leaders ? { leaders, day: null, act: 'none' } : null;
}

/** The leaders whom the name of a sheet tells; those of a room, or whom it is by, are not meant. */
export function leadersNamed(line: Line, from: number, setting: Setting): NamedLeader[] | null {
  const leaders = leadersAmong(line, from, line.text.length, setting);
  const [one] = leaders ?? [];
  const at = one?.spans[0] ? line.at.indexOf(one.spans[0].start) : -1;
  if (
    !leaders ||
    at < 0 ||
    /(?:kantor|jabatan|dinas|rumah|ruang|kerja|piala|staf|oleh|dari|dengan|bersama)\s+$/iu.test(line.text.slice(0, at))
  )
    return null;
  return leaders;
}

function readChanges(line: Line, from: number, setting: Setting): Heading | null {
  const words = line.text.slice(from);
  const day = readDay(words, setting.today);
  if (!day?.day) return null;
  const leaders = leadersAmong(line, from - 1, line.text.length, setting);
  const left = `${words.slice(0, day.from)} ${words.slice(day.to)}`.replace(besideDay, ' ');
  if (/[\p{L}\p{N}]/u.test(left) && !(leaders && /:\s*$/u.test(words))) return null;
  return { leaders, day: { read: day, offset: from }, act: 'change' };
}

/** The leaders that a heading names behind `agenda`, whatever words stand beside them: `agenda liputan Wali Kota`, `agenda Pak Wali enjing`. */
export function leadersAmong(line: Line, from: number, to: number, setting: Setting): NamedLeader[] | null {
  const starts = [...line.text.slice(from, to).matchAll(/(?<=\s)\p{L}/gu)]
    .map(({ index }) => from + index)
    .slice(0, 12);
  const ends = [to, ...starts.map((start) => start - 1).reverse()];
  for (const start of starts)
    for (const end of ends) {
      const leaders = end > start ? readLeaders(line, start, end, setting.leaders) : null;
      if (leaders) return leaders;
    }
  return null;
}

/** `AGENDA KEGIATAN BUPATI`, `Jadwal Wali Kota Kamis, 20 November 2025`, `PERUBAHAN AGENDA (Rev. 2)`; from behind its first words on. */
function readSheet(line: Line, rest: number, setting: Setting): Omit<Heading, 'act'> | null {
  const words = line.text.slice(rest);
  if (readTime(words)) return null;
  const day = readDay(words, setting.today);
  let before = words.slice(0, day?.from ?? words.length).replace(/[\s:,()–🙏-]+$/u, '');
  before = before.replace(span, '');
  for (let cut = before.replace(between, ''); cut !== before; cut = before.replace(between, '')) before = cut;
  before = before.trim();
  const at = words.indexOf(before);
  // "Agenda besok Sekda:"
  const from = day ? day.to + (/^[\s,:–-]*/u.exec(words.slice(day.to))?.[0].length ?? 0) : 0;
  const behind = day && before === '' ? words.slice(from).replace(/[\s:,🙏]+$/u, '') : '';
  const afterDay = behind === '' ? null : readLeaders(line, rest + from, rest + from + behind.length, setting.leaders);
  if (afterDay) return { leaders: afterDay, day: day ? { read: day, offset: rest } : null };
  const leaders = before === '' ? null : readLeaders(line, rest + at, rest + at + before.length, setting.leaders);
  const office =
    /^(?:\(?rev\b.*|pemerintah.*|kota .*|kabupaten .*|kab\.? .*|pemkot.*|pemkab.*|provinsi.*|hari|pimpinan.*|minggu .*)$/iu;
  if (before !== '' && !leaders && !office.test(before)) return null;
  return { leaders, day: day ? { read: day, offset: rest } : null };
}

/** `Anggara Kliwon`, `21 Sya'ban 1447 H` beside the day that is written out. */
const otherCalendars =
  /(?<!\p{L})(?:(?:redite|raditya|soma|anggara|bud+h?a|wr[ae]s?pati|sukra|saniscara|ahad|senin|selasa|rabu|kamis|jum['’]?at|sabtu)\s+)?(?:pon|wage|k?e?kliwon|legi|manis|umanis|pahing|paing)(?:\s+(?:wuku\s+)?\p{L}+)?(?!\p{L})|(?<!\d)\d{1,2}\s+(?:muharr?am|s[ah]+far|rabi\S*(?:\s+\p{L}+)?|jumad\S*(?:\s+\p{L}+)?|rajab|sya['’]?ban|rama[dh]+an|syawal|d?zul\S*(?:\s+\p{L}+)?)\s+1[45]\d\d(?:\s*h(?:ijriy?ah)?)?(?!\p{L})/giu;

/** `*Kamis, 20 November 2025*`, `Hari/Tanggal: Kamis, 20 November`, `Kamis, 20 November 2025 – WALI KOTA`. */
function readDayHeading(line: Line, from: number, around: Around, setting: Setting): Heading | null {
  const label = readLabel(line.text.slice(from));
  if (label && label.field !== 'day') return null;
  const at = from + (label?.valueFrom ?? 0);
  const words = line.text.slice(at);
  if (/^minggu\s+(?:ke|[ivx]{1,3}\b)/iu.test(words)) return null;
  const day = readDay(words, around.weekFrom ?? setting.today);
  if (!day) return null;
  const behind = words.slice(day.to).replace(/\([^)]{0,60}\)/gu, ' ');
  // "Selasa 25 Nov – Rabu 26 Nov 2025": the first day counts
  const last = readDay(behind, setting.today);
  const after = last ? `${behind.slice(0, last.from)} ${behind.slice(last.to)}` : behind;
  const head = words.slice(0, day.from).replace(/[\s:,(–—|-]+(?:hari\s*)?$/iu, '');
  if (!label && head.trim() !== '' && !/[\p{L}\p{N}]/u.test(after)) {
    // "WALI KOTA — Jumat, 2 Oktober 2026"
    const leaders = readLeaders(line, at, at + head.length, setting.leaders);
    if (leaders) return { leaders, day: { read: day, offset: at }, act: null };
  }
  const left = `${words.slice(0, day.from)} ${after}`
    .replace(otherCalendars, ' ')
    .replace(/\b(?:hari|pada|tanggal|tgl|agenda|jadwal|kegiatan|giat|besok|ini|untuk|utk|buat)\b/giu, '');
  if (/[\p{L}\p{N}]/u.test(left)) {
    // "Kamis, 20 November 2025 – WALI KOTA" heads a part for one leader.
    // "Pembukaan festival besok, pak wali" is an event
    if (
      /[\p{L}\p{N}]/u.test(head.replace(/(?<!\p{L})(?:hari|pada|tanggal|tgl|agenda|jadwal|kegiatan)(?!\p{L})/giu, ''))
    )
      return null;
    const gap = words.slice(day.to).match(/^[\s:,–—|-]*/u)?.[0].length ?? 0;
    const leaders = label ? null : readLeaders(line, at + day.to + gap, line.text.length, setting.leaders);
    return leaders ? { leaders, day: { read: day, offset: at }, act: null } : null;
  }
  if (!around.empty && !around.gap && around.wantsDay && !around.otherMark && (label || !around.hasStart)) return null;
  if (!around.empty && around.wantsDay && !around.hasStart && label && around.blockAhead()) return null;
  if (around.opening?.kind === 'bullet' && !around.empty && !around.gap && !around.otherMark) return null;
  return { leaders: null, day: { read: day, offset: at }, act: null };
}

function readLeaderHeading(line: Line, from: number, around: Around, setting: Setting): Heading | null {
  if (readTime(line.text.slice(from))) return null;
  const inItem = !around.empty && !around.gap;
  if (around.opening?.kind === 'bullet' && inItem && !around.hasStart) return null;
  const marker = /^(?:👤|🧑‍💼|👨‍💼|👩‍💼|pimpinan\s*:|agenda\s*:?)\s*/iu.exec(line.text.slice(from))?.[0].length ?? 0;
  if (marker > 0 && !around.empty && !around.gap && !around.leadersFirst) return null;
  const leaders = readLeaders(line, from + marker, line.text.length, setting.leaders);
  if (!leaders) return null;
  // "• Wali Kota (hadir)" answers for the item above; "🔸 Wali Kota" begins the part of the next leader
  if (around.opening?.kind === 'bullet' && inItem && leaders.some((leader) => leader.answer !== 'unknown')) return null;
  return { leaders, day: null, act: null };
}
