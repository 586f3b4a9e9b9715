import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { type Property, propertiesOf } from '../../src-main/adapters/documents/calendar/parse-event.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 90 }).map((text) => text.replace(/[\r\n\\]/g, '\\n'));
const line = fc.oneof(
  words.map((text) => `SUMMARY:${text}`),
  words.map((text) => `description;LANGUAGE=id:${text}`),
  words.map((text) => `LOCATION;ALTREP="http://x/?a:b;c":${text}`),
  fc.constantFrom(
    'UID:a@b',
    'DTSTART;TZID=Asia/Makassar:20251120T080000',
    'DTEND;VALUE=DATE:20251121',
    'EXDATE:20251120T080000Z,20251121T080000Z',
    'RRULE:FREQ=WEEKLY;BYDAY=MO,TU;COUNT=5',
    'ORGANIZER;CN="Dinas: Kominfo; Denpasar":mailto:a@b',
    'ATTENDEE;ROLE=REQ-PARTICIPANT:mailto:c@d',
    'X-ANYTHING;A=B:c',
    'BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nDESCRIPTION:ingat\r\nEND:VALARM',
  ),
);
/** Folded as RFC 5545, 3.1 says, at any place. */
const folded = fc
  .tuple(line, fc.nat(40), fc.constantFrom('\r\n ', '\n\t'))
  .map(([text, at, fold]) =>
    text.startsWith('BEGIN') || at < 1 ? text : `${text.slice(0, at)}${fold}${text.slice(at)}`,
  );
const unread = new Set(['attendee', 'x-anything']);

it('what is read line by line is what the library reads of the whole event', () => {
  fc.assert(
    fc.property(fc.array(folded, { minLength: 1, maxLength: 12 }), fc.constantFrom('\r\n', '\n'), (lines, end) => {
      const text = ['BEGIN:VEVENT', ...lines, 'END:VEVENT', ''].join(end);
      const [, whole] = ICAL.parse(text) as unknown as [string, Property[]];
      const read = whole.filter(([name]) => !unread.has(name));
      expect(propertiesOf(text)).toEqual(read.length === 0 ? null : { properties: read, broken: 0 });
    }),
    { numRuns: 500 },
  );
});

it('a line that is none is counted and costs only itself', () => {
  const text =
    'BEGIN:VEVENT\r\nSUMMARY:Rapat\r\nini bukan baris\r\nORGANIZER;CN="Dinas:x\r\nLOCATION:Aula\r\nEND:VEVENT\r\n';
  const read = propertiesOf(text);
  expect(read?.broken).toBe(2);
  expect(read?.properties.map((one) => one[3])).toEqual(['Rapat', 'Aula']);
});
