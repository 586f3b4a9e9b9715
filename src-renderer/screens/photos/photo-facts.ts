import type { Language } from '../../../src-main/contract/basics.ts';
import { clockText, longDateText } from '../../../src-main/words/when.ts';

/** The camera's own clock, without a zone: `2025-11-20T08:04` -> `20 November 2025 08.04`. */
export function wallTimeText(wallTime: string, language: Language): string {
  const [day = '', time = ''] = wallTime.split('T');
  return `${longDateText(day, language)} ${clockText(time.slice(0, 5), language)}`;
}
