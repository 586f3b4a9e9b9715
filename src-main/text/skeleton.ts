import type { EventKind } from '../contract/agenda-nouns.ts';
import type { ReleaseKind } from '../contract/release-nouns.ts';
import { eventKindFacts } from './event-kinds.ts';
import type { ReleaseContent, TextNode } from './release-document.ts';
import { titled } from './titled.ts';

/** A person as a release names them. */
export interface NamedOfficial {
  readonly officialId: string | null;
  readonly name: string;
  readonly position: string;
  readonly shortName: string;
}

/** What an event gives to its release. */
export interface EventFacts {
  readonly kind: EventKind;
  readonly title: string;
  /** Local wall time at the event's own zone, `2025-11-20T08:00`. */
  readonly start: string;
  readonly end: string | null;
  readonly openEnd: boolean;
  /** WIB, WITA or WIT. */
  readonly zoneShort: string;
  readonly venue: string;
  readonly organizer: string;
  readonly dressCode: string;
  /** Who came, in the order of the agenda; `standsInFor` names the leader they stood in for. */
  readonly present: readonly (NamedOfficial & { readonly standsInFor: NamedOfficial | null })[];
}

/** Text a person has to fill in stands in brackets, so that it is seen, and found by a search for `[`. */
const gap = (what: string) => `[${what}]`;

/**
 * The first words of a release: dateline, and a lead with who, what, where and when (domain.md 2.1 and 2.2). A release is an
 * Indonesian text whatever language the screen speaks, so these words are not translated.
 * @param city of the office; capitals are made here
 */
export function skeleton(kind: ReleaseKind, city: string, event: EventFacts | null): ReleaseContent {
  const dateline = city.trim().toLocaleUpperCase('id');
  if (event === null) return { title: '', dateline, body: doc([paragraph('')]) };
  if (kind === 'undangan_liputan')
    return { title: `Undangan Liputan: ${event.title}`, dateline, body: doc(invitation(event)) };
  const lead = paragraph(leadOf(event));
  const blocks = kind === 'pernyataan' ? [lead, quoteOf(event), paragraph('')] : [lead, paragraph('')];
  return { title: titleOf(event), dateline, body: doc(blocks) };
}

/** `Kamis (20/11/2025)`: a day as it stands in a lead; the weekday is computed, so it cannot contradict the date. */
export function leadDay(local: string): string {
  const [year, month, day] = dateParts(local);
  return `${weekday(local)} (${day}/${month}/${year})`;
}

function predicate(event: EventFacts): string {
  const { verb, drop } = eventKindFacts[event.kind];
  if (drop !== null && !drop.test(event.title)) return `menghadiri ${event.title}`;
  return `${verb} ${drop === null ? event.title : event.title.replace(drop, '')}`;
}

function leadOf(event: EventFacts): string {
  const where = ` di ${event.venue || gap('tempat')}`;
  const when = `, ${leadDay(event.start)}.`;
  const [first, ...others] = event.present;
  if (first === undefined) return `${event.organizer || gap('penyelenggara')} menggelar ${event.title}${where}${when}`;
  const standing = first.standsInFor === null ? '' : `, mewakili ${titled(first.standsInFor)},`;
  const together = others.length === 0 ? '' : ` bersama ${listed(others.map(titled))}`;
  const host = event.organizer === '' ? '' : ` yang diselenggarakan ${event.organizer}`;
  return `${titled(first)}${standing}${together} ${predicate(event)}${host}${where}${when}`;
}

function titleOf(event: EventFacts): string {
  const [first] = event.present;
  if (first === undefined) return event.title;
  const words = predicate(event);
  return `${first.shortName || first.name} ${words.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase('id'))}`;
}

/** `A`, `A dan B`, `A, B, dan C` (EYD V: comma before `dan` from three on). */
function listed(names: readonly string[]): string {
  if (names.length < 3) return names.join(' dan ');
  return `${names.slice(0, -1).join(', ')}, dan ${names.at(-1)}`;
}

function invitation(event: EventFacts): TextNode[] {
  const clock = (local: string) => local.slice(11).replace(':', '.');
  const end = event.end === null ? (event.openEnd ? '–selesai' : '') : `–${clock(event.end)}`;
  const [year, month, day] = dateParts(event.start);
  const row = (label: string, value: string): TextNode => ({
    type: 'listItem',
    content: [{ type: 'paragraph', content: [bold(`${label}: `), text(value)] }],
  });
  const rows = [
    row('Acara', event.title),
    row('Hari, tanggal', `${weekday(event.start)} (${day}/${month}/${year})`),
    row('Waktu', `pukul ${clock(event.start)}${end} ${event.zoneShort}`),
    row('Tempat', event.venue || gap('tempat')),
  ];
  if (event.present.length > 0) rows.push(row('Dihadiri', listed(event.present.map(titled))));
  if (event.dressCode !== '') rows.push(row('Pakaian', event.dressCode));
  return [
    paragraph('Kami mengundang rekan-rekan media untuk meliput kegiatan berikut.'),
    { type: 'bulletList', content: rows },
    paragraph(`Konfirmasi kehadiran: ${gap('nama dan nomor narahubung')}.`),
  ];
}

function quoteOf(event: EventFacts): TextNode {
  const [first] = event.present;
  if (first === undefined) return { type: 'quote' };
  const { officialId, name, position, shortName } = first;
  return { type: 'quote', attrs: { officialId, name, position, shortName, verb: 'ujar' } };
}

const weekdays = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;

function weekday(local: string): string {
  return weekdays[new Date(`${local.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? '';
}

function dateParts(local: string): [year: string, month: string, day: string] {
  return [local.slice(0, 4), local.slice(5, 7), local.slice(8, 10)];
}

function doc(content: TextNode[]): TextNode {
  return { type: 'doc', content };
}

function paragraph(words: string): TextNode {
  return words === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [text(words)] };
}

function text(words: string): TextNode {
  return { type: 'text', text: words };
}

function bold(words: string): TextNode {
  return { type: 'text', text: words, marks: [{ type: 'bold' }] };
}
