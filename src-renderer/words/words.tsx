import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Language } from '../../src-main/contract/basics.ts';
import { desk } from '../desk.ts';
import { en } from './en/index.ts';
import { id } from './id/index.ts';

/** All words of the page; Indonesian is the type, English must fit it. */
export type Words = typeof id;

const books: Readonly<Record<Language, Words>> = { id, en };
const KEY = 'kulkul.language';

function remembered(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'id';
  } catch {
    // A browser that keeps nothing begins in the language of most.
    return 'id';
  }
}

interface Speech {
  readonly language: Language;
  readonly words: Words;
  /** Changes the language of this page at once. Keeping it for the person is the caller's part (session.setLanguage). */
  readonly speak: (language: Language) => void;
}

const SpeechContext = createContext<Speech | null>(null);

export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(remembered);
  const speak = useCallback((next: Language) => {
    setLanguage(next);
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // A browser that keeps nothing still speaks.
    }
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
    desk?.setLanguage(language);
  }, [language]);
  const speech = useMemo(() => ({ language, words: books[language], speak }), [language, speak]);
  return <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>;
}

function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('WordsProvider is missing above this component');
  return speech;
}

/** The words of the page in the language of the moment: `const w = useWords(); w.agenda.title`. */
export function useWords(): Words {
  return useSpeech().words;
}

export function useLanguage(): Language {
  return useSpeech().language;
}

export function useSpeak(): (language: Language) => void {
  return useSpeech().speak;
}
