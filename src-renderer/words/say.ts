import type { Language } from '../../src-main/contract/basics.ts';
import type { Refusal } from '../../src-main/contract/refusals.ts';
import { refusals as enRefusals } from '../../src-main/words/en/refusals.ts';
import { refusals as idRefusals } from '../../src-main/words/id/refusals.ts';
import { isLineDown, refusalOf } from '../client.ts';
import { NoAnswer } from '../fetch-in-time.ts';
import { useLanguage, useWords, type Words } from './words.tsx';

/** The sentence of a refusal: what happened, what is safe, what to do. */
export function sayRefusal(refusal: Refusal, language: Language): string {
  return (language === 'en' ? enRefusals : idRefusals)[refusal.code](refusal.params);
}

/** A sentence for any error of a query or mutation: a refusal, a broken line, or something we did not foresee. */
export function sayError(error: unknown, words: Words, language: Language): string {
  const refusal = refusalOf(error);
  if (refusal) return sayRefusal(refusal, language);
  if (error instanceof NoAnswer) return words.frame.noAnswer;
  if (isLineDown(error)) return words.frame.lineDownError;
  return words.frame.unforeseen;
}

/** `const say = useSay(); say(mutation.error)`. */
export function useSay(): (error: unknown) => string {
  const words = useWords();
  const language = useLanguage();
  return (error) => sayError(error, words, language);
}
