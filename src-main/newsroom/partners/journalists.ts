import type { Id } from '../../contract/basics.ts';
import type { Journalist } from '../../contract/partners.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Stores } from '../stores.ts';
import { changesIn } from './changes-in.ts';
import { insertOutlet } from './outlets.ts';

type Ports = Pick<Newsroom, 'write' | 'ids'>;
type Fields = Omit<Journalist, 'id' | 'version' | 'active'>;

/**
 * Adds a journalist or a desk. One address stands in the register once.
 * Refuses: `address_taken` at `email` (params: who has it), `not_found` at `outletId`.
 */
export async function addJournalist(
  ports: Ports,
  caller: Caller,
  input: Partial<Fields> & Pick<Fields, 'name' | 'email'>,
): Promise<Outcome<Journalist>> {
  return ports.write(async (stores) => {
    const known = await stores.partners.journalistByEmail(input.email);
    if (known !== null) return refused('address_taken', { address: known.email, name: known.name }, 'email');
    if (!(await outletExists(stores, input.outletId))) return refused('not_found', {}, 'outletId');
    const journalist = journalistOf(ports, input);
    await stores.partners.insertJournalists([journalist]);
    await stores.audit.append({
      caller,
      act: 'partners.add-journalist',
      subject: { kind: 'journalist', id: journalist.id },
      details: { name: journalist.name, email: journalist.email },
    });
    stores.happen({ kind: 'partners.changed' });
    return done(journalist);
  });
}

function journalistOf(
  ports: Pick<Newsroom, 'ids'>,
  input: Partial<Fields> & Pick<Fields, 'name' | 'email'>,
): Journalist {
  return {
    id: ports.ids.next(),
    name: input.name,
    email: input.email,
    phone: input.phone ?? '',
    outletId: input.outletId ?? null,
    desk: input.desk ?? '',
    note: input.note ?? '',
    active: true,
    version: 1,
  };
}

/**
 * Changes a journalist; rows of the ledger keep the address they were sent to.
 * Refuses: `not_found`, `changed_meanwhile`, `address_taken` at `email`.
 */
export async function changeJournalist(
  ports: Pick<Newsroom, 'write'>,
  caller: Caller,
  input: { readonly [K in keyof Journalist]?: Journalist[K] | undefined } & Pick<Journalist, 'id' | 'version'>,
): Promise<Outcome<Journalist>> {
  return ports.write(async (stores) => {
    const before = await stores.partners.journalist(input.id);
    if (before === null) return refused('not_found');
    if (before.version !== input.version) return refused('changed_meanwhile');
    const { after, changed } = changesIn(before, input);
    const known = await stores.partners.journalistByEmail(after.email);
    if (known !== null && known.id !== after.id) {
      return refused('address_taken', { address: known.email, name: known.name }, 'email');
    }
    if (!(await outletExists(stores, after.outletId))) return refused('not_found', {}, 'outletId');
    await stores.partners.updateJournalist(after);
    await stores.audit.append({
      caller,
      act: 'partners.change-journalist',
      subject: { kind: 'journalist', id: after.id },
      details: changed,
    });
    stores.happen({ kind: 'partners.changed' });
    return done(after);
  });
}

/**
 * Adds the journalists that a person accepted out of a paste, with outlets that are not known by name yet. Addresses that are known
 * are left as they are; with a group, known ones join it too.
 * Refuses: `not_found` at `groupId`.
 */
export async function addPastedJournalists(
  ports: Ports,
  caller: Caller,
  input: { journalists: { name: string; email: string; outlet: string }[]; groupId: Id | null },
): Promise<Outcome<{ added: number; known: number; outletsAdded: number }>> {
  return ports.write(async (stores) => {
    const group = input.groupId === null ? null : await stores.partners.group(input.groupId);
    if (input.groupId !== null && group?.kind !== 'email') return refused('not_found', {}, 'groupId');
    const byEmail = new Map((await stores.partners.journalists()).map((one) => [one.email.toLowerCase(), one.id]));
    const outlets = new Map((await stores.partners.outlets()).map((one) => [one.name.toLowerCase(), one.id]));
    const added: Journalist[] = [];
    const ids: Id[] = [];
    let outletsAdded = 0;
    for (const line of input.journalists) {
      const known = byEmail.get(line.email.toLowerCase());
      if (known !== undefined) {
        ids.push(known);
        continue;
      }
      let outletId = line.outlet === '' ? null : (outlets.get(line.outlet.toLowerCase()) ?? null);
      if (outletId === null && line.outlet !== '') {
        outletId = (await insertOutlet(stores, ports, caller, { name: line.outlet })).id;
        outlets.set(line.outlet.toLowerCase(), outletId);
        outletsAdded += 1;
      }
      const journalist = journalistOf(ports, { name: line.name, email: line.email, outletId });
      byEmail.set(line.email.toLowerCase(), journalist.id);
      added.push(journalist);
      ids.push(journalist.id);
    }
    await stores.partners.insertJournalists(added);
    if (group !== null) {
      const memberIds = [...new Set([...group.memberIds, ...ids])];
      await stores.partners.updateGroup({ ...group, memberIds, version: group.version + 1 });
    }
    await stores.audit.append({
      caller,
      act: 'partners.add-pasted',
      subject: group === null ? { kind: 'journalist', id: 'paste' } : { kind: 'group', id: group.id },
      details: { added: added.map(({ name, email }) => `${name} <${email}>`), outletsAdded },
    });
    stores.happen({ kind: 'partners.changed' });
    return done({ added: added.length, known: input.journalists.length - added.length, outletsAdded });
  });
}

async function outletExists(stores: Stores, id: Id | null | undefined): Promise<boolean> {
  return id === null || id === undefined || (await stores.partners.outlet(id)) !== null;
}
