import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../../src-main/adapters/paper/calendar-file.ts';
import { daySheetPdf } from '../../../src-main/adapters/paper/day-sheet-pdf.ts';
import { type Event, eventStates } from '../../../src-main/contract/agenda-nouns.ts';
import type { Official } from '../../../src-main/contract/register.ts';
import { calendarEntries } from '../../../src-main/newsroom/agenda/outgoing/calendar.ts';
import { daySheet } from '../../../src-main/newsroom/agenda/outgoing/day-sheet.ts';
import { forEdition } from '../../../src-main/newsroom/agenda/outgoing/edition.ts';
import { withoutPhones } from '../../../src-main/newsroom/agenda/outgoing/without-phones.ts';
import { agendaText, eventText, type ShareSetting } from '../../../src-main/newsroom/agenda/share-text.ts';
import { agenda as english } from '../../../src-main/words/en/agenda.ts';
import { agenda as indonesian } from '../../../src-main/words/id/agenda.ts';
import { hasReader, textOfPdf } from '../../builders/independent-readers.ts';

const DAY = '2025-11-20';
/** What must never be read in a public output begins with one of these. */
const SECRET = 'KDS';

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const many = (count: number) => fc.array(digit, { minLength: count, maxLength: count }).map((all) => all.join(''));
/** Whole numbers as one would dial them: mobile, landline, from abroad. */
const dialled = fc.oneof(
  fc.tuple(fc.constantFrom('0812', '0857', '0821', '0896'), many(8)).map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('+62812', '+62361', '62813', '+62 (0)812'.replace(/\D/g, '+')), many(8))
    .map((parts) => parts.join('').replace(/\++/, '+')),
  fc.tuple(fc.constantFrom('0361', '021', '0274'), many(7)).map((parts) => parts.join('')),
);

const separators = [
  '',
  ' ',
  '-',
  '.',
  ' - ',
  '\u00a0',
  '\u2013',
  '\u200b',
  '\u2060',
  '\u2028',
  ') ',
  '\u00ad',
  '\ufe0f',
  ' . ',
];
const scripts = ['0123456789', '０１２３４５６７８９', '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗', '٠١٢٣٤٥٦٧٨٩', '⁰¹²³⁴⁵⁶⁷⁸⁹', '०१२३४५६७८९'].map(
  (all) => [...all],
);

/** The same number as people, keyboards and copied pages write it. */
const phone = fc
  .tuple(
    dialled,
    fc.constantFrom(...separators),
    fc.constantFrom(2, 3, 4, 4, 4),
    fc.constantFrom(...scripts),
    fc.boolean(),
  )
  .map(([number, separator, group, script, label]) => {
    const plus = number.startsWith('+') ? '+' : '';
    const digits = number.replace(/\D/g, '');
    const groups = digits.match(new RegExp(`.{1,${group}}`, 'g')) ?? [];
    const written = plus + groups.map((one) => [...one].map((d) => script[Number(d)]).join('')).join(separator);
    // the last digits are enough to know that it is there, however its beginning is said
    return { digits: digits.slice(-7), text: label ? `(HP ${written})` : written };
  });

const words = fc.constantFrom(
  'Pembukaan Pekan Literasi',
  'Rapat *penting*_',
  'Gedung "Sewaka"; Lt. 2',
  'Kadis, Asisten',
  '🎉 Pesta \\n',
  '~Dinas~',
  '',
);
const line = fc.tuple(words, fc.option(phone, { freq: 2 }), words).map(([before, number, after]) => ({
  text:
    [before, number?.text ?? '', after]
      .filter((part) => part !== '')
      .join(' ')
      .slice(0, 290) || 'Acara',
  phones: number === null ? [] : [number.digits],
}));

const secret = fc.nat({ max: 99_999 }).map((number) => `${SECRET}${number}`);
const officials: readonly Official[] = ['A', 'B', 'C'].map((letter) => ({
  id: letter.repeat(26),
  name: `Pejabat ${letter}`,
  shortPosition: `Jabatan ${letter}`,
  position: '',
  shortName: '',
  leader: true,
  confirmed: true,
  active: true,
}));

const attendance = fc.subarray(officials.map(({ id }) => id)).chain((ids) =>
  fc.tuple(
    ...ids.map((officialId) =>
      fc
        .tuple(fc.constantFrom('unknown', 'attends', 'delegated', 'absent'), line, secret)
        .map(([answer, name, told]) => ({
          officialId,
          answer,
          delegateId: null,
          delegateName: answer === 'delegated' ? name.text : null,
          instruction: answer === 'delegated' ? told : null,
          phones: name.phones,
        })),
    ),
  ),
);

const anyEvent = fc
  .record({
    number: fc.nat({ max: 10 ** 8 }),
    title: line,
    venue: line,
    organizer: line,
    reason: line,
    closed: fc.boolean(),
    // typed or pasted where a field should have said it
    saidIn: fc.constantFrom('field', 'title', 'venue'),
    said: fc.constantFrom(
      ', tertutup untuk media',
      ' (TERTUTUP)',
      '. Tidak untuk diliput media',
      ' – jangan disebar',
      ', tanpa pers',
    ),
    slipped: fc.constantFrom('', ', catatan: ', ' (NB: ', ' – hubungi ', ', mohon konfirmasi '),
    state: fc.constantFrom(...eventStates),
    hour: fc.integer({ min: 6, max: 20 }),
    minutes: fc.constantFrom('00', '30'),
    openEnd: fc.boolean(),
    attendance,
    secret,
    phone,
    revision: fc.nat({ max: 3 }),
  })
  .map((raw) => {
    const hidden = (text: string) => (raw.closed ? `${SECRET} ${text}` : text);
    const said = (where: 'title' | 'venue') => (raw.closed && raw.saidIn === where ? raw.said : '');
    const slip = raw.slipped === '' ? '' : `${raw.slipped}${SECRET} Pak Made`;
    const start = `${DAY}T${String(raw.hour).padStart(2, '0')}:${raw.minutes}`;
    const event: Event = {
      id: String(raw.number).padStart(26, '0'),
      kind: 'lainnya',
      title: hidden(raw.title.text) + said('title'),
      state: raw.state,
      start,
      end: raw.openEnd ? null : `${DAY}T23:00`,
      openEnd: raw.openEnd,
      zone: 'Asia/Makassar',
      startsAt: `${start}:00.000Z`,
      day: DAY,
      venue: hidden(raw.venue.text) + said('venue') + slip,
      organizer: hidden(raw.organizer.text),
      dressCode: `${raw.secret} Batik`,
      transitRoom: `${raw.secret} transit`,
      protocolOfficer: { name: `${raw.secret} pic`, phone: raw.phone.text },
      contact: { name: `${raw.secret} narahubung`, phone: raw.phone.text },
      companions: `${raw.secret} pendamping`,
      note: `${raw.secret} catatan\n${raw.phone.text}`,
      pressAccess: raw.closed && raw.saidIn === 'field' ? 'closed' : 'open',
      // confirmed once for other words
      openDespite: raw.title.text,
      releaseNeeded: true,
      speech: { needed: true, officialId: null, speaker: `${raw.secret} pidato` },
      rundown: [{ clock: '08:00', what: `${raw.secret} susunan` }],
      requiredPhotos: [`${raw.secret} foto`],
      visit: {
        delegation: `${raw.secret} tamu`,
        size: 3,
        receiverId: null,
        receiverName: raw.secret,
        topics: raw.secret,
        souvenir: raw.secret,
      },
      attendance: raw.attendance.map(({ phones: _, ...answer }) => answer) as Event['attendance'],
      crew: [
        { id: 'd'.repeat(26), userId: null, role: 'writer', name: `${raw.secret} kru`, state: 'assigned', stateAt: '' },
      ],
      seriesId: null,
      seriesDay: null,
      externalUid: `${raw.secret}@luar`,
      stateReason: raw.state === 'cancelled' || raw.state === 'postponed' ? raw.reason.text : null,
      revision: raw.revision,
      version: 1 + raw.revision,
    };
    const phones = [raw.title, raw.venue, raw.organizer, raw.reason, ...raw.attendance].flatMap((one) => one.phones);
    return { event, phones: [...phones, raw.phone.digits] };
  });

const someEvents = fc.uniqueArray(anyEvent, { minLength: 1, maxLength: 6, selector: ({ event }) => event.id });

/** Every digit of any script, and nothing else. */
function digitsOf(text: string): string {
  return [...text]
    .map((sign) => {
      for (const script of scripts) if (script.includes(sign)) return String(script.indexOf(sign));
      return '';
    })
    .join('');
}

function expectPublic(text: string, made: readonly { event: Event; phones: readonly string[] }[], where: string): void {
  expect(text, where).not.toContain(SECRET);
  for (const one of text.split('\n')) {
    const digits = digitsOf(one);
    for (const { phones } of made)
      for (const number of phones) expect(digits, `${where}: ${one}`).not.toContain(number);
  }
}

const settings: readonly ShareSetting[] = (['rich', 'plain'] as const).flatMap((style) =>
  [indonesian, english].map((spoken) => ({
    words: spoken,
    style,
    edition: 'public' as const,
    officials,
    madeAt: '20/11/2025 08.00 WITA',
  })),
);

const made = {
  head: { lines: ['Pemerintah Kota'], footer: '', logo: null },
  at: `${DAY}T08:00`,
  zone: 'Asia/Makassar' as const,
};
const sheetOf = (events: readonly Event[], arrangement: 'list' | 'matrix') =>
  daySheet(
    { from: DAY, to: DAY, edition: 'public', arrangement, leaderId: null, language: 'id' },
    events,
    officials,
    made,
  );

describe('public editions never contain a telephone number, an internal note or a closed event', () => {
  it('as text for WhatsApp: of a day, and of an event with its notices', () => {
    fc.assert(
      fc.property(someEvents, line, (all, reason) => {
        const events = all.map(({ event }) => event);
        for (const setting of settings) {
          expectPublic(agendaText([DAY], events, setting), all, 'day');
          for (const { event, phones } of all) {
            if (forEdition([event], 'public').length === 0) continue;
            const change = (version: number, changes: { field: string; old: unknown; new: unknown }[]) => ({
              id: '',
              eventId: event.id,
              at: '',
              userName: '',
              act: 'changed' as const,
              version,
              revision: version,
              changes,
              reason: reason.text,
            });
            const old = all[0]?.event.venue ?? '';
            const history = [
              change(1, []),
              change(2, [
                { field: 'venue', old, new: event.venue },
                { field: 'dressCode', old: SECRET, new: 'x' },
              ]),
            ];
            const { text } = eventText({ ...event, revision: 2 }, history, setting);
            // what a place was called is typed by hand as well; a closed event's place is not an open one's old place
            if (!old.startsWith(SECRET))
              expectPublic(text, [...all, { event, phones: [...phones, ...reason.phones] }], 'event');
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('as a calendar', () => {
    fc.assert(
      fc.property(someEvents, (all) => {
        const shown = forEdition(
          all.map(({ event }) => event),
          'public',
        );
        const entries = calendarEntries(shown, officials, new Map());
        const bytes = calendarFile({
          language: 'id',
          name: 'Agenda',
          entries,
          series: [],
          alarmMinutes: null,
          refreshMinutes: null,
        });
        const text = new TextDecoder()
          .decode(bytes)
          .replace(/\r\n[ \t]/g, '')
          .replaceAll('\\n', '\n');
        // ids and instants are digits of ours
        const said = text
          .split(/\r?\n/)
          .filter((one) => !/^(UID|DTSTAMP|DTSTART|DTEND|LAST-MODIFIED|SEQUENCE)/.test(one));
        expectPublic(said.join('\n'), all, 'calendar');
      }),
      { numRuns: 200 },
    );
  });

  it.skipIf(!hasReader('pdftotext'))(
    'as PDF, read by poppler',
    async () => {
      await fc.assert(
        fc.asyncProperty(someEvents, fc.constantFrom('list' as const, 'matrix' as const), async (all, arrangement) => {
          const sheet = sheetOf(
            all.map(({ event }) => event),
            arrangement,
          );
          expectPublic(
            JSON.stringify(
              sheet.days.map(({ leaders }) => leaders.map(({ items }) => items.map(({ event: _, ...rest }) => rest))),
            ),
            all,
            'sheet',
          );
          const bytes = await daySheetPdf(sheet, 'resources/paper');
          expectPublic(textOfPdf(bytes), all, 'pdf');
          expect(Buffer.from(bytes).includes(SECRET), 'raw bytes').toBe(false);
        }),
        { numRuns: 25 },
      );
    },
    60_000,
  );

  it('while clocks, dates, amounts and numbers of letters survive', () => {
    const survivors = fc.constantFrom(
      '08.00-10.00',
      '08.00–10.00 WITA',
      '07:30 s.d. 09:00',
      '(08.00-10.00)',
      'Kamis, 20 November 2025',
      '01-12-2025',
      '20/11/2025',
      '2025-11-20',
      'Rp1.250.000.000',
      'Rp 812.345.678',
      '005/123/2026',
      '400.14.1.1/9328',
      'HUT ke-237',
      'RPJMD 2025-2030',
      'Lantai 3, Ruang 3.08',
      'Jalan Majapahit No. 1',
      'Denpasar 80111',
      'COVID-19',
      '17.845',
    );
    const plain = fc.constantFrom('Rapat', 'pada', 'WITA,', 'di Gedung', 'dan', 'tanggal');
    fc.assert(
      fc.property(fc.array(fc.tuple(plain, survivors), { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.map((part) => part.join(' ')).join(' ');
        expect(withoutPhones(text)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['Graha (HP 0812-3456-7890)', 'Graha'],
    ['Hubungi Made 0812 3456 7890 atau 0813-1111-2222.', 'Hubungi Made atau.'],
    ['Dinas +62 812-3456-7890, Lt. 2', 'Dinas, Lt. 2'],
    ['Ruang (0361) 223344', 'Ruang'],
    ['Dinas Y (081234567890)', 'Dinas Y'],
    ['Dinas Y (0812 3456 7890 / 0813 4567 8901)', 'Dinas Y'],
    ['Dinas Y 081234567890 / 081234567891 / 081234567892', 'Dinas Y'],
    ['Ruang (Lt. 2) (0361 223344)', 'Ruang (Lt. 2)'],
    ['Dinas Y (Made 0812-3456-7890)', 'Dinas Y (Made)'],
    ['0812\n3456\n7890', ''],
    ['Telp. 223344 ext', 'ext'],
    [
      'Jalan Gajah Mada No. 1 Denpasar, Telepon (0361) 234567, laman denpasarkota.go.id',
      'Jalan Gajah Mada No. 1 Denpasar, laman denpasarkota.go.id',
    ],
    ['Jalan Gajah Mada No. 1, Telp. (0361) 234567', 'Jalan Gajah Mada No. 1'],
    ['62 orang, 812 kursi', '62 orang, 812 kursi'],
    ['08.00-10.00 WITA 0812 3456 7890', '08.00-10.00 WITA'],
  ])('%j becomes %j', (text, left) => {
    expect(withoutPhones(text)).toBe(left);
  });
});
