import { describe, expect, it } from 'vitest';
import { type Event, newEventSchema } from '../../src-main/contract/agenda-nouns.ts';
import { withKnown } from '../../src-main/newsroom/agenda/known-events.ts';
import { makeEvent } from '../../src-main/newsroom/agenda/make-event.ts';
import { readAgenda } from '../../src-main/newsroom/agenda/reader/read-agenda.ts';
import { cardOf, withTarget } from '../../src-renderer/screens/agenda/paste/card.ts';
import type { Says } from '../../src-renderer/screens/agenda/paste/differences.ts';
import { meaningOf, toChange } from '../../src-renderer/screens/agenda/paste/to-accept.ts';

const ids = ['01KAF8Z4007MHHB3YGCAZE47HA', '01KAF8Z4007MHHB3YGCAZE47HB', '01KAF8Z4007MHHB3YGCAZE47HC'] as const;
const [mayor, sekda] = [
  {
    id: ids[0],
    name: 'I Gusti Ngurah Jaya Negara',
    position: 'Wali Kota Denpasar',
    shortPosition: 'Wali Kota',
    shortName: '',
  },
  { id: ids[1], name: 'Ida Bagus Alit', position: 'Sekretaris Daerah', shortPosition: 'Sekda', shortName: '' },
];
const says: Says = {
  when: ({ start, end }) => `${start}${end ? `/${end}` : ''}`,
  called: (id) => (id === mayor.id ? 'Wali Kota' : 'Sekda'),
  press: (access) => access,
  yes: String,
  states: { confirmed: 'terkonfirmasi', cancelled: 'batal', postponed: 'ditunda' } as Says['states'],
  leader: ({ answer, delegateName }) =>
    answer === 'delegated' ? `diwakili ${delegateName}` : answer === 'unknown' ? '' : answer,
};

function event(fields: Partial<Event> & { title: string; start: string }): Event {
  const made = makeEvent(ids[2], newEventSchema.parse({ zone: 'Asia/Makassar', state: 'confirmed', ...fields }), []);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

const attends = {
  officialId: mayor.id,
  answer: 'attends',
  delegateId: null,
  delegateName: null,
  instruction: null,
} as const;
const inflation = event({
  title: 'Rapat Koordinasi Inflasi',
  start: '2025-11-19T09:00',
  end: '2025-11-19T11:00',
  venue: 'Ruang Praja',
  attendance: [attends],
});

/** What the first card of a text means for the events of the agenda: `field: old -> new`. */
function changes(text: string, events: Event[] = [inflation]): string[] | string {
  const reading = readAgenda(text, {
    today: '2025-11-19',
    zone: 'Asia/Makassar',
    leaders: [mayor, sekda],
    agencies: [],
  });
  const known = withKnown(reading.proposals, events, '2025-11-19');
  const [proposal] = known.proposals;
  if (!proposal) return 'nothing';
  const meaning = meaningOf(cardOf(proposal), known.events, says);
  if (meaning.kind !== 'change') return meaning.kind;
  return meaning.change.differences.map((one) => `${one.field}: ${one.old} -> ${one.new}${one.assumed ? ' ?' : ''}`);
}

describe('what a text changes of an event', () => {
  it('moves the end along with the start, and says so', () => {
    expect(changes('rapat jam 9 diundur jam 10 di ruang Sewaka')).toEqual([
      'when: 2025-11-19T09:00/2025-11-19T11:00 -> 2025-11-19T10:00/2025-11-19T12:00 ?',
      'venue: Ruang Praja -> ruang Sewaka',
    ]);
    expect(changes('rapat inflasi pindah ke jam 13.00 s.d. selesai')).toEqual([
      'when: 2025-11-19T09:00/2025-11-19T11:00 -> 2025-11-19T13:00',
    ]);
  });
  it('moves to another day with its clocks', () => {
    expect(changes('Rapat inflasi diundur ke Jumat 21 Nov 2025')).toEqual([
      'when: 2025-11-19T09:00/2025-11-19T11:00 -> 2025-11-21T09:00/2025-11-21T11:00',
    ]);
  });
  it('moves by so much from the hour the event has, also where a person has to say which is meant', () => {
    expect(changes('rapat inflasi diundur 1 jam')).toEqual([
      'when: 2025-11-19T09:00/2025-11-19T11:00 -> 2025-11-19T10:00/2025-11-19T12:00 ?',
    ]);
    const other = { ...inflation, id: ids[1], title: 'Rapat Koordinasi Stunting' };
    const reading = readAgenda('rapat diundur 1 jam', {
      today: '2025-11-19',
      zone: 'Asia/Makassar',
      leaders: [],
      agencies: [],
    });
    const { proposals, events } = withKnown(reading.proposals, [inflation, other], '2025-11-19');
    const [proposal] = proposals;
    if (!proposal) throw new Error('nothing was read');
    expect(proposal).toMatchObject({ knownEventId: null, startClock: null, notUnderstood: [{ start: 14, end: 19 }] });
    expect(meaningOf(withTarget(cardOf(proposal), inflation.id), events, says)).toMatchObject({
      change: { input: { fields: { start: '2025-11-19T10:00', end: '2025-11-19T12:00' } } },
    });
  });
  it('tells who stands in, also where the text names nobody', () => {
    expect(changes('Rapat inflasi diwakili Sekda')).toEqual([
      'attendance: Wali Kota: attends -> Wali Kota: diwakili Sekda',
    ]);
  });
  it('cancels and postpones', () => {
    expect(changes('BATAL: rapat inflasi jam 9')).toEqual(['state: terkonfirmasi -> batal']);
    expect(changes('rapat inflasi ditunda karena hujan')).toEqual(['state: terkonfirmasi -> ditunda']);
    expect(changes('rapat inflasi ditunda ke besok jam 8')).toContain('state: terkonfirmasi -> ditunda');
  });
  it('is nothing where the agenda says the same already, in whatever writing', () => {
    expect(changes('Rabu 19 Nov 2025\nWALI KOTA\n1. 09.00-11.00 WITA | Rapat Koordinasi  INFLASI | ruang praja')).toBe(
      'same',
    );
    expect(changes('Rabu 19 Nov 2025\nWALI KOTA\n1. 09.00 WITA | Rapat Koordinasi Inflasi')).toBe('same');
  });
  it('is the difference where a known event is told otherwise', () => {
    expect(
      changes(
        'Rabu 19 Nov 2025\nWALI KOTA\n1. 09.00 WITA | Rapat Koordinasi Inflasi | Ruang Nayaka\n   Pakaian: Batik',
      ),
    ).toEqual(['venue: Ruang Praja -> Ruang Nayaka', 'dressCode:  -> Batik']);
  });
});

describe('which event is meant', () => {
  const stunting = { ...event({ title: 'Rapat Koordinasi Stunting', start: '2025-11-19T09:00' }), id: ids[1] };
  it('is asked where several fit, and where none does', () => {
    expect(changes('rapat jam 9 diundur jam 10', [inflation, stunting])).toBe('choose');
    expect(changes('rapat stunting jam 9 diundur jam 10', [inflation, stunting])).toContain(
      'when: 2025-11-19T09:00 -> 2025-11-19T10:00',
    );
    expect(changes('Audiensi KONI jam 9 batal')).toBe('choose');
  });
  it('may be a new one, if a person says so', () => {
    const reading = readAgenda('rapat jam 9 diundur jam 10', {
      today: '2025-11-19',
      zone: 'Asia/Makassar',
      leaders: [],
      agencies: [],
    });
    const [proposal] = withKnown(reading.proposals, [], '2025-11-19').proposals;
    if (!proposal) throw new Error('nothing read');
    const card = withTarget(cardOf(proposal), null);
    expect(card).toMatchObject({ act: 'add', when: { start: '2025-11-19T10:00' } });
  });
});

it('the reason is what the text gives, else the message itself', () => {
  const reading = readAgenda('rapat inflasi jam 9 batal karena hujan', {
    today: '2025-11-19',
    zone: 'Asia/Makassar',
    leaders: [],
    agencies: [],
  });
  const { proposals, events } = withKnown(reading.proposals, [inflation], '2025-11-19');
  const card = cardOf(proposals[0] as (typeof proposals)[number]);
  const meaning = meaningOf(card, events, says);
  if (meaning.kind !== 'change') throw new Error(meaning.kind);
  expect(toChange(card, meaning.change, 'Pesan: "..."').reason).toBe('hujan');
  expect(toChange({ ...card, reason: '' }, meaning.change, 'Pesan: "rapat  batal"').reason).toBe(
    'Pesan: "rapat batal"',
  );
});
