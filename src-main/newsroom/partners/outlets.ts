import type { Outlet } from '../../contract/partners.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Stores } from '../stores.ts';
import { changesIn } from './changes-in.ts';

type Ports = Pick<Newsroom, 'write' | 'ids'>;
type Fields = Omit<Outlet, 'id' | 'version' | 'active'>;

/**
 * Adds a partner outlet.
 * Refuses: `partner_name_taken` at `name`.
 */
export async function addOutlet(
  ports: Ports,
  caller: Caller,
  input: Partial<Fields> & Pick<Fields, 'name'>,
): Promise<Outcome<Outlet>> {
  return ports.write(async (stores) => {
    if ((await stores.partners.outletByName(input.name)) !== null) {
      return refused('partner_name_taken', { name: input.name }, 'name');
    }
    return done(await insertOutlet(stores, ports, caller, input));
  });
}

/** Inserts an outlet whose name is known to be free, with its audit line. */
export async function insertOutlet(
  stores: Stores,
  ports: Pick<Newsroom, 'ids'>,
  caller: Caller,
  input: Partial<Fields> & Pick<Fields, 'name'>,
): Promise<Outlet> {
  const outlet: Outlet = {
    id: ports.ids.next(),
    name: input.name,
    kind: input.kind ?? 'online',
    city: input.city ?? '',
    website: input.website ?? '',
    note: input.note ?? '',
    active: true,
    version: 1,
  };
  await stores.partners.insertOutlet(outlet);
  await stores.audit.append({
    caller,
    act: 'partners.add-outlet',
    subject: { kind: 'outlet', id: outlet.id },
    details: { name: outlet.name },
  });
  stores.happen({ kind: 'partners.changed' });
  return outlet;
}

/**
 * Changes an outlet; rows of the ledger keep the name they were sent under.
 * Refuses: `not_found`, `changed_meanwhile`, `partner_name_taken` at `name`.
 */
export async function changeOutlet(
  ports: Pick<Newsroom, 'write'>,
  caller: Caller,
  input: Partial<Omit<Outlet, 'id' | 'version'>> & Pick<Outlet, 'id' | 'version'>,
): Promise<Outcome<Outlet>> {
  return ports.write(async (stores) => {
    const before = await stores.partners.outlet(input.id);
    if (before === null) return refused('not_found');
    if (before.version !== input.version) return refused('changed_meanwhile');
    const { after, changed } = changesIn(before, input);
    const namesake = await stores.partners.outletByName(after.name);
    if (namesake !== null && namesake.id !== after.id)
      return refused('partner_name_taken', { name: after.name }, 'name');
    await stores.partners.updateOutlet(after);
    await stores.audit.append({
      caller,
      act: 'partners.change-outlet',
      subject: { kind: 'outlet', id: after.id },
      details: changed,
    });
    stores.happen({ kind: 'partners.changed' });
    return done(after);
  });
}
