import type { Id } from '../../contract/basics.ts';
import type { Agency, Official } from '../../contract/register.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Stores } from '../stores.ts';

type Ports = Pick<Newsroom, 'write' | 'ids'>;
type Fields = Pick<Official, 'name' | 'position' | 'shortPosition' | 'shortName' | 'leader'>;

/** Adds an official by hand: confirmed, because a person typed it. */
export async function addOfficial(
  ports: Ports,
  caller: Caller,
  input: Partial<Fields> & Pick<Fields, 'name'>,
): Promise<Outcome<Official>> {
  return ports.write(async (stores) => done(await addOfficialIn(stores, caller, ports.ids.next(), input)));
}

/** The same inside a transaction that does more. */
export async function addOfficialIn(
  stores: Stores,
  caller: Caller,
  id: Id,
  input: Partial<Fields> & Pick<Fields, 'name'>,
): Promise<Official> {
  const official: Official = {
    id,
    name: input.name,
    position: input.position ?? '',
    shortPosition: input.shortPosition ?? input.position ?? '',
    shortName: input.shortName ?? input.name,
    leader: input.leader ?? false,
    confirmed: true,
    active: true,
  };
  await stores.officials.insert(official);
  await stores.audit.append({
    caller,
    act: 'register.add-official',
    subject: { kind: 'official', id: official.id },
    details: { name: official.name, position: official.position },
  });
  stores.happen({ kind: 'register.changed' });
  return official;
}

/** Changes an official; old releases and events keep what they printed. */
export async function changeOfficial(
  ports: Ports,
  caller: Caller,
  input: Partial<Fields> & { id: Id; active?: boolean | undefined },
): Promise<Outcome<Official>> {
  return ports.write(async (stores) => {
    const before = await stores.officials.byId(input.id);
    if (before === null) {
      return refused('not_found');
    }
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const official: Official = { ...before, ...given, confirmed: true };
    await stores.officials.update(official);
    await stores.audit.append({
      caller,
      act: 'register.change-official',
      subject: { kind: 'official', id: official.id },
      details: { from: before, to: official },
    });
    stores.happen({ kind: 'register.changed' });
    return done(official);
  });
}

/** Confirms, corrected, what pasted agendas proposed, and drops what a person says is no official. */
export async function confirmOfficials(
  ports: Ports,
  caller: Caller,
  input: { officials: (Fields & { id: Id })[]; dropIds: Id[] },
): Promise<Outcome<Official[]>> {
  return ports.write(async (stores) => {
    for (const given of input.officials) {
      const before = await stores.officials.byId(given.id);
      if (before === null) {
        return refused('not_found');
      }
      await stores.officials.update({ ...before, ...given, confirmed: true });
    }
    for (const id of input.dropIds) {
      const official = await stores.officials.byId(id);
      if (official !== null && !official.confirmed) {
        await stores.officials.update({ ...official, active: false });
      }
    }
    await stores.audit.append({
      caller,
      act: 'register.confirm-officials',
      subject: { kind: 'register', id: 'officials' },
      details: { confirmed: input.officials.map((official) => official.name), dropped: input.dropIds.length },
    });
    stores.happen({ kind: 'register.changed' });
    return done(await stores.officials.all());
  });
}

/** Adds a regional agency (OPD). */
export async function addAgency(
  ports: Ports,
  caller: Caller,
  input: { name: string; shortName?: string | undefined },
): Promise<Outcome<Agency>> {
  return ports.write(async (stores) => {
    const agency: Agency = { id: ports.ids.next(), name: input.name, shortName: input.shortName ?? '' };
    await stores.officials.insertAgency(agency);
    await stores.audit.append({
      caller,
      act: 'register.add-agency',
      subject: { kind: 'agency', id: agency.id },
      details: { name: agency.name },
    });
    stores.happen({ kind: 'register.changed' });
    return done(agency);
  });
}
