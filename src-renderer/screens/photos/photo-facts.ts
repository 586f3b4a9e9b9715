import type { Language } from '../../../src-main/contract/basics.ts';

/** The camera's own clock, without a zone: `2025-11-20T08:04` -> `20 November 2025 08.04`. */
export function wallTimeText(wallTime: string, language: Language): string {
  const [day = '', time = ''] = wallTime.split('T');
  const date = new Date(`${day}T00:00:00Z`);
  const words = date.toLocaleDateString(language === 'en' ? 'en-GB' : 'id-ID', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return `${words} ${language === 'en' ? time : time.replace(':', '.')}`;
}
