import type { Id } from '../../../../src-main/contract/basics.ts';

/** Leaders that were typed and whom the register does not know: the id they have while the form is open -> name. */
export type NewLeaders = Readonly<Record<Id, string>>;

/** An id for the next of them; no id of the core begins like this for some thousand years. */
export function idOfNew(leaders: NewLeaders): Id {
  return `7ZZZZZZZZZZZZZZZZZZZZZZZ${String(Object.keys(leaders).length).padStart(2, '0')}`;
}

/** As the core is told of them: it enters those that still stand on the event, with the event or not at all. */
export function newLeadersOf(leaders: NewLeaders): { id: Id; name: string }[] {
  return Object.entries(leaders).map(([id, name]) => ({ id, name }));
}
