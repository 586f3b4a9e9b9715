import { Temporal } from 'temporal-polyfill';
import { readWhen } from '../agenda/read-when.ts';
import type { Newsroom } from '../newsroom.ts';

/**
 * Reads an embargo as people type it: `besok 9`, `20 November 14.00 WIB`. A day alone is not enough: an embargo ends at an hour.
 * @returns an instant, or null when the words do not say a day and an hour
 */
export async function readEmbargo(
  ports: Pick<Newsroom, 'read' | 'clock'>,
  text: string,
): Promise<{ at: string | null }> {
  const office = await ports.read((stores) => stores.office.get());
  const home = office?.zone ?? 'Asia/Jakarta';
  const today = ports.clock.now().toZonedDateTimeISO(home).toPlainDate().toString();
  const { start, zone } = readWhen(text, { today });
  if (start === null) return { at: null };
  const at = Temporal.PlainDateTime.from(start).toZonedDateTime(zone ?? home);
  return { at: at.toInstant().toString({ fractionalSecondDigits: 3 }) };
}
