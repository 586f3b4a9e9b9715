import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgendaReading, Proposal, Span } from '../../../src-main/contract/agenda-reading.ts';
import type { Setting } from '../../../src-main/newsroom/agenda/reader/draft.ts';
import { readAgenda } from '../../../src-main/newsroom/agenda/reader/read-agenda.ts';

/** An event as a person reads it from the text; what the text does not say is left out. */
export interface Expected {
  readonly [field: string]: string | boolean | readonly string[];
}

export interface Fixture {
  readonly name: string;
  readonly text: string;
  readonly events: readonly Expected[];
  /** A WhatsApp agenda of the entry measure. */
  readonly agenda: boolean;
  readonly setting: Setting;
}

const person = (id: string, name: string, position: string, shortPosition: string, shortName: string) => ({
  id: `01JD000000000000000000000${id}`,
  name,
  position,
  shortPosition,
  shortName,
});

/** What the office of the fixtures knows: three leaders, a few agencies. */
export const office: Setting = {
  today: '2025-11-19',
  zone: 'Asia/Makassar',
  leaders: [
    person('A', 'I Gusti Ngurah Jaya Negara', 'Wali Kota Denpasar', 'Wali Kota', 'Jaya Negara'),
    person('B', 'I Kadek Agus Arya Wibawa', 'Wakil Wali Kota Denpasar', 'Wakil Wali Kota', 'Arya Wibawa'),
    person('C', 'Ida Bagus Alit Wiradana', 'Sekretaris Daerah Kota Denpasar', 'Sekda', 'Alit Wiradana'),
  ],
  agencies: ['Dinas Kesehatan', 'Dinkes', 'Dinas Perpustakaan dan Kearsipan', 'Bagian Pengadaan Barang Jasa'],
};

const root = join(import.meta.dirname, '../../fixtures/agenda');

/** The fixtures of a folder: `measured` were there while the reader was written, `held-out` were not. */
export function fixturesOf(folder: 'measured' | 'held-out'): Fixture[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const { events, agenda, today } = JSON.parse(
        readFileSync(join(root, folder, name.replace('.txt', '.json')), 'utf8'),
      ) as { events: Expected[]; agenda?: boolean; today?: string };
      return {
        name: name.replace('.txt', ''),
        text: readFileSync(join(root, folder, name), 'utf8'),
        events,
        agenda: agenda === true,
        setting: today ? { ...office, today } : office,
      };
    });
}

const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** A proposal in the form of the fixtures; a field it does not have is left out. */
export function told(proposal: Proposal, text: string): Expected {
  const value = <T>(piece: { value: T } | null): T | undefined => piece?.value;
  const contact = (piece: Proposal['contact']) =>
    piece ? `${piece.value.name} ${piece.value.phone}`.trim() : undefined;
  const { act, speech, letter, visit } = proposal;
  const all = {
    act: act.value === 'add' ? undefined : act.value,
    title: value(proposal.title),
    day: value(proposal.day),
    start: value(proposal.startClock),
    end: value(proposal.endClock),
    open: proposal.openEnd?.value || undefined,
    zone: proposal.startClock ? zoneNames[proposal.zone.value] : undefined,
    venue: value(proposal.venue),
    organizer: value(proposal.organizer),
    dress: value(proposal.dressCode),
    companions: value(proposal.companions),
    note: value(proposal.note),
    press: value(proposal.pressAccess),
    release: value(proposal.releaseNeeded),
    tentative: proposal.tentative?.value || undefined,
    transit: value(proposal.transitRoom),
    officer: contact(proposal.protocolOfficer),
    contact: contact(proposal.contact),
    speech: speech ? `${speech.value.needed ? 'yes' : 'no'} ${speech.value.speaker}`.trim() : undefined,
    crew: proposal.crew?.value.map((one) => `${one.name} ${one.role}`).join('; '),
    rundown: proposal.rundown?.value.map((one) => `${one.clock ?? '-'} ${one.what}`).join('; '),
    visit: visit ? `${visit.value.delegation} | ${visit.value.size ?? '-'}` : undefined,
    letter: letter
      ? [letter.number?.value, letter.day?.value, letter.subject?.value].map((part) => part ?? '-').join(' | ')
      : undefined,
    was:
      [proposal.was.day?.value, proposal.was.startClock?.value, proposal.was.venue?.value].filter(Boolean).join(' ') ||
      undefined,
    reason: value(proposal.reason),
    leaders: proposal.leaders.length > 0 ? proposal.leaders.map(leaderTold) : undefined,
    missed:
      proposal.notUnderstood.length > 0
        ? proposal.notUnderstood.map((span: Span) => text.slice(span.start, span.end)).join(' / ')
        : undefined,
  };
  return Object.fromEntries(Object.entries(all).filter(([, one]) => one !== undefined)) as unknown as Expected;
}

function leaderTold(leader: Proposal['leaders'][number]): string {
  if (leader.answer === 'delegated') return `${leader.called} > ${leader.delegateName}`;
  if (leader.answer === 'attends') return `${leader.called} hadir`;
  return leader.answer === 'absent' ? `${leader.called} absen` : leader.called;
}

export interface Wrong {
  readonly fixture: string;
  readonly event: string;
  readonly field: string;
  readonly expected: unknown;
  readonly read: unknown;
}

export interface Share {
  readonly right: number;
  readonly all: number;
  readonly wrong: readonly Wrong[];
}

/**
 * Fields read right over all fields that are in the text or were read: what is missed, invented or put into the wrong field counts
 * as wrong, an event that is missed or invented with all its fields, and each piece marked as not understood with one.
 */
export function share(fixtures: readonly Fixture[]): Share {
  let right = 0;
  let all = 0;
  const wrong: Wrong[] = [];
  for (const fixture of fixtures) {
    const reading = readAgenda(fixture.text, fixture.setting);
    const readEvents = reading.proposals.map((proposal) => told(proposal, fixture.text));
    for (const [expected, read] of pairs(fixture.events, readEvents)) {
      for (const field of new Set([...Object.keys(expected ?? {}), ...Object.keys(read ?? {})])) {
        const wanted = field === 'zone' && expected?.start ? (expected.zone ?? 'WITA') : expected?.[field];
        all += 1;
        if (alike(wanted, read?.[field])) right += 1;
        else {
          const event = String(expected?.title ?? read?.title ?? '');
          wrong.push({ fixture: fixture.name, event, field, expected: wanted, read: read?.[field] });
        }
      }
    }
    for (const words of left(fixture.text, reading)) {
      all += 1;
      wrong.push({ fixture: fixture.name, event: '', field: 'not understood', expected: undefined, read: words });
    }
  }
  return { right, all, wrong };
}

const left = (text: string, reading: AgendaReading) =>
  reading.notUnderstood.map((span) => text.slice(span.start, span.end));

/** Each expected event with the one that was read for it: the one with most fields alike, in the order of the text. */
function pairs(
  expected: readonly Expected[],
  read: readonly Expected[],
): [Expected | undefined, Expected | undefined][] {
  const free = new Set(read);
  const found: [Expected | undefined, Expected | undefined][] = expected.map((one) => {
    let best: Expected | undefined;
    let most = 0;
    for (const other of free) {
      const same =
        Object.keys(one).filter((field) => alike(one[field], other[field])).length +
        (alike(one.title, other.title) ? 5 : 0);
      if (same > most) {
        best = other;
        most = same;
      }
    }
    if (best) free.delete(best);
    return [one, best];
  });
  return [...found, ...[...free].map((other): [undefined, Expected] => [undefined, other])];
}

function alike(one: unknown, other: unknown): boolean {
  return even(one) === even(other);
}

/** Spaces and a full stop at the end do not count; everything else does. */
function even(value: unknown): string {
  if (Array.isArray(value)) return value.map(even).sort().join(' + ');
  return String(value)
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;]+$/, '')
    .trim();
}
