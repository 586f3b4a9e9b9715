import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { Language } from '../contract/basics.ts';

export interface WindowState {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

/** What this computer remembers about its window. Losing it costs nothing. */
export interface Settings {
  language: Language;
  window: WindowState | null;
  onLanguage(listen: (language: Language) => void): void;
}

export function openSettings(folder: string): Settings {
  const file = join(folder, 'window.json');
  const kept = read(file);
  const listeners = new Set<(language: Language) => void>();
  let language: Language = kept.language === 'en' || kept.language === 'id' ? kept.language : languageOfSystem();
  let window = isState(kept.window) ? kept.window : null;

  const save = () => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.new`, JSON.stringify({ language, window }));
      renameSync(`${file}.new`, file);
    } catch {
      // the window opens at its usual place next time
    }
  };

  return {
    get language() {
      return language;
    },
    set language(next) {
      if (next === language) return;
      language = next;
      save();
      for (const listen of listeners) listen(next);
    },
    get window() {
      return window;
    },
    set window(next) {
      window = next;
      save();
    },
    onLanguage: (listen) => void listeners.add(listen),
  };
}

/** Indonesian first: English only where the system itself speaks English. */
function languageOfSystem(): Language {
  const [first = ''] = app.getPreferredSystemLanguages();
  return first.toLowerCase().startsWith('en') && first.toLowerCase() !== 'en-us' ? 'en' : 'id';
}

function read(file: string): { language?: unknown; window?: unknown } {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { language?: unknown; window?: unknown };
  } catch {
    // none yet, or broken: the usual ones
    return {};
  }
}

function isState(value: unknown): value is WindowState {
  const state = value as WindowState | null | undefined;
  return (
    !!state &&
    [state.x, state.y, state.width, state.height].every((number) => Number.isFinite(number)) &&
    typeof state.maximized === 'boolean'
  );
}
