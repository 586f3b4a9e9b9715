import type { Temporal } from 'temporal-polyfill';

/** `Kulkul 2025-11-20 08.15.30`, in UTC so that names sort by time also when a computer travels. */
export function backupName(now: Temporal.Instant): string {
  const text = now.toString({ smallestUnit: 'second' });
  return `Kulkul ${text.slice(0, 10)} ${text.slice(11, 19).replaceAll(':', '.')}`;
}
