import { lastSaved } from '../house.ts';
import { useLanguage, useWords } from '../words/words.tsx';

/** What Ctrl+S answers: it is saved already, and since when. */
export function useSavedNote(): () => string {
  const w = useWords();
  const language = useLanguage();
  return () => {
    const at = lastSaved();
    if (at === null) return w.palette.savedAlways;
    const time = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
    return w.palette.savedAlready(time.format(at));
  };
}
