import { newsBefore, remarkBefore, withoutPoints, withoutRemark } from './beside-title.ts';
import type { Draft } from './draft.ts';
import { isDress, isOnline, looksLikePlace, placeInTitle } from './fields.ts';
import { readLabel } from './labels.ts';
import { readLeaders } from './leaders.ts';
import { type Line, spanOf } from './lines.ts';
import { readPerson, readPositionHeld } from './people.ts';
import type { Place } from './place.ts';
import { rememberPlace } from './place-behind.ts';
import { takeStandIn } from './stand-in.ts';
import { takeField } from './take-field.ts';
import { takeLeaders, takeLeadersBehind, takeLeadersTogether } from './take-leaders.ts';
import { leaveTimeOpen, takeDelegate, takeRemark } from './take-value.ts';

const joining =
  /^(?:dan|dalam|serta|untuk|oleh|bersama|dengan|tentang|di|ke|kepada|tahun|dari|pada|se-?\p{L}+|tingkat|bagi|sekaligus)\s/u;

/** A title that runs on: the next line begins with a joining word, or the title ended on a word that wants more. */
export function continues(draft: Draft, line: Line, number: number, text: string): boolean {
  if (draft.title === null || number !== draft.titleLine + 1 || line.text.trim() !== text.trim()) return false;
  if (draft.venue || draft.organizer || draft.dressCode || draft.note) return false;
  return (
    joining.test(text) ||
    /(?:\b(?:dan|dalam|rangka|serta|oleh|bersama|untuk|tentang|di|ke|se|tahun)|[,&/-])$/iu.test(draft.title.value)
  );
}

/** A way between two towns: `Take off Padang - Jakarta`. */
const travel =
  /^(?:take ?off|berangkat|keberangkatan|perjalanan|penerbangan|flight|landing|tiba|kembali|bertolak|menuju|otw|transit)(?![\p{L}])/iu;
/** What a leader does; the words go on in the title. */
const deeds =
  /^\s+(?:akan\s+)?(?:(?:mem)?buka|(?:me)?resmikan|(?:me)?tinjau|meninjau|(?:men)?terima|menerima|(?:me)?lantik|(?:me)?pimpin|memimpin|(?:me)?lepas|menyerahkan|serahkan|menjadi|narasumber|menyaksikan|(?:me)?nonton|menyambut|sambut|mengikuti|ikuti?|melayat|ta[kq]ziy?ah|mengunjungi|kunjungi|berkunjung|sidak|menyapa|membuka|menutup|tutup|memberi\p{L}*|membagikan|bagi(?:kan)?|mengukuhkan|kukuhkan|mencanangkan|canangkan|menandatangani|menanam|tanam|menjamu|jamu|silaturahmi|bertemu|menemui|temui|memantau|pantau|audiensi|rapat|zoom|wawancara|gowes|senam|ngantor|safari|sholat|salat|ibadah|persembahyangan|sembahyang|upacara|apel|monitoring|melakukan|melaksanakan|menjenguk|jenguk|besuk|membesuk|panen|tebar|menebar)(?!\p{L})/iu;

const deedOfSeveral = new RegExp(
  `^(?<who>[^:;|]{3,80}?(?:,|&|\\+|\\/|\\s(?:dan|serta|bersama|beserta)\\s)[^:;|]{3,60}?)(?=${deeds.source.slice(1)})\\s+`,
  'iu',
);

/** `wali kota buka festival anak`: a leader begins, and a verb follows. */
function verbBehindLeader(text: string, setting: Place['setting']): boolean {
  const person = readPerson(text, setting.leaders, false);
  return person !== null && deeds.test(text.slice(person.to));
}

/** `Wali Kota dan Wakil Wali Kota menghadiri Welcome Dinner`, `Mewakili Bupati pada Buka Puasa`; how long that is. */
function takeActors(place: Place, from: number, to: number): number {
  const { draft, context, line, setting } = place;
  const text = line.text.slice(from, to);
  const standing = draft.leaders.length === 0 ? takeStandIn(place, from, to) : null;
  if (standing) return standing.event - from;
  const instead =
    /^mewakili\s+(?<whom>.{3,60}?)\s+(?:pada|dalam|di|menghadiri|untuk|utk|hadir(?: di)?)\s+(?:(?:acara|kegiatan|undangan)\s+)?/iu.exec(
      text,
    );
  const [one] = context.leaders;
  if (instead?.groups?.whom && one && context.leaders.length === 1 && !draft.ownLeaders) {
    const at = from + instead[0].indexOf(instead.groups.whom);
    const whom = readLeaders(line, at, at + instead.groups.whom.length, setting.leaders);
    if (whom) {
      draft.leaders.push(
        ...whom.map((leader) => ({
          ...leader,
          answer: 'delegated' as const,
          delegateName: one.called,
          delegateId: one.officialId,
          delegateSpans: one.spans,
        })),
      );
      draft.ownLeaders = true;
      return instead[0].length;
    }
  }
  const deed = deedOfSeveral.exec(text);
  if (deed?.groups?.who && takeLeaders(place, from, from + deed.groups.who.length)) return deed[0].length;
  const several = /^(?<who>[^:;|]{3,90}?)\s+(?:akan\s+)?(?:menghadiri|hadiri|hadir di)\s+/iu.exec(text);
  if (several?.groups?.who && /(?:,|&|\+|\/|(?<!\p{L})(?:dan|serta|bersama|beserta))/iu.test(several.groups.who))
    return takeLeaders(place, from, from + several.groups.who.length) ? several[0].length : 0;
  return 0;
}

function takeBeside({ draft, line }: Place, who: string, to: number): boolean {
  if (draft.companions !== null || !readPositionHeld(who)) return false;
  return draft.put('companions', line, to - who.length, to, ', ');
}

/** A title, with the leader before it and the place, dress and leaders behind it taken out. */
export function takeTitle(place: Place, from: number, to: number): void {
  const { draft, line, number, setting } = place;
  const lead = newsBefore(place, from, to);
  let start = from + lead + remarkBefore(place, from + lead, to);
  start +=
    /^(?:(?:di(?:beritahukan|sampaikan|informasikan|umumkan)|mengingatkan)(?!\p{L})[^.;:]{0,160}?\s)?(?:maka\s+|bahwa\s+)?akan\s+(?:di(?:laksana|ada|selenggara|gelar)\p{L}*|berlangsung)\s+(?:(?:acara|kegiatan)\s+)?/iu.exec(
      line.text.slice(start, to),
    )?.[0].length ?? 0;
  // "Pukul 12.30 WIB / Tempat Ruang Rapat / Acara Rapat dengar pendapat": labels without their colons
  if (from === 0 && draft.title === null && draft.startClock !== null && draft.titleLine < 0)
    start +=
      /^(?:acara|kegiatan|agenda)\s+(?=\p{Lu})/u.exec(
        line.text.slice(start, to).replace(/^\p{L}/u, (one) => one.toLowerCase()),
      )?.[0].length ?? 0;
  // "Bapak mengikuti Retret", "Bapak menghadiri HUT PGRI": whoever the text is about
  const whoever = /^(?:bapak|bpk\.?|beliau|pimpinan)(?=\s)/iu.exec(line.text.slice(start, to))?.[0].length ?? 0;
  const behind = line.text.slice(start + whoever, to);
  const attends = /^\s+(?:akan\s+)?(?:menghadiri|hadiri)\s+/iu.exec(behind)?.[0].length ?? 0;
  if (whoever > 0 && (attends > 0 || deeds.test(behind))) start += whoever + (attends || 1);
  const verb = verbBehindLeader(line.text.slice(start, to), setting);
  start += takeActors(place, start, to);

  const person = readPerson(line.text.slice(start, to), setting.leaders, false);
  const link = person
    ? (/^\s*(?:(?:dijadwalkan|diagendakan|direncanakan|akan|berkenan)\s+)*(?::|–|—|-|\bmenghadiri\b|\bhadir(?:i)?\b(?: di)?)\s*/iu.exec(
        line.text.slice(start + person.to, to),
      ) ??
      /^\s+(?:sendiri(?:an)?\s+(?=\p{L})|(?=ke\s+\p{Lu}))/iu.exec(line.text.slice(start + person.to, to)) ??
      (verb ? /^\s+/u.exec(line.text.slice(start + person.to, to)) : null))
    : null;
  if (person && link) {
    const span = spanOf(line, start, start + person.to);
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
    start += person.to + link[0].length;
  }
  let last = withoutRemark(place, start, withoutPoints(place, start, to));
  const along = /\s(?:di|@)\s.{3,60}?\s(?:bersama|didampingi(?: oleh)?)\s+(?<who>.{3,80})$/iu.exec(
    line.text.slice(start, last),
  )?.groups?.who;
  const beside = along && readPerson(along, setting.leaders, true)?.officialId;
  if (along && ((beside && takeLeadersTogether(place, last - along.length, last)) || takeBeside(place, along, last))) {
    last -= along.length;
    last -= /\s+(?:bersama|didampingi(?: oleh)?)\s+$/iu.exec(line.text.slice(start, last))?.[0].length ?? 0;
  }
  let end = takeTail(place, start, last, true);
  // "tinjau banjir pak wali": a deed, and whose it is
  if (!draft.ownLeaders && deeds.test(` ${line.text.slice(start, end)}`)) end = takeLeadersBehind(place, start, end);
  const text = line.text.slice(start, end);
  // "gowes di renon": what follows the last `di` is a place, where nothing else says one
  const at = draft.venue === null ? (placeInTitle(text) ?? lastPlace(text)) : null;
  if (at) {
    takePlace(place, start + at.from, end);
    end = start + at.cut;
  }
  const first = draft.title === null;
  draft.putTitle(line, number, start, end);
  if (first) rememberPlace(draft, line, start, end);
}

/** `lapangan Puputan WALI KOTA irup`: who leads the ceremony, behind a place without a mark. */
const ceremony =
  /\s+(?:(?:jadi|sebagai|selaku)\s+)?(?:irup|inspektur upacara|pembina (?:upacara|apel)|pemimpin apel)\s*$/iu;

export function takePlace(place: Place, from: number, whole: number): void {
  const role = ceremony.exec(place.line.text.slice(from, whole));
  const behind = role && !place.draft.ownLeaders ? takeLeadersBehind(place, from, from + role.index) : 0;
  const to = role && behind > 0 && behind < from + role.index ? behind : whole;
  if (role && to < whole) place.draft.put('note', place.line, from + role.index, whole, '\n');
  const end = withoutCompany(place, from, takeTail(place, from, withoutFields(place, from, to), false));
  place.draft.put('venue', place.line, from, place.draft.ownLeaders ? end : takeLeadersBehind(place, from, end));
}

/** `jl. Gunung Agung sama kadis PUPR & BPBD`: who comes along, behind a place; where the place ends. */
function withoutCompany(place: Place, from: number, to: number): number {
  const { draft, line, setting } = place;
  const text = line.text.slice(from, to);
  const match =
    /\s+(?:sama|bareng|bersama|bersama-sama|beserta|didampingi|dampingi)(?:\s+(?:dengan|dgn|oleh))?\s+(?=\p{L})/iu.exec(
      text,
    );
  if (!match || match.index < 3) return to;
  const start = from + match.index + match[0].length;
  const side = line.text.slice(start, to);
  const [one = ''] = side.split(/\s*(?:,|&|\+|(?<!\p{L})dan(?!\p{L}))/iu);
  if (readPerson(one, setting.leaders, true)?.officialId && takeLeadersTogether(place, start, to))
    return from + match.index;
  if (!readPositionHeld(one.trim()) || !draft.put('companions', line, start, to, ', ')) return to;
  return from + match.index;
}

/** `ruang utama, pimpinan rapat pak gubernur, ...`: a field behind a place; where the place ends. */
function withoutFields(place: Place, from: number, to: number): number {
  const text = place.line.text.slice(from, to);
  for (const comma of text.matchAll(/,\s*/gu)) {
    const start = from + comma.index + comma[0].length;
    const label = readLabel(place.line.text.slice(start, to));
    if (!label || !named.has(label.field) || label.field === 'venue') continue;
    const next = place.line.text.indexOf(',', start);
    const several = next < 0 || next >= to || label.field === 'companions' || label.field === 'crew';
    takeField(place, start, start + label.valueFrom, several ? to : next, label.field);
    if (!several) place.draft.miss(place.line, next + 1, to);
    return from + comma.index;
  }
  return to;
}

/** `gowes di Renon`, `Rembug warga @ Banjar`: a short end without another joining word. */
function lastPlace(text: string): { cut: number; from: number } | null {
  const match = /\s+(?:di|bertempat di|@)\s+(?=(?:\S+\s*){1,5}$)/iu.exec(text);
  if (!match || match.index < 4) return null;
  const rest = text.slice(match.index + match[0].length);
  if (
    /(?<!\p{L})(?:dan|serta|untuk|dalam|tahun|tingkat|kalangan|bidang|masa|era|bawah|atas|tengah|lingkungan|wilayah|sektor|luar|dengan|di)(?!\p{L})/iu.test(
      rest,
    )
  )
    return null;
  return { cut: match.index, from: match.index + match[0].length };
}

/** Where `via zoom` begins at the end of a title; null where it does not end so. */
function onlineAtEnd(text: string): number | null {
  const match = /\s(?=(?:via|melalui|secara)\s+\S+(?:\s+meetings?)?\s*$)/iu.exec(text);
  return match && isOnline(text.slice(match.index).trim()) ? match.index + 1 : null;
}

/** `PIC Dayu 0819...`, `pendamping: Kabag Umum`: the end of a title that says what it is. */
function isNamedTail(tail: string): boolean {
  const field = readLabel(tail)?.field;
  return field !== undefined && named.has(field);
}

const named: ReadonlySet<string> = new Set([
  'officer',
  'contact',
  'companions',
  'crew',
  'speech',
  'transit',
  'dress',
  'venue',
  'leaders',
]);

/**
 * Takes what stands behind the last comma or dash when it is a dress code, a leader, a remark or (of a title) a place: `Rapat, batik,
 * wali kota`, `Rapat pleno - Ruang Praja Utama`. Answers where the rest ends.
 */
function takeTail(place: Place, from: number, to: number, title: boolean): number {
  const { draft, context, line, setting } = place;
  let end = to;
  const travels = title && travel.test(line.text.slice(from, to));
  // "di Lapangan Lumintang PDH": a dress code needs no comma when it is one of the short ones
  const bare =
    draft.dressCode === null ? /\s+(?:psl|psr|psh|psu|pdh|pdl|pdu)$/iu.exec(line.text.slice(from, to)) : null;
  if (bare) {
    draft.put('dressCode', line, from + bare.index, to);
    end = from + bare.index;
    while (end > from && /[\s,;]/u.test(line.text[end - 1] as string)) end--;
  }
  const closed = /\s+\(?(?:tertutup|terbatas)(?:\s+(?:utk|untuk)\s+media)?\)?\s*$/iu.exec(line.text.slice(from, end));
  if (closed && closed.index > 0 && takeRemark(draft, line, from + closed.index + closed[0].search(/\p{L}/u), end))
    end = from + closed.index;
  for (;;) {
    const rest = line.text.slice(from, end);
    const comma = rest.lastIndexOf(',');
    const dash =
      title && !travels ? Math.max(rest.lastIndexOf(' - '), rest.lastIndexOf(' – '), rest.lastIndexOf(' — ')) + 1 : 0;
    const cut = Math.max(comma, dash);
    const online = title && draft.venue === null ? onlineAtEnd(rest) : null;
    if (online !== null) {
      draft.put('venue', line, from + online, end);
      end = from + online;
      continue;
    }
    if (cut <= 0) return end;
    const begin = from + cut + 1;
    const tail = line.text.slice(begin, end).trim();
    if (/^(?:tempat|lokasi|venue)(?:nya)?\s+(?:menyusul|tentatif|menyesuaikan)$/iu.test(tail))
      draft.put('note', line, begin, end, '\n');
    else if (takeRole(place, begin, end)) {
      // "pak wali jadi irup"
    } else if (asksForMore.test(tail)) draft.put('note', line, begin, end, '\n');
    else if (/^(?:waktu|jam|pukul)\s+(?:menyusul|tentatif|menyesuaikan)$/iu.test(tail))
      leaveTimeOpen(draft, line, begin, end);
    else if (draft.dressCode === null && isDress(tail)) draft.put('dressCode', line, begin, end);
    else if (title && draft.speech === null && speaks(place, tail)) {
      const at = line.text.indexOf(tail, begin);
      takeField(
        place,
        at,
        at + (/^(?:ada\s+|perlu\s+)?sambutan(?:\s+oleh)?\s*/iu.exec(tail)?.[0].length ?? 0),
        end,
        'speech',
      );
    } else if ((title || readLabel(tail)?.field === 'leaders') && isNamedTail(tail)) {
      const at = line.text.indexOf(tail, begin);
      const label = readLabel(tail);
      if (!label) return end;
      takeField(place, at, at + label.valueFrom, end, label.field);
    } else {
      const by = /^(?:diwakili|diwakilkan)(?:\s+(?:oleh|kepada|ke))?\s+/iu.exec(tail);
      if (by) {
        const at = line.text.indexOf(tail, begin) + by[0].length;
        if (!takeDelegate(draft, context, line, at, end, setting)) return end;
      } else if (takeLeadersBefore(place, begin, end)) {
        // taken
      } else if (
        title &&
        draft.venue === null &&
        looksLikePlace(tail) &&
        !(inUnit.test(tail) && placeInTitle(line.text.slice(from, begin - 1)))
      ) {
        const lead = /^(?:di\s+|@\s*)/iu.exec(tail)?.[0].length ?? 0;
        draft.put('venue', line, line.text.indexOf(tail, begin) + lead, end);
      } else return end;
    }
    end = from + cut;
  }
}

/** `Kel. Soasio` behind `di rumah Pak Usman`: a part of the same place. */
const inUnit = /^(?:kel|kelurahan|kec|kecamatan|desa|ds|dusun|nagari|distrik|kab|kabupaten)[.\s]/iu;

/** `sambutan Gubernur` behind a title. */
const speaks = ({ setting }: Place, tail: string): boolean => {
  const who = /^(?:ada\s+|perlu\s+)?sambutan(?:\s+oleh)?\s+(?<who>.{3,60})$/iu.exec(tail)?.groups?.who;
  return who !== undefined && readPerson(who, setting.leaders, true) !== null;
};

/** `pak wali jadi irup`: who comes, and as what. */
function takeRole(place: Place, from: number, to: number): boolean {
  const text = place.line.text.slice(from, to);
  const match = /^\s*(?<who>.{3,40}?)\s+(?:jadi|menjadi|sebagai|selaku)\s+\p{L}/iu.exec(text);
  if (!match?.groups?.who) return false;
  const at = from + text.indexOf(match.groups.who);
  return (
    takeLeadersBefore(place, at, at + match.groups.who.length) && place.draft.put('note', place.line, from, to, '\n')
  );
}

/** `..., disiapkan cenderamata`: what is to be done, and no part of a name. */
const asksForMore =
  /^(?:di(?:siapkan|mohon|harap\p{L}*|sediakan|bawakan)|mohon|harap|membawa|bawa|siapkan|berangkat|kumpul|registrasi|standby|tepat waktu|on time|irup|inspektur upacara|pembina (?:apel|upacara)|pe\p{L}{3,12}an oleh)(?!\p{L})/iu;

/** Leaders at the end of a title, which is read from its end on: they go before those that stand behind them. */
function takeLeadersBefore(place: Place, from: number, to: number): boolean {
  const behind = place.draft.leaders;
  place.draft.leaders = [];
  const taken = takeLeaders(place, from, to);
  place.draft.leaders = [...place.draft.leaders, ...behind];
  return taken;
}
