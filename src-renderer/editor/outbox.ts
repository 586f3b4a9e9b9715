/** Typing of so many milliseconds travels together: within a second every keystroke is on disk. */
const TOGETHER_MS = 800;
/** Milliseconds between tries while the core is away or refuses; the last one repeats. */
const PATIENCE_MS = [500, 1000, 2000, 4000] as const;

/** What this window typed and the core has not acknowledged, in the order of typing, and when it is offered next. */
export class Outbox {
  readonly #due: () => void;
  #pieces: Uint8Array[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #ended = false;

  /** @param due is called when it is time to send */
  constructor(due: () => void) {
    this.#due = due;
  }

  get isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  put(...pieces: readonly Uint8Array[]): void {
    this.#pieces.push(...pieces);
  }

  /** Everything, for one journey. */
  take(): Uint8Array[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  /** They did not arrive, and go before what was typed meanwhile. */
  putBack(pieces: readonly Uint8Array[]): void {
    this.#pieces.unshift(...pieces);
  }

  /** A comparison with the core's text found that exactly these are missing. */
  replace(pieces: Uint8Array[]): void {
    this.#pieces = pieces;
  }

  /** Sends with what is typed in the next moment, unless a time is set already. */
  sendTogether(): void {
    if (this.#timer === undefined) this.sendIn(TOGETHER_MS);
  }

  sendIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.#ended) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#due();
    }, milliseconds);
  }

  /** After a failure: later each time. */
  sendAgain(): void {
    const wait = PATIENCE_MS[Math.min(this.#failures, PATIENCE_MS.length - 1)] ?? 4000;
    this.#failures += 1;
    this.sendIn(wait);
  }

  /** The core answered: the next failure is the first one. */
  reached(): void {
    this.#failures = 0;
  }

  sendNow(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#due();
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }
}
