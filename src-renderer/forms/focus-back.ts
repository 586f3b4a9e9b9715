import { type RefObject, useEffect, useRef } from 'react';

/**
 * Takes the focus back to a button that lost it because it was busy: a disabled element cannot hold it, and then it is nowhere.
 * Whoever went on to another place stays there.
 */
export function focusBack(to: Element | null): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body || !(to instanceof HTMLElement) || !to.isConnected) return;
    to.focus();
  });
}

/**
 * For a part of a screen that shows something else when its work begins and ends. Whoever was in it is led on to what matters
 * next there, the element with `data-goes-on`, instead of to nowhere; whoever looks on from elsewhere is left alone.
 * @param shown tells one showing from the next
 */
export function useFocusGoesOn<T extends HTMLElement>(shown: unknown): RefObject<T | null> {
  const part = useRef<T>(null);
  const within = useRef(false);
  useEffect(() => {
    const look = ({ target }: Event) => {
      within.current = target instanceof Node && (part.current?.contains(target) ?? false);
    };
    document.addEventListener('focusin', look);
    document.addEventListener('pointerdown', look);
    return () => {
      document.removeEventListener('focusin', look);
      document.removeEventListener('pointerdown', look);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new showing is the occasion
  useEffect(() => {
    if (within.current && document.activeElement === document.body)
      part.current?.querySelector<HTMLElement>('[data-goes-on]')?.focus();
  }, [shown]);
  return part;
}
