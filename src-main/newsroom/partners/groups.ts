import type { Id } from '../../contract/basics.ts';
import type { Group } from '../../contract/partners.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Stores } from '../stores.ts';
import { changesIn } from './changes-in.ts';

/**
 * Adds a group: of journalists for e-mail, or a WhatsApp group by its name.
 * Refuses: `partner_name_taken` at `name`, `not_found` at `memberIds`.
 */
export async function addGroup(
  ports: Pick<Newsroom, 'write' | 'ids'>,
  caller: Caller,
  input: Partial<Omit<Group, 'id' | 'version'>> & Pick<Group, 'name'>,
): Promise<Outcome<Group>> {
  return ports.write(async (stores) => {
    const kind = input.kind ?? 'email';
    if ((await stores.partners.groupByName(input.name)) !== null) {
      return refused('partner_name_taken', { name: input.name }, 'name');
    }
    const group: Group = {
      id: ports.ids.next(),
      name: input.name,
      kind,
      memberIds: kind === 'email' ? [...new Set(input.memberIds ?? [])] : [],
      note: input.note ?? '',
      version: 1,
    };
    if (!(await membersExist(stores, group.memberIds))) return refused('not_found', {}, 'memberIds');
    await stores.partners.insertGroup(group);
    await stores.audit.append({
      caller,
      act: 'partners.add-group',
      subject: { kind: 'group', id: group.id },
      details: { name: group.name, kind: group.kind, members: group.memberIds.length },
    });
    stores.happen({ kind: 'partners.changed' });
    return done(group);
  });
}

/**
 * Changes a group. What was sent to it stays in the ledger.
 * Refuses: `not_found`, `changed_meanwhile`, `partner_name_taken` at `name`.
 */
export async function changeGroup(
  ports: Pick<Newsroom, 'write'>,
  caller: Caller,
  input: { readonly [K in keyof Group]?: Group[K] | undefined } & Pick<Group, 'id' | 'version'>,
): Promise<Outcome<Group>> {
  return ports.write(async (stores) => {
    const before = await stores.partners.group(input.id);
    if (before === null) return refused('not_found');
    if (before.version !== input.version) return refused('changed_meanwhile');
    const { after, changed } = changesIn(before, { ...input, kind: undefined });
    const namesake = await stores.partners.groupByName(after.name);
    if (namesake !== null && namesake.id !== after.id)
      return refused('partner_name_taken', { name: after.name }, 'name');
    const group: Group = { ...after, memberIds: after.kind === 'email' ? [...new Set(after.memberIds)] : [] };
    if (!(await membersExist(stores, group.memberIds))) return refused('not_found', {}, 'memberIds');
    await stores.partners.updateGroup(group);
    await stores.audit.append({
      caller,
      act: 'partners.change-group',
      subject: { kind: 'group', id: group.id },
      details: changed,
    });
    stores.happen({ kind: 'partners.changed' });
    return done(group);
  });
}

/**
 * Removes a group, not its journalists.
 * Refuses: `not_found`, `changed_meanwhile`.
 */
export async function removeGroup(
  ports: Pick<Newsroom, 'write'>,
  caller: Caller,
  input: Pick<Group, 'id' | 'version'>,
): Promise<Outcome<{ id: Id }>> {
  return ports.write(async (stores) => {
    const before = await stores.partners.group(input.id);
    if (before === null) return refused('not_found');
    if (before.version !== input.version) return refused('changed_meanwhile');
    await stores.partners.removeGroup(before.id);
    await stores.audit.append({
      caller,
      act: 'partners.remove-group',
      subject: { kind: 'group', id: before.id },
      details: { name: before.name, members: before.memberIds.length },
    });
    stores.happen({ kind: 'partners.changed' });
    return done({ id: before.id });
  });
}

async function membersExist(stores: Stores, ids: readonly Id[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const known = new Set((await stores.partners.journalists()).map((journalist) => journalist.id));
  return ids.every((id) => known.has(id));
}
