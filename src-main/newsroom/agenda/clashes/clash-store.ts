import type { Clash } from '../../../contract/clashes.ts';

/** What people said to clashes. */
export interface ClashStore {
  /** Answers to these keys. */
  answers(keys: readonly string[]): Promise<Map<string, NonNullable<Clash['answered']>>>;
  /** Keeps an answer; a later one to the same clash takes its place. */
  answer(key: string, answered: NonNullable<Clash['answered']>): Promise<void>;
}
