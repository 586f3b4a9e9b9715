import type { Event, EventFields, EventState } from '../../../../src-main/contract/agenda-nouns.ts';
import type { Change } from './differences.ts';

/** What a card wants an event to be, field by field. */
export type Mine = Partial<EventFields> & { readonly state?: EventState };

/** What accepting a card would have made of the event, to be shown beside what a colleague made of it meanwhile. */
export function wantedOf(event: Event, { input }: Change): Mine {
  const { fields, state, start, attendance = [] } = input;
  const answered = event.attendance.map((before) => {
    const answer = attendance.find(({ officialId }) => officialId === before.officialId);
    return answer ? { ...before, answer: answer.answer, ...standIn(answer) } : before;
  });
  return {
    ...fields,
    ...(state ? { state } : {}),
    ...(start ? { start } : {}),
    ...(attendance.length > 0 ? { attendance: answered } : {}),
  } as Mine;
}

const standIn = ({ delegateId, delegateName }: NonNullable<Change['input']['attendance']>[number]) => ({
  delegateId,
  delegateName,
});
