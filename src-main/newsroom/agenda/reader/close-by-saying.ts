import type { AgendaReading, Doubt, Proposal, Span } from '../../../contract/agenda-reading.ts';
import {
  deniesNearby,
  type Found,
  forbidsSomething,
  speaksOfPublicity,
  speaksUnclearly,
} from '../../../text/publicity.ts';
import { saidClosed } from '../../../text/said-inside.ts';

/**
 * Words anywhere in an item that say it is not for the public close it, also where they were not understood, or stand in a field that
 * nobody would look at (`📍 Rumjab 🔒`, `(tdk u/ media)`): what leaves the office in public is told by this alone, so here a wrong
 * "closed" that a person sees and opens is better than a wrong "open" that nobody sees. Said beside the events (`AGENDA (INTERNAL -
 * JANGAN DISEBAR)`, `Demikian, mohon tidak diteruskan`) it closes all of them; words on publicity that say neither are asked about.
 * @param text as pasted; the spans of the reading point into it
 */
export function closeBySaying(text: string, reading: AgendaReading): AgendaReading {
  const items = itemsOf(text, reading.proposals);
  const beside = saidBeside(text, items);
  const last = items.reduce((latest, { start }) => Math.max(latest, start), 0);
  return {
    ...reading,
    proposals: reading.proposals.map((proposal, at) => {
      const item = items[at] ?? proposal.span;
      // what stands above is said of all below, what stands below the last of all, and what follows without a gap of that one, too
      const of = beside.find(({ start, lineStart, isSign }) =>
        isSign ? lineStart === item.end + 1 : start < item.start || start > last || lineStart === item.end + 1,
      );
      return asked(text, item, closed(text, item, proposal, of ?? null));
    }),
  };
}

/** The whole lines of each proposal, as far as they are not another's. */
function itemsOf(text: string, proposals: readonly Proposal[]): Span[] {
  const items = new Map<Proposal, Span>();
  const inOrder = [...proposals].sort((one, other) => one.span.start - other.span.start);
  let before = 0;
  for (const [at, proposal] of inOrder.entries()) {
    const { start, end } = proposal.span;
    const behind = inOrder[at + 1]?.span.start ?? text.length;
    const lineEnd = text.indexOf('\n', Math.max(end - 1, start));
    items.set(proposal, {
      start: Math.min(start, Math.max(before, text.lastIndexOf('\n', start - 1) + 1)),
      end: Math.max(end, Math.min(behind, lineEnd < 0 ? text.length : lineEnd)),
    });
    before = Math.max(before, end);
  }
  return proposals.map((proposal) => items.get(proposal) ?? proposal.span);
}

interface Beside extends Span {
  readonly lineStart: number;
  /** Nothing but signs: `🔒` under an event is said of that one. */
  readonly isSign: boolean;
}

/** Where a line of no event says that it is not for the public. */
function saidBeside(text: string, items: readonly Span[]): Beside[] {
  const found: Beside[] = [];
  const inOrder = [...items].sort((one, other) => one.start - other.start);
  let next = 0;
  for (const { 0: line, index } of text.matchAll(/[^\n]+/gu)) {
    const end = index + line.length;
    while ((inOrder[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next++;
    if ((inOrder[next]?.start ?? Number.POSITIVE_INFINITY) < end) continue;
    const said = saidClosed([line]);
    if (said === null) continue;
    const at = index + line.indexOf(said);
    found.push({ start: at, end: at + said.length, lineStart: index, isSign: !/[\p{L}\p{N}]/u.test(line) });
  }
  return found;
}

function closed(text: string, { start, end }: Span, proposal: Proposal, beside: Beside | null): Proposal {
  const { pressAccess } = proposal;
  if (pressAccess?.value === 'closed') return proposal;
  const item = text.slice(start, end);
  const said = saidClosed([item]);
  if (said !== null) {
    const at = start + item.indexOf(said);
    const span = { start: at, end: at + said.length };
    // a name that says so beside "terbuka" is red, and a person decides
    if (pressAccess !== null && proposal.notUnderstood.some((red) => red.start <= span.start && red.end >= span.end))
      return proposal;
    return { ...proposal, pressAccess: { value: 'closed', spans: [span], assumed: true } };
  }
  if (beside === null) return proposal;
  const words = text.slice(beside.start, beside.end);
  const spans = [{ start: beside.start, end: beside.end }];
  return {
    ...proposal,
    pressAccess: { value: 'closed', spans, assumed: true },
    doubts: [...proposal.doubts, { code: 'closed_above', spans, params: { words } }],
  };
}

/** A card that speaks of publicity, and neither closes nor opens, asks. */
function asked(text: string, item: Span, proposal: Proposal): Proposal {
  if (proposal.pressAccess !== null) return proposal;
  const words = unclearIn(proposal) ?? deniedIn(text, item);
  if (words === null) return proposal;
  const at = text.indexOf(words, item.start);
  const spans = at >= 0 && at < item.end ? [{ start: at, end: at + words.length }] : [];
  const doubt: Doubt = { code: 'press_unclear', spans, params: { words: words.slice(0, 80) } };
  return { ...proposal, doubts: [...proposal.doubts, doubt] };
}

/** `Ruang Praja, cukup tahu sama tahu`: behind a place that has its name stand small words that are none. */
const remarkBehind = /^\p{Lu}.*?[,(]\s*(\p{Ll}[^,)]*(?:\s[^,)]*)+|(?:khusus|hanya|vip)\s[^,)]*)\)?$/u;
/** What does belong to a place: where in it, where near. */
const placed =
  /^(?:di|jl|jln|jalan|gg|gang|lt|lantai|gd|gedung|r|rg|ruang|aula|kamar|kec|kecamatan|kel|kelurahan|desa|ds|dsn|dusun|banjar|br|kota|kab|kabupaten|prov|no|nomor|blok|depan|samping|belakang|dekat|sebelah|seberang|timur|barat|utara|selatan|area|kawasan|komplek|kompleks|lobby|lobi|halaman|parkir|pintu|titik|start|finish|via|zoom|online|daring|luring|hybrid|hibrid|link|dan|lalu|kemudian|lanjut|dilanjutkan|s\/d|sampai|menuju|ke|bersama|dgn|dengan|d\/a|eks|ex|sisi|kantor|rumah|pura|pasar|puskesmas|sekolah|hotel|resto|restoran|lapangan|lap|pantai|taman|tepi|tempat|posko|tenda|terminal|bandara|pelabuhan|basement|rooftop|ballroom|meeting|simpang|perempatan|pertigaan)(?!\p{L})/iu;
const narrowed = /(?<!\p{L})(?:khusus|hanya|only|vip|keluarga)(?!\p{L})/iu;

/** Words on publicity in a place, a note or a remark behind a name. */
function unclearIn({ title, venue, note }: Proposal): string | null {
  const remarks = [...(title?.value.matchAll(/[([]([^)\]]*)[)\]]|,\s+(\p{Ll}.*)$/gu) ?? [])].map(
    ([, inside, behind]) => inside ?? behind ?? '',
  );
  const [, behind] = remarkBehind.exec(venue?.value ?? '') ?? [];
  if (behind !== undefined && !placed.test(behind) && !speaksOfPublicity(behind)) return behind;
  const narrow = remarks.find((words) => narrowed.test(words));
  if (narrow !== undefined) return narrow;
  for (const words of [venue?.value ?? '', ...(note?.value.split('\n') ?? []), ...remarks]) {
    const found = speaksUnclearly(words) ?? forbidsSomething(words);
    if (found) return around(words, found);
  }
  return null;
}

/** A no near a word of publicity, anywhere in the item. */
function deniedIn(text: string, { start, end }: Span): string | null {
  for (const line of text.slice(start, end).split('\n')) {
    const found = deniesNearby(line);
    if (found) return line.slice(found.start, found.end);
  }
  return null;
}

/** The clause around what was found, so that a person reads what was meant. */
function around(text: string, { start, end }: Found): string {
  const before = Math.max(...[...',;.|(['].map((mark) => text.lastIndexOf(mark, start)), -1) + 1;
  const behind = /[,;.|)\]]/u.exec(text.slice(end));
  return text.slice(before, behind ? end + behind.index : text.length).trim();
}
