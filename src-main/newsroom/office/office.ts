import type { Zone } from '../../contract/basics.ts';
import type { Office, OfficeChange } from '../../contract/office-nouns.ts';
import { may } from '../access.ts';
import { FILL_HOLIDAYS } from '../agenda/holidays.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { type Opened, openSession, type Visitor } from '../people/sessions.ts';
import type { UserRecord } from '../people/user-store.ts';

/** The first person of an office does everything until there are others. */
const FIRST_ROLES: UserRecord['roles'] = ['admin', 'head', 'editor', 'protocol', 'writer', 'documentation'];

export interface FirstStart {
  readonly unit: string;
  readonly city: string;
  readonly name: string;
  readonly zone: Zone;
  readonly people: number;
  readonly setupCode?: string | undefined;
}

/** An office as it is on its first day; everything else is asked when it is first needed. */
export function newOffice(input: Pick<FirstStart, 'unit' | 'city' | 'zone' | 'people'>): Office {
  return {
    version: 1,
    unit: input.unit,
    city: input.city,
    zone: input.zone,
    language: 'id',
    people: input.people,
    // "Berapa orang?" = 1: there is nobody else who could approve
    selfApproval: input.people === 1,
    accent: '#0b6b57',
    letterhead: { lines: [], logo: null, footer: '' },
    boilerplate: '',
    contact: '',
    credit: '',
    numbering: {},
  };
}

/**
 * First start: the office, its first person, and that person's session.
 * On a server that others can reach, the code printed at its start is asked for, so that nobody else is first.
 */
export async function startOffice(
  ports: Pick<Newsroom, 'write' | 'clock' | 'ids' | 'tokens' | 'setupCode'>,
  visitor: Visitor,
  input: FirstStart,
): Promise<Outcome<Opened>> {
  if (!visitor.trusted && (input.setupCode ?? '') !== ports.setupCode) {
    return refused('setup_code_wrong', {}, 'setupCode');
  }
  const userId = ports.ids.next();
  const started = await ports.write(async (stores) => {
    if ((await stores.office.get()) !== null) {
      return refused('already_started');
    }
    await stores.office.set(newOffice(input));
    await stores.users.insert({
      id: userId,
      username: usernameFrom(input.name),
      name: input.name,
      roles: FIRST_ROLES,
      active: true,
      language: 'id',
      passwordHash: null,
      pinHash: null,
    });
    await stores.jobs.add({ kind: FILL_HOLIDAYS, key: 'first', data: null });
    await stores.audit.append({
      caller: 'system',
      act: 'office.start',
      subject: { kind: 'office', id: 'office' },
      details: { unit: input.unit, city: input.city, firstPerson: input.name },
    });
    return done(undefined);
  });
  return started.ok ? openSession(ports, visitor, userId) : started;
}

/**
 * Changes settings of the office; the emblem has a verb of its own. Refuses: `changed_meanwhile`, `not_allowed` (whether people may
 * approve their own texts is for the admin alone).
 */
export async function changeOffice(
  ports: Pick<Newsroom, 'write'>,
  caller: Caller,
  { version, letterhead, ...input }: OfficeChange,
): Promise<Outcome<Office>> {
  return ports.write(async (stores) => {
    const before = await stores.office.get();
    if (before === null) {
      return refused('not_found');
    }
    if (before.version !== version) {
      return refused('changed_meanwhile');
    }
    const given = named(input);
    const office: Office = {
      ...before,
      ...given,
      letterhead: { ...before.letterhead, ...named(letterhead ?? {}) },
      version: before.version + 1,
    };
    // who decides must not be the one who lifts the rule that binds their decision
    if (office.selfApproval !== before.selfApproval && !may(caller, 'people.manage')) {
      return refused('not_allowed', {}, 'selfApproval');
    }
    await stores.office.set(office);
    await stores.audit.append({
      caller,
      act: 'office.change',
      subject: { kind: 'office', id: 'office' },
      details: {
        changed: [...Object.keys(given), ...(letterhead ? ['letterhead'] : [])],
        selfApproval: office.selfApproval,
      },
    });
    stores.happen({ kind: 'office.changed' });
    return done(office);
  });
}

/** What was named: a field that is there without a value names nothing. */
function named<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

/** `I Gusti Ayu Sari` -> `ayu.sari`-like names are guesses; this one only has to be valid and can be seen under Orang. */
function usernameFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 40)
    .replace(/\.+$/, '');
  return plain.length >= 3 ? plain : `${plain || 'orang'}.01`;
}
