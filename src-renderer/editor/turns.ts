/** Milliseconds until a text is offered again that was not taken; the last one repeats. */
const AGAIN_MS = [15_000, 60_000, 300_000, 1_800_000] as const;

interface Turn {
  readonly kept: string;
  readonly failures: number;
  readonly at: number;
}

/** When the words of which text are offered to the core next. A text that was not typed in again is asked for ever more rarely. */
export class Turns {
  readonly #turns = new Map<string, Turn>();

  /**
   * @param kept what the list says of the text: other words get a turn of their own
   * @returns milliseconds until the text's turn, 0 when it is now, Infinity when something has to happen first
   */
  wait(releaseId: string, kept: string, now: number): number {
    const turn = this.#turns.get(releaseId);
    return turn === undefined || turn.kept !== kept ? 0 : Math.max(0, turn.at - now);
  }

  /** The core did not take it. @param never it will not, as things are */
  failed(releaseId: string, kept: string, never: boolean, now: number): void {
    const before = this.#turns.get(releaseId);
    const failures = before?.kept === kept ? before.failures : 0;
    const wait = never ? Number.POSITIVE_INFINITY : (AGAIN_MS[Math.min(failures, AGAIN_MS.length - 1)] ?? 0);
    this.#turns.set(releaseId, { kept, failures: failures + 1, at: now + wait });
  }

  /** Something happened to the text, or it was sent. */
  forget(releaseId: string): void {
    this.#turns.delete(releaseId);
  }
}
