import type { MouseEvent } from 'react';

/** A plain press opens within the page; with Ctrl or the middle button the browser does as it always does. */
export function openHere(click: MouseEvent, open: () => void): void {
  if (click.defaultPrevented || click.button !== 0 || click.ctrlKey || click.metaKey || click.shiftKey) return;
  click.preventDefault();
  open();
}
