import type { KeyboardEvent } from 'react';

/** What Enter means in a field with a list under it. */
export type Entered =
  /** Another key, or nothing stands there: not ours. */
  | 'else'
  /** The arrows stand on an option, and the list takes it itself. */
  | 'list'
  /** Nothing of the list fits. */
  | 'none'
  /** Several fit: a person has to choose. */
  | 'several'
  | { readonly only: string };

/**
 * Reads an Enter in a field with a list. Letters of somebody who is in the list must never become somebody new: the option under the
 * arrows is taken, else the only one that fits.
 * @param options as the list shows them
 */
export function entered(event: KeyboardEvent<HTMLInputElement>, options: readonly string[]): Entered {
  if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return 'else';
  const typed = event.currentTarget.value.trim().toLowerCase();
  const active = event.currentTarget.getAttribute('aria-activedescendant');
  if (active && document.getElementById(active)?.hasAttribute('data-combobox-selected')) return 'list';
  if (typed === '') return 'else';
  const fitting = options.filter((option) => option.toLowerCase().includes(typed));
  const exact = fitting.find((option) => option.toLowerCase() === typed);
  const [only] = exact ? [exact] : fitting;
  if (only === undefined) return 'none';
  return exact || fitting.length === 1 ? { only } : 'several';
}
