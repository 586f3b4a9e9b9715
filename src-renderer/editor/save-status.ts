import { saved } from '../house.ts';
import { atRest } from './at-rest.ts';

/** Where the words are that were typed last. Only `saved` means that the core has them on disk. */
export type SaveState =
  | { readonly kind: 'writing' | 'saving' }
  /** The core is away. `here`: this computer keeps them; without it they live in this window alone. */
  | { readonly kind: 'kept'; readonly here: boolean }
  /** `at`: instant of the last acknowledged write of this window, null before the first. */
  | { readonly kind: 'saved'; readonly at: string | null }
  /** The core does not take them. `here` as above. */
  | { readonly kind: 'refused'; readonly error: unknown; readonly here: boolean };

/** Hands that did not type for so long rest. */
const REST_MS = 400;

/**
 * What the sign of saving says. Apart from the text: it changes with the typing, and only the sign may render then.
 */
export class SaveStatus {
  readonly #listeners = new Set<() => void>();
  readonly #underway: () => boolean;
  readonly #rest = atRest(REST_MS, () => this.#saySaved());
  #state: SaveState = { kind: 'saved', at: null };
  #typedAt = 0;
  #savedAt: string | null = null;
  #ended = false;

  /** @param underway whether words wait for the core, or are on their way to it: then nothing is called saved */
  constructor(underway: () => boolean) {
    this.#underway = underway;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): SaveState => this.#state;

  set(state: SaveState): void {
    if (this.#ended || isSame(state, this.#state)) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  /** A letter came. */
  typed(): void {
    this.#typedAt = performance.now();
    this.#savedAt = null;
    if (this.#state.kind === 'saved') this.set({ kind: 'writing' });
  }

  /**
   * Says *Tersimpan* when the hands rest. Between two words of somebody who types on it would only flicker, and each change of the
   * sign costs as much as a keystroke; it is never said early, only late.
   */
  sayWhenAtRest(savedAt: string): void {
    this.#savedAt = savedAt;
    this.#rest.touch(Math.max(0, this.#typedAt + REST_MS - performance.now()));
  }

  end(): void {
    this.#ended = true;
    this.#rest.cancel();
  }

  #saySaved(): void {
    // typed on meanwhile: the next answer says it
    if (this.#savedAt === null || this.#underway()) return;
    this.set({ kind: 'saved', at: this.#savedAt });
    saved();
  }
}

/** A new time and a new reason are always said. */
function isSame(one: SaveState, other: SaveState): boolean {
  if (one.kind === 'saved' || one.kind === 'refused' || one.kind !== other.kind) return false;
  return one.kind !== 'kept' || other.kind !== 'kept' || one.here === other.here;
}
