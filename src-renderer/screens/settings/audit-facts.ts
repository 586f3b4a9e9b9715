import type { Language, Zone } from '../../../src-main/contract/basics.ts';
import { exactText } from '../../../src-main/words/when.ts';
import type { Words } from '../../words/words.tsx';

/** One fact of a line in words. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

interface Place {
  readonly words: Words;
  readonly zone: Zone;
  readonly language: Language;
}

/** Ids of things; a person reads their names instead. */
const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const HASH = /^[0-9a-f]{64}$/;
/** Stand in the line itself, or say nothing to a person. */
const LEFT_OUT = new Set(['title', 'name', 'unit', 'number', 'seq', 'id', 'eventId', 'revision']);

/** What a line says beside its name: every key and every value in the reader's words, no ids. */
export function factsOf(details: Readonly<Record<string, unknown>>, place: Place): Fact[] {
  const { from, to, changes, ...rest } = details;
  return [
    ...(isRecord(from) && isRecord(to) ? differences(from, to, place) : plain({ from, to }, place)),
    ...(Array.isArray(changes) ? changes.flatMap((change) => changeOf(change, place)) : []),
    ...plain(rest, place),
  ];
}

function plain(details: Readonly<Record<string, unknown>>, place: Place): Fact[] {
  return Object.entries(details).flatMap(([key, value]) => {
    if (LEFT_OUT.has(key) || value === undefined || value === '' || value === null) return [];
    if (typeof value === 'string' && ID.test(value)) return [];
    return [{ label: labelOf(key, place), value: said(key, value, place) }];
  });
}

/** Only what is not the same afterwards: `lama → baru`. */
function differences(
  from: Readonly<Record<string, unknown>>,
  to: Readonly<Record<string, unknown>>,
  place: Place,
): Fact[] {
  return Object.keys(to).flatMap((key) => {
    if (key === 'version' || key === 'id' || JSON.stringify(from[key] ?? null) === JSON.stringify(to[key] ?? null))
      return [];
    return [{ label: labelOf(key, place), value: `${said(key, from[key], place)} → ${said(key, to[key], place)}` }];
  });
}

function changeOf(change: unknown, place: Place): Fact[] {
  if (!isRecord(change) || typeof change.field !== 'string') return [];
  const { field } = change;
  return [
    { label: labelOf(field, place), value: `${said(field, change.old, place)} → ${said(field, change.new, place)}` },
  ];
}

function labelOf(key: string, { words }: Place): string {
  return (words.audit.facts as Record<string, string>)[key] ?? key;
}

function said(key: string, value: unknown, place: Place): string {
  const { words, zone, language } = place;
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? words.audit.yes : words.audit.no;
  if (typeof value === 'number') return value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB');
  if (Array.isArray(value)) {
    // older lines kept ids; how many says more than they do
    if (value.length > 0 && value.every((one) => typeof one === 'string' && ID.test(one)))
      return words.audit.things(value.length);
    return value.map((one) => said(key, one, place)).join(', ') || '–';
  }
  if (isRecord(value)) {
    return Object.entries(value)
      .filter(([part, one]) => !LEFT_OUT.has(part) || !(typeof one === 'string' && ID.test(one)))
      .map(([part, one]) => `${labelOf(part, place)}: ${said(part, one, place)}`)
      .join('; ');
  }
  const text = String(value);
  if (INSTANT.test(text)) return exactText(text, zone, language);
  if (HASH.test(text)) return text.slice(0, 8);
  return codeIn(key, text, words) ?? text;
}

/** Codes of the program (`rilis_kegiatan`, `head`, `email`) as everyone in the office says them. */
function codeIn(key: string, code: string, words: Words): string | undefined {
  const lists: readonly Readonly<Record<string, string>>[] =
    key === 'role' || key === 'roles'
      ? [words.states.role]
      : key === 'state'
        ? [words.states.event, words.states.release, words.states.delivery]
        : key === 'kind'
          ? [words.releases.kinds, words.audit.codes]
          : key === 'infoClass'
            ? [words.releases.infoClasses]
            : key === 'changed'
              ? [words.audit.facts]
              : [words.audit.codes];
  return lists.map((list) => list[code]).find((word) => word !== undefined);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
