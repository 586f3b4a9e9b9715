import { readLeaders } from './leaders.ts';
import { spanOf } from './lines.ts';
import type { Place } from './place.ts';
import { takeDelegate } from './take-value.ts';

/** `Wakil Bupati didampingi Asisten I`, `Wali Kota dan Ibu`: who comes along is no leader. */
const beside =
  /^(?<who>.+?)(?:[\s,(]+(?:didampingi|dampingi|ditemani)(?:\s+oleh)?\s*:?\s+(?<side>.+?)|\s*(?:,|&|\+|(?<!\p{L})(?:dan|beserta|bersama|serta))\s*(?<spouse>(?:ibu|bu|isteri|istri|suami|nyonya|ny\.?)(?:\s+\p{Lu}[\p{L}.]*){0,3}))\)?\s*$/iu;
const represents =
  /^(?<who>.+?)\s+(?:(?:yang|yg|akan)\s+)?(?:mewakili|wakilkan|mewakilkan|wakili)(?:\s+(?<whom>.+))?$/iu;
const together = /^(?:bersama(?:\s+dengan)?|beserta|dengan|dgn|serta)\s+/iu;

/**
 * Takes leaders that stand in `line.text.slice(from, to)`, with who comes along. False when a piece of it is nobody known as a leader.
 * `bersama Wagub` says who comes besides those of the heading; any other words name all of them.
 */
export function takeLeaders(place: Place, from: number, to: number): boolean {
  const { draft, line, setting } = place;
  const text = line.text.slice(from, to);
  const standing = represents.exec(text);
  if (standing?.groups?.who) return takeRepresented(place, from, to, standing.groups.who, standing.groups.whom);
  const more = together.exec(text)?.[0].length ?? 0;
  const plain = more > 0 ? null : readLeaders(line, from, to, setting.leaders);
  // "pak wali & bu wali": one of them is the spouse
  const twice = plain?.some(
    ({ officialId }, at) => officialId && plain.slice(0, at).some((one) => one.officialId === officialId),
  );
  if (plain && !(twice && beside.test(text))) {
    draft.leaders.push(...plain);
    draft.ownLeaders = true;
    return true;
  }
  const added = more > 0 ? readLeaders(line, from + more, to, setting.leaders) : null;
  if (added) {
    draft.leaders.push(...added);
    return true;
  }
  const match = beside.exec(text);
  const side = match?.groups?.side ?? match?.groups?.spouse;
  if (!match?.groups?.who || !side) return false;
  // "Wali Kota dan Ibu menghadiri resepsi": a name has capitals
  if (
    match.groups.spouse &&
    /\s(?!wali|bupati|gubernur|wakil|wawali|wabup|wagub|sekda)\p{Ll}/u.test(match.groups.spouse)
  )
    return false;
  const leaders = readLeaders(line, from, from + match.groups.who.length, setting.leaders);
  if (!leaders) return false;
  draft.leaders.push(...leaders);
  draft.ownLeaders = true;
  const at = from + text.lastIndexOf(side);
  draft.put('companions', line, at, at + side.length, ', ');
  return true;
}

/** Leaders who come besides those that are named. False where one of them is nobody known. */
export function takeLeadersTogether({ draft, line, setting }: Place, from: number, to: number): boolean {
  const leaders = readLeaders(line, from, to, setting.leaders);
  if (!leaders) return false;
  draft.leaders.push(...leaders);
  return true;
}

const answered =
  /^(?:(?:bapak|bpk\.?|ibu|beliau|pimpinan)\s+)?(?:(?:akan|berkenan|insya ?all?ah|siap)\s+)*(?<not>tidak\s+|tdk\s+|belum\s+bisa\s+)?hadir(?:\s+(?:bersama|beserta|dengan|dgn|\+)\s+(?<side>.{3,60}))?[\s.!🙏]*$/iu;

/** `Bapak hadir bersama Ibu`: an answer for the leaders the list is about. False in any other words, or where nobody is. */
export function takeAnswer({ draft, context, line }: Place, from: number, to: number): boolean {
  const text = line.text.slice(from, to);
  const match = answered.exec(text);
  const leaders = draft.ownLeaders ? draft.leaders : context.leaders;
  if (!match || leaders.length !== 1) return false;
  const span = spanOf(line, from, to);
  draft.leaders = leaders.map((leader) => ({
    ...leader,
    answer: match.groups?.not ? ('absent' as const) : ('attends' as const),
    spans: span ? [...leader.spans, span] : leader.spans,
  }));
  draft.ownLeaders = true;
  const side = match.groups?.side;
  if (side)
    draft.put('companions', line, from + text.lastIndexOf(side), from + text.lastIndexOf(side) + side.length, ', ');
  return true;
}

/** `Sekda mewakili`, `Sekda mewakili Wali Kota`. */
function takeRepresented(place: Place, from: number, to: number, who: string, whom: string | undefined): boolean {
  const { draft, context, line, setting } = place;
  const end = from + who.length;
  const stands = readLeaders(line, from, end, setting.leaders);
  if (!stands) return false;
  if (whom) {
    const leaders = readLeaders(line, to - whom.length, to, setting.leaders);
    if (!leaders) return false;
    draft.leaders.push(...leaders);
    draft.ownLeaders = true;
    return takeDelegate(draft, context, line, from, end, setting);
  }
  if (takeDelegate(draft, context, line, from, end, setting)) return true;
  draft.leaders.push(...stands);
  draft.ownLeaders = true;
  return true;
}

/**
 * The leaders a field names, as far as they can be read; what is left is not understood, and the leaders of the heading are not meant.
 * False when it begins with nobody known.
 */
export function takeLeadersFirst(place: Place, from: number, to: number): boolean {
  if (takeLeaders(place, from, to)) return true;
  const { draft, line } = place;
  const cuts = [
    ...line.text.slice(from, to).matchAll(/\s*(?:[,;&+/(]|(?<!\p{L})(?:dan|serta|bersama|beserta)(?!\p{L}))/giu),
  ];
  for (const cut of cuts.slice(0, 20).reverse()) {
    if (cut.index === 0 || !takeLeaders(place, from, from + cut.index)) continue;
    const rest = /^[\s,;&+/(]*/u.exec(line.text.slice(from + cut.index, to))?.[0].length ?? 0;
    draft.miss(line, from + cut.index + rest, to);
    return true;
  }
  return false;
}

/** The end of a title or a place that names leaders without a comma before: `nonton wayang di TBRS wali kota`. Answers where the rest ends. */
export function takeLeadersBehind(place: Place, from: number, to: number): number {
  const { draft, line, setting } = place;
  const text = line.text.slice(from, to);
  const words = [...text.matchAll(/\s+(?=\S)/gu)];
  for (const gap of words.slice(-4)) {
    const before = text.slice(0, gap.index);
    // "ruang kerja wakil bupati", "bersama wali kota", "sambutan bupati" are one thing
    if (before.length < 3 || boundTo.test(before)) continue;
    const start = from + gap.index + gap[0].length;
    const leaders = readLeaders(line, start, to, setting.leaders);
    if (!leaders || leaders.some((leader) => leader.officialId === null)) continue;
    if (!spanOf(line, start, to)) continue;
    draft.leaders.push(...leaders);
    draft.ownLeaders = true;
    return from + gap.index;
  }
  return to;
}

const boundTo =
  /(?:^|[\s.,(])(?:kantor|ruang(?:an)?|rg\.?|r\.?|kerja|rapat|sidang|pertemuan|tamu|rumah|dinas|jabatan|rujab|pendopo|pendapa|halaman|kediaman|istana|lobb?[iy]|balai|gedung|aula|graha|lapangan|piala|cup|staf|ahli|asisten|wakil|mantan|calon|ajudan|ibu|istri|oleh|dengan|bersama|kepada|untuk|dari|dan|serta|&|\+|para|sambutan|arahan|pidato|pimpinan|plt\.?|plh\.?|pj\.?|di|ke|arahan|perintah|keluarga|putra|putri|anak|sekretaris|menantu|deputi)$/iu;

/** `mewakili Bupati` beside the one who comes: the Bupati is the leader, who comes stands in. */
export function takeWhom({ draft, line, setting }: Place, from: number, to: number): boolean {
  const [one, ...more] = draft.leaders;
  const whom = readLeaders(line, from, to, setting.leaders);
  if (!whom || !one || more.length > 0 || !draft.ownLeaders) return false;
  draft.leaders = whom.map((leader) => ({
    ...leader,
    answer: 'delegated' as const,
    delegateName: one.called,
    delegateId: one.officialId,
    delegateSpans: one.spans,
  }));
  return true;
}
