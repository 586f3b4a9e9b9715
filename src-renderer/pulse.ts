/** The core's beat as it is in practice; the core itself says how often it comes. Milliseconds. */
const USUAL_MS = 5000;
/** So many beats may be missed; one more and the line is called silent. */
const MOST_MISSED = 3;

/**
 * Listens whether the core's beats go on. It counts its own ticks and not the time: of a computer that slept, and of a tab whose
 * timers were held back, nothing may be said before beats were missed while both were awake.
 */
export class Pulse {
  /** Told when too many beats were missed, and again each time as many more were. */
  whenSilent: () => void = () => {};
  #everyMs = USUAL_MS;
  #timer: ReturnType<typeof setInterval> | undefined;
  #missed = 0;
  #heard = false;

  /** Whether a beat came lately. */
  get isBeating(): boolean {
    return this.#timer !== undefined && this.#heard && this.#missed <= 1;
  }

  get everyMs(): number {
    return this.#everyMs;
  }

  /** From now on beats are due: it is being connected. */
  expect(): void {
    this.#heard = false;
    this.#missed = 0;
    if (this.#timer === undefined) this.#start(this.#everyMs);
  }

  /** One came. @param everyMs how often, when the core has said it */
  beat(everyMs: number = this.#everyMs): void {
    this.#heard = true;
    this.#missed = 0;
    if (this.#timer === undefined || everyMs !== this.#everyMs) this.#start(everyMs);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #start(everyMs: number): void {
    this.#everyMs = everyMs;
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#tick(), everyMs);
  }

  #tick(): void {
    this.#missed += 1;
    if (this.#missed <= MOST_MISSED) return;
    this.#missed = 0;
    this.#heard = false;
    this.whenSilent();
  }
}

/** The core of this page; happenings.ts feeds it. */
export const corePulse = new Pulse();
