import { readCalendar } from './read-calendar.ts';

const EVENTS = 50;
/** After so many the engine has compiled what reading needs; more would only keep an old computer busy. */
const ROUNDS = 40;

const day = (n: number) => `202601${String(1 + (n % 28)).padStart(2, '0')}`;
const sample = (round: number) =>
  [
    'BEGIN:VCALENDAR',
    ...Array.from({ length: EVENTS }, (_, n) =>
      [
        'BEGIN:VEVENT',
        `UID:${round}-${n}@contoh`,
        `DTSTART;TZID=Asia/Makassar:${day(n)}T080000`,
        n % 5 === 0 ? 'DURATION:PT2H' : `DTEND;TZID=Asia/Makassar:${day(n)}T100000`,
        `SUMMARY:Rapat koordinasi nomor ${round}-${n}`,
        'LOCATION:Graha Sewaka Dharma\\, Lumintang',
        'DESCRIPTION:Mohon membawa bahan rapat.\\nHadir 15 menit\r\n  sebelum acara.',
        'ORGANIZER;CN=Dinas Kominfo:mailto:kominfo@contoh',
        'STATUS:CONFIRMED',
        ...(n % 25 === 0 ? ['RRULE:FREQ=WEEKLY;COUNT=20'] : []),
        'END:VEVENT',
      ].join('\r\n'),
    ),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

/**
 * Reads small calendars of no meaning while nobody has asked for a real one: code that has run is compiled, and the same code reads ten
 * thousand events in half the time.
 * @param idle false when somebody has asked; then it ends within milliseconds
 */
export async function warmUp(idle: () => boolean): Promise<void> {
  const setting = { zone: 'Asia/Makassar', horizon: '2026-12-31', from: null, to: null } as const;
  for (let round = 0; round < ROUNDS; round++) {
    // what the core asks comes between two rounds
    await new Promise((resolve) => setImmediate(resolve));
    if (!idle()) return;
    await readCalendar(
      sample(round),
      setting,
      async () => {},
      () => {},
      new Set(),
      async () => {},
    );
  }
}
