import type { Decision } from '../../contract/approval-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import type { ReleaseKind } from '../../contract/release-nouns.ts';

/** A decision with what only the core needs. */
export interface DecisionRecord extends Decision {
  /** Updates of the text up to here lay before the person; corrections made with the decision included. */
  readonly textSeq: number;
  /** The update that holds the corrections made in the same act. */
  readonly correctionSeq: number | null;
}

/** A line of the number register. */
export interface NumberLine {
  readonly year: number;
  /** The template: texts that share one share its sequence. */
  readonly register: string;
  readonly seq: number;
  readonly number: string;
  readonly releaseId: Id;
  readonly kind: ReleaseKind;
  /** `skipped`: the printed number was taken already, by another template or a number that came before the register. */
  readonly state: 'issued' | 'skipped';
  readonly at: string;
}

/** Decisions and the yearly number register. Rows are written once; the database refuses to change or delete them. */
export interface ApprovalStore {
  /**
   * Before late words are let in, so that those count as written after it.
   * @param canonical canonical JSON of what lay before the person, kept where no frozen version keeps it
   */
  addDecision(decision: DecisionRecord, canonical: string | null): Promise<void>;
  /** Newest first. */
  decisions(releaseId: Id): Promise<DecisionRecord[]>;
  /** The newest `submitted` decision of each of these releases. */
  lastSubmissions(releaseIds: readonly Id[]): Promise<DecisionRecord[]>;
  /** Canonical JSON kept with a decision. */
  contentOf(decisionId: Id): Promise<string | null>;
  /**
   * Who wrote what is in the text now and was not when this decision was made (null: since the beginning). Corrections made
   * while approving are left out; late words count from when they were let in.
   */
  writersSince(releaseId: Id, decisionId: Id | null): Promise<{ userId: Id; userName: string }[]>;
  /** Who changed caption, credit or alternative text of these photos after this instant ('' for ever): media read those words too. */
  captionersSince(photoIds: readonly Id[], after: string): Promise<{ userId: Id; userName: string }[]>;
  lastNumber(year: number, register: string): Promise<number>;
  numberTaken(number: string): Promise<boolean>;
  addNumber(line: NumberLine): Promise<void>;
}
