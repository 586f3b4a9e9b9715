import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { acts } from './acts.ts';
import { useMay } from './session.tsx';
import { useModules } from './use-modules.ts';

/** Milliseconds within which the second key follows g. */
const TOGETHER = 1200;

interface KeyActs {
  readonly onHelp: () => void;
  readonly onSearch: () => void;
  readonly onSwitch: () => void;
  readonly onSave: () => void;
}

function typesHere(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))
  );
}

/** What is pressed stands in the dialog when one is open, else in the work area. */
function press(selector: string): boolean {
  const dialogs = document.querySelectorAll('[role="dialog"]');
  const place: ParentNode = dialogs.item(dialogs.length - 1) ?? document;
  const all = [...place.querySelectorAll<HTMLElement>(selector)].filter((element) => element.offsetParent !== null);
  const element = all.find((candidate) => !candidate.matches(':disabled, [data-disabled]'));
  element?.click();
  return element !== undefined;
}

/** The keys that work everywhere. Single letters rest while the person types, and while a dialog is open. */
export function useKeys(on: KeyActs): void {
  const router = useRouter();
  const modules = useModules();
  const may = useMay();
  const gAt = useRef(0);
  const latest = useRef({ on, modules, may });
  latest.current = { on, modules, may };

  useEffect(() => {
    const go = (path: string) => void router.navigate({ to: path as '/' });

    const hear = (event: KeyboardEvent) => {
      const { on, modules, may } = latest.current;
      const command = event.ctrlKey || event.metaKey;
      if (event.defaultPrevented && event.key !== 'F12') return;
      if (command && !event.shiftKey && !event.altKey) {
        if (event.key === 'k') on.onSearch();
        else if (event.key === 's') on.onSave();
        else if (event.key === 'Enter') {
          if (!press('[data-primary]')) return;
        } else return;
        event.preventDefault();
        return;
      }
      if (event.key === 'F12') {
        event.preventDefault();
        on.onSwitch();
        return;
      }
      if (command || event.altKey) return;
      // first the cheap question: this hears every letter of a text
      if (event.key !== 'Escape' && typesHere(event.target)) return;
      const dialogOpen = document.querySelector('[role="dialog"], [role="menu"]') !== null;
      if (event.key === 'Escape') {
        if (dialogOpen) return;
        if (typesHere(event.target)) (event.target as HTMLElement).blur();
        else press('[data-back]');
        return;
      }
      if (dialogOpen) return;

      if (Date.now() - gAt.current < TOGETHER) {
        gAt.current = 0;
        const module = modules.find((candidate) => candidate.key === event.key);
        if (module) {
          event.preventDefault();
          go(module.path);
          return;
        }
      }
      switch (event.key) {
        case 'g':
          gAt.current = Date.now();
          return;
        case '?':
          on.onHelp();
          break;
        case '/': {
          const field = document.querySelector<HTMLElement>('[data-filter]');
          if (field) field.focus();
          else on.onSearch();
          break;
        }
        case 'n': {
          if (press('[data-new]')) break;
          const here = router.state.location.pathname;
          const act = acts.find((a) => a.newIn && here.startsWith(a.newIn) && (!a.right || may(a.right)));
          if (!act?.to) return;
          go(act.to);
          break;
        }
        case 'j':
        case 'k':
        case 'ArrowDown':
        case 'ArrowUp': {
          // Inside of a list the list itself hears them; from outside they lead in.
          if (event.target !== document.body && !(event.target as HTMLElement).matches?.('main, [tabindex="-1"]'))
            return;
          const row = document.querySelector<HTMLElement>('main [data-row][tabindex="0"]');
          if (!row) return;
          row.focus();
          break;
        }
        default:
          return;
      }
      event.preventDefault();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [router]);
}
