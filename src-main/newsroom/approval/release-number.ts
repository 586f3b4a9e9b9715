import type { Id } from '../../contract/basics.ts';
import type { ReleaseKind } from '../../contract/release-nouns.ts';
import type { Caller } from '../caller.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Stores } from '../stores.ts';
import { NUMBER_WORDS, numberWords, printNumber, templateOf, templateProblem } from './numbering.ts';

/**
 * The number of a release at its approval, taken from the yearly register in the transaction of the approval: two approvals at
 * the same moment get two numbers, and one that is rolled back takes none. A later version keeps the number of the first.
 * @param day local day at the office
 * @returns null where the kind has none
 */
export async function takeNumber(
  stores: Stores,
  caller: Caller,
  release: { readonly id: Id; readonly kind: ReleaseKind },
  day: string,
  at: string,
): Promise<Outcome<string | null>> {
  const office = await stores.office.get();
  const register = office === null ? null : templateOf(office, release.kind);
  if (office === null || register === null) return done(null);
  const problem = templateProblem(register);
  if (problem !== null) return refused('number_template', { missing: problem });
  const before = await stores.releases.frozen(release.id);
  if (before !== null && before.number !== null && before.manifest.kind === release.kind) return done(before.number);
  const words = numberWords(office, await stores.office.setting(NUMBER_WORDS));
  const year = Number(day.slice(0, 4));
  for (let seq = (await stores.approval.lastNumber(year, register)) + 1; ; seq += 1) {
    const number = printNumber(register, seq, day, words);
    const line = { year, register, seq, number, releaseId: release.id, kind: release.kind, at };
    if (!(await stores.approval.numberTaken(number))) {
      await stores.approval.addNumber({ ...line, state: 'issued' });
      return done(number);
    }
    // Another template prints the same: the gap stays in the register, with its reason.
    await stores.approval.addNumber({ ...line, state: 'skipped' });
    await stores.audit.append({
      caller,
      act: 'approval.number-skipped',
      subject: { kind: 'release', id: release.id },
      details: { year, register, seq, number },
    });
  }
}

/** What the next approval of this kind would get, if nobody is faster. */
export async function nextNumber(
  stores: Pick<Stores, 'office' | 'approval' | 'releases'>,
  release: { readonly id: Id; readonly kind: ReleaseKind },
  day: string,
): Promise<string | null> {
  const office = await stores.office.get();
  const register = office === null ? null : templateOf(office, release.kind);
  if (office === null || register === null) return null;
  const before = await stores.releases.frozen(release.id);
  if (before !== null && before.number !== null && before.manifest.kind === release.kind) return before.number;
  const words = numberWords(office, await stores.office.setting(NUMBER_WORDS));
  const seq = (await stores.approval.lastNumber(Number(day.slice(0, 4)), register)) + 1;
  return printNumber(register, seq, day, words);
}
