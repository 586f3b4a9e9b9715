import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgendaReading, Proposal, Span } from '../../../src-main/contract/agenda-reading.ts';
import type { Setting } from '../../../src-main/newsroom/agenda/reader/draft.ts';
import { readAgenda } from '../../../src-main/newsroom/agenda/reader/read-agenda.ts';

/**
 * An event as a person reads it from the text; what the text does not say is left out. Where people read differently, `one || other`
 * takes either, and `-` among them that the field is empty; `one & other` takes a note that holds both.
 */
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

/** The rounds of texts that were written and frozen before the reader met them, the oldest first. */
export const rounds: readonly Folder[] = [
  'held-out',
  'held-out/2026-11-22-a',
  'held-out/2026-11-22-b',
  'held-out/2026-11-22-c',
  'held-out/2026-11-22-d',
  'held-out/2026-11-22-e',
  'held-out/2026-11-22-f',
  'held-out/2026-11-22-g',
  'held-out/2026-11-22-h',
  'held-out/2026-11-22-i',
  'held-out/2026-11-22-j',
  'held-out/2026-11-22-k',
];

type Folder = 'measured' | 'held-out' | `held-out/${string}`;

/** The fixtures of a folder: `measured` were there while the reader was written, those held out were not. */
export function fixturesOf(folder: Folder): Fixture[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const {
        events,
        agenda,
        today,
        office: other,
      } = JSON.parse(readFileSync(join(root, folder, name.replace('.txt', '.json')), 'utf8')) as Written;
      const setting = other ? anOffice(other) : office;
      return {
        name: name.replace('.txt', ''),
        text: readFileSync(join(root, folder, name), 'utf8'),
        events,
        agenda: agenda === true,
        setting: today ? { ...setting, today } : setting,
      };
    });
}

interface Written {
  readonly events: Expected[];
  readonly agenda?: boolean;
  readonly today?: string;
  /** The office that got the text, where it is not `office`: its zone, and [name, position, short position, short name] of its leaders. */
  readonly office?: {
    readonly zone: Setting['zone'];
    readonly leaders: readonly (readonly [string, string, string, string])[];
    readonly agencies: readonly string[];
  };
}

const anOffice = ({ zone, leaders, agencies }: NonNullable<Written['office']>): Setting => ({
  today: office.today,
  zone,
  leaders: leaders.map((leader, at) => person('ABCDEFGH'[at] ?? 'Z', ...leader)),
  agencies,
});

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
  /** Nothing on the screen says that a person should look here: neither red words, nor a value marked as assumed, nor a doubt. */
  readonly silent: boolean;
}

export interface Share {
  readonly right: number;
  readonly all: number;
  /** Wrong and not marked. */
  readonly silent: number;
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
    const { text, setting } = fixture;
    const reading = readAgenda(text, setting);
    const readEvents = reading.proposals.map((proposal) => ({ proposal, read: told(proposal, text) }));
    for (const [expected, found] of pairs(fixture.events, readEvents)) {
      for (const field of new Set([...Object.keys(expected ?? {}), ...Object.keys(found?.read ?? {})])) {
        const wanted = field === 'zone' && expected?.start ? (expected.zone ?? 'WITA') : expected?.[field];
        const read = found?.read[field];
        if (read === undefined && allowsNothing(wanted)) continue;
        all += 1;
        if (alike(field, wanted, read) || (field === 'leaders' && alike(field, wanted, byRegister(found, setting))))
          right += 1;
        else {
          const event = String(expected?.title ?? found?.read.title ?? '');
          // of an event that was not read at all, its name has to be among what is red
          const silent = found
            ? !marked(field, wanted, found.proposal, reading, text)
            : !marked('title', expected?.title, undefined, reading, text);
          wrong.push({ fixture: fixture.name, event, field, expected: wanted, read, silent });
        }
      }
    }
    for (const words of left(text, reading)) {
      all += 1;
      const field = 'not understood';
      wrong.push({ fixture: fixture.name, event: '', field, expected: undefined, read: words, silent: false });
    }
  }
  return { right, all, silent: wrong.filter((one) => one.silent).length, wrong };
}

const left = (text: string, reading: AgendaReading) =>
  reading.notUnderstood.map((span) => text.slice(span.start, span.end));

interface Found {
  readonly proposal: Proposal;
  readonly read: Expected;
}

/** The leaders as the register calls them, whatever the text calls them: `Wabup` is the `Wakil Bupati`. */
function byRegister(found: Found | undefined, { leaders }: Setting): Expected[string] | undefined {
  const short = (id: string | null, called: string | null) =>
    leaders.find((leader) => leader.id === id)?.shortPosition ?? called;
  return found?.proposal.leaders.map((leader) =>
    leaderTold({
      ...leader,
      called: short(leader.officialId, leader.called) ?? '',
      delegateName: short(leader.delegateId, leader.delegateName),
    }),
  );
}

/** The doubts that lead a person to look at a field. */
const doubtsAbout: Readonly<Record<string, RegExp>> = {
  day: /^day_|year_assumed|weekday_differs|several_days/,
  start: /^time_|end_before_start|duration_differs/,
  end: /end_before_start|duration_differs/,
  zone: /zone_assumed/,
  title: /title_missing|too_long/,
  leaders: /leader_unknown|delegate_unknown/,
};

const pieceOf: Readonly<Record<string, (proposal: Proposal) => { assumed: boolean } | null | undefined>> = {
  act: ({ act }) => act,
  title: ({ title }) => title,
  day: ({ day }) => day,
  start: ({ startClock }) => startClock,
  end: ({ endClock }) => endClock,
  open: ({ openEnd }) => openEnd,
  zone: ({ zone }) => zone,
  venue: ({ venue }) => venue,
  organizer: ({ organizer }) => organizer,
  dress: ({ dressCode }) => dressCode,
  companions: ({ companions }) => companions,
  note: ({ note }) => note,
  speech: ({ speech }) => speech,
  crew: ({ crew }) => crew,
  visit: ({ visit }) => visit,
};

/** Whether something on the screen leads a person to what is wrong here. */
function marked(
  field: string,
  wanted: Expected[string] | undefined,
  proposal: Proposal | undefined,
  reading: AgendaReading,
  text: string,
): boolean {
  if (field === 'missed') return true;
  const about = doubtsAbout[field];
  if (about && proposal?.doubts.some(({ code }) => about.test(code))) return true;
  if (proposal && pieceOf[field]?.(proposal)?.assumed) return true;
  const inCards = proposal ? proposal.notUnderstood : reading.proposals.flatMap((one) => one.notUnderstood);
  const red = [...reading.notUnderstood, ...inCards]
    .map(({ start, end }) => text.slice(start, end).toLowerCase())
    .join(' ');
  const words = String(wanted ?? '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.some((word) => word.length > 2 && red.includes(word));
}

/**
 * Each expected event with the one that was read for it: the one of its name, and of those without one the one with most fields alike,
 * in the order of the text.
 */
function pairs(expected: readonly Expected[], read: readonly Found[]): [Expected | undefined, Found | undefined][] {
  const free = new Set(read);
  const found = new Map<Expected, Found>();
  const likeness = (one: Expected, other: Found) =>
    Object.keys(one).filter((field) => alike(field, one[field], other.read[field])).length;
  const named = (one: Expected, other: Found) =>
    other.read.title !== undefined && alike('title', one.title, other.read.title);
  for (const may of [named, () => true]) {
    for (const one of expected.filter((event) => !found.has(event))) {
      const [best] = [...free]
        .filter((other) => may(one, other) && likeness(one, other) > 0)
        .sort((a, b) => likeness(one, b) - likeness(one, a));
      if (!best) continue;
      found.set(one, best);
      free.delete(best);
    }
  }
  return [
    ...expected.map((one): [Expected, Found | undefined] => [one, found.get(one)]),
    ...[...free].map((other): [undefined, Found] => [undefined, other]),
  ];
}

const choices = (wanted: unknown): unknown[] => (typeof wanted === 'string' ? wanted.split(' || ') : [wanted]);

const allowsNothing = (wanted: unknown) => choices(wanted).includes('-');

function alike(field: string, wanted: unknown, read: unknown): boolean {
  return choices(wanted).some((one) => {
    if (field === 'note' && typeof one === 'string' && one.includes(' & ') && typeof read === 'string') {
      const pieces = one.split(' & ');
      return pieces.every((piece) => read.includes(piece)) && read.length < one.length + 20 * pieces.length;
    }
    if (field === 'leaders' && typeof one === 'string') return even(one.split(' + ')) === even(read);
    return even(one) === even(read);
  });
}

/** Spaces, a full stop at the end and the case of the first letter do not count; everything else does. */
function even(value: unknown): string {
  if (Array.isArray(value)) return value.map(even).sort().join(' + ');
  const plain = String(value)
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;]+$/, '')
    .trim();
  return plain.charAt(0).toLowerCase() + plain.slice(1);
}
