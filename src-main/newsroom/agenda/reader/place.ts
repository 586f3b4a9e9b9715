import type { Context, Draft, Setting } from './draft.ts';
import type { FieldName } from './labels.ts';
import type { Line } from './lines.ts';

/** Where a piece of an item stands, and what is known around it. */
export interface Place {
  readonly draft: Draft;
  readonly context: Context;
  readonly line: Line;
  readonly number: number;
  readonly setting: Setting;
  /**
   * Reads words without a label between two places of the line. Handed over, because they may hold a label in brackets, and what
   * stands behind a label may be such words again.
   */
  readonly free: (place: Place, from: number, to: number) => void;
  /** Takes the value of a field. Handed over, because a value may have words behind it that are another field. */
  readonly field: (place: Place, labelFrom: number, from: number, to: number, field: FieldName) => void;
}
