import type { Attendance } from '../../../contract/agenda-nouns.ts';
import type { Id } from '../../../contract/basics.ts';
import type { Official } from '../../../contract/register.ts';
import { readPositionHeld } from '../reader/people.ts';
import type { FoundLeader } from './documents.ts';

/** An answer of a leader as a table tells it; `officialId` is empty for one whom the register does not know yet. */
export interface ToldAnswer extends Attendance {
  readonly called: string;
}

/** Ids of those whom the register did not know when the file was read: by how they are called, and by the words of a stand-in. */
export interface Named {
  readonly official: (called: string) => Id | null;
  readonly delegate: (words: string) => Id | null;
}

/** The register as it is, for names that a file tells in its own words. */
export function namedIn(officials: readonly Official[]): Named {
  const ids = new Map<string, Id>();
  for (const { id, active, shortPosition } of officials) {
    const key = shortPosition.trim().toLowerCase();
    if (active && !ids.has(key)) ids.set(key, id);
  }
  const official = (called: string) => ids.get(called.trim().toLowerCase()) ?? null;
  return {
    official,
    delegate: (words) => {
      const held = readPositionHeld(words);
      return held && official(held.called);
    },
  };
}

/**
 * Who attends an event by what a table says of it: those it names. Where it does not say how one of them answered, their answer stays as
 * it is here, and so does what they were told.
 */
export function answersTold(
  leaders: readonly FoundLeader[],
  before: readonly Attendance[],
  named: Named,
): ToldAnswer[] {
  const told: ToldAnswer[] = [];
  for (const { called, officialId: known, answer, delegateId, delegateName } of leaders) {
    const officialId = known ?? named.official(called) ?? '';
    const isTold = (one: ToldAnswer) =>
      officialId === '' ? one.called.toLowerCase() === called.toLowerCase() : one.officialId === officialId;
    if (told.some(isTold)) continue;
    const was = before.find((one) => one.officialId === officialId);
    if (was && answer === 'unknown') {
      told.push({ ...was, called });
      continue;
    }
    const standIn = answer === 'delegated' ? (delegateId ?? (delegateName && named.delegate(delegateName))) : null;
    told.push({
      officialId,
      answer,
      delegateId: standIn || null,
      delegateName: answer === 'delegated' && !standIn ? delegateName : null,
      instruction: was?.instruction ?? null,
      called,
    });
  }
  return told;
}

/** Whether both say the same of the same people, in whatever order. */
export function sameAnswers(one: readonly Attendance[], other: readonly Attendance[]): boolean {
  return keyOf(one, true) === keyOf(other, true);
}

/** Whether the same people come, or stand in; that one comes as everybody thought is no news. */
export function samePresence(one: readonly Attendance[], other: readonly Attendance[]): boolean {
  return keyOf(one, false) === keyOf(other, false);
}

function keyOf(answers: readonly Attendance[], exact: boolean): string {
  const answerOf = ({ answer, delegateId, delegateName }: Attendance) =>
    answer === 'delegated' ? (delegateId ?? delegateName) : exact || answer === 'absent' ? answer : 'present';
  return JSON.stringify(answers.map((one) => `${one.officialId} ${answerOf(one)}`).sort());
}
