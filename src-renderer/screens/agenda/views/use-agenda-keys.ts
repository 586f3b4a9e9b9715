import { useEffect, useRef } from 'react';
import { type AgendaView, agendaViews } from './spans.ts';

interface AgendaKeys {
  readonly onToday: () => void;
  readonly onStep: (way: 1 | -1) => void;
  readonly onView: (view: AgendaView) => void;
}

/** Milliseconds within which a key after g is its second one (frame/keys.ts). */
const AFTER_G = 1200;

/** Keys of the agenda that need no event under them: T, 1 to 5, [ ], PageUp, PageDown. They rest while a person types. */
export function useAgendaKeys(keys: AgendaKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    let gAt = 0;
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const target = event.target as HTMLElement;
      if (
        target.isContentEditable ||
        target.matches?.('input:not([type=checkbox]):not([type=radio]), textarea, select')
      )
        return;
      if (document.querySelector('[role="dialog"], [role="menu"]')) return;
      if (event.key === 'g') {
        gAt = Date.now();
        return;
      }
      if (Date.now() - gAt < AFTER_G) return;
      const { onToday, onStep, onView } = latest.current;
      const view = agendaViews[Number(event.key) - 1];
      if (event.key === 't') onToday();
      else if (event.key === '[' || event.key === 'PageUp') onStep(-1);
      else if (event.key === ']' || event.key === 'PageDown') onStep(1);
      else if (view) onView(view);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
