import { useMemo } from 'react';
import { dayText, timeRangeText } from '../../../../src-main/words/when.ts';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { useOfficials } from '../use-officials.ts';
import type { Says } from './differences.ts';

/** How the page says what differs: times, officials, yes and no, in its language. */
export function useSays(): Says {
  const w = useWords();
  const language = useLanguage();
  const { called, all } = useOfficials();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `called` is new at each render; the register decides what it says
  return useMemo<Says>(
    () => ({
      called,
      when: (when) => `${dayText(when.start.slice(0, 10), language)}, ${timeRangeText(when, language)}`,
      press: (access) => w.agenda.pressAccess[access],
      yes: (yes) => (yes ? w.paste.yes : w.paste.no),
      states: w.states.event,
      leader: ({ answer, delegateName }) => {
        if (answer === 'delegated') return w.agenda.delegatedTo(delegateName ?? '');
        return answer === 'unknown' ? '' : w.states.attendance[answer].toLowerCase();
      },
    }),
    [all.length, language, w],
  );
}
