import type { Desk } from '../src-main/contract/desk.ts';

declare global {
  interface Window {
    /** Offered by the desktop window's preload; a browser has none. */
    readonly desk?: Desk;
  }
}

export const desk: Desk | undefined = typeof window === 'undefined' ? undefined : window.desk;
