import { describe, expect, it } from 'vitest';
import type { Zone } from '../../../src-main/contract/basics.ts';
import { instantOf, localOf } from '../../../src-main/words/when.ts';
import { agendaDesk, answerOf } from '../../builders/agenda-desk.ts';
import { hasReader, khalList, occurrencesOf } from '../../builders/independent-readers.ts';

const desk = agendaDesk();
const { leader, confirmed } = desk;

async function calendar(query: Record<string, string>) {
  const response = await desk.test.core.raw.agendaCalendar({
    caller: desk.test.first.caller,
    params: {},
    query: new URLSearchParams(query),
    headers: new Headers(),
    body: new Uint8Array(),
    signal: new AbortController().signal,
  });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

/** Events of all three zones, an open end, an end on another day, and every state a calendar knows. */
async function threeZones() {
  const mayor = await leader('Jaya Negara', 'Wali Kota');
  await confirmed({
    attendance: [answerOf(mayor.id, { answer: 'delegated', delegateName: 'Sekda, Asisten; dan "tim"' })],
  });
  await confirmed({ title: 'Rapat Pusat', zone: 'Asia/Jakarta', start: '2025-11-20T23:30', end: '2025-11-21T01:00' });
  await confirmed({
    title: 'Kunjungan Papua',
    zone: 'Asia/Jayapura',
    start: '2025-11-20T08:00',
    end: null,
    openEnd: true,
  });
  const off = await confirmed({ title: 'Batal jadi', start: '2025-11-22T08:00', end: '2025-11-22T09:00' });
  await desk.client.agenda.setState({ id: off.id, version: 1, state: 'cancelled', reason: 'hujan' });
  await confirmed({ title: 'Masih usul', start: '2025-11-22T10:00', end: null, state: 'tentative' });
}

describe.skipIf(!hasReader('icalendar'))('the calendar file, read by python3-icalendar', () => {
  it('gives the same instants, zones, states and words', async () => {
    await threeZones();
    const read = occurrencesOf(await calendar({ from: '2025-11-20', to: '2025-11-30' }));
    expect(
      read.map(({ start, end, zone, summary, status, sequence }) => [start, end, zone, summary, status, sequence]),
    ).toEqual([
      ['2025-11-19T23:00:00Z', null, 'Asia/Jayapura', 'Kunjungan Papua', 'CONFIRMED', 1],
      ['2025-11-20T00:00:00Z', '2025-11-20T02:00:00Z', 'Asia/Makassar', 'Pembukaan Pekan Literasi', 'CONFIRMED', 1],
      ['2025-11-20T16:30:00Z', '2025-11-20T18:00:00Z', 'Asia/Jakarta', 'Rapat Pusat', 'CONFIRMED', 1],
      ['2025-11-22T00:00:00Z', '2025-11-22T01:00:00Z', 'Asia/Makassar', 'BATAL: Batal jadi', 'CANCELLED', 2],
      ['2025-11-22T02:00:00Z', null, 'Asia/Makassar', 'Masih usul', 'TENTATIVE', 1],
    ]);
    expect(read[0]?.description).toContain('Sampai selesai');
    expect(read[1]?.location).toBe('Graha Sewaka Dharma');
    expect(read[1]?.description).toContain('Pimpinan: Wali Kota (diwakili Sekda, Asisten; dan "tim")');
  });

  it('keeps words that need escaping or folding as they are', async () => {
    const title = `Rapat; "koma", ${'panjang sekali '.repeat(16).trim()} 🎉`;
    await confirmed({ title, venue: 'Ruang A\\B, Lt; 2' });
    await confirmed({ title: 'C:\\nota', start: '2025-11-21T08:00', end: null });
    const bytes = await calendar({ from: '2025-11-20' });
    const [read] = occurrencesOf(bytes);
    expect(read?.summary).toBe(title);
    expect(read?.location).toBe('Ruang A\\B, Lt; 2');
    // python3-icalendar 4 itself takes an escaped backslash before an n for a line feed, so this is looked at in the bytes
    const raw = new TextDecoder().decode(await calendar({ from: '2025-11-21' }));
    expect(raw).toContain('SUMMARY:C:\\\\nota\r\n');
    for (const line of new TextDecoder().decode(bytes).split('\r\n')) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    }
  });

  it('is the same bytes while nothing changed, and has a reminder where one is wanted', async () => {
    await confirmed();
    const first = await calendar({ from: '2025-11-20' });
    desk.test.clock.move({ hours: 3 });
    expect(Buffer.from(await calendar({ from: '2025-11-20' })).equals(Buffer.from(first))).toBe(true);
    const text = new TextDecoder().decode(await calendar({ from: '2025-11-20', alarm: '30' }));
    expect(text).toContain('TRIGGER:-PT30M');
  });

  it('has neither telephone numbers nor notes, also inside the office', async () => {
    await confirmed({
      note: 'rahasia besar',
      contact: { name: 'Ibu Sri', phone: '0812-3456-7890' },
      protocolOfficer: { name: 'Komang 0361 223344', phone: '0361 223344' },
      venue: 'Graha (HP 0812 3456 7890)',
    });
    const text = new TextDecoder().decode(await calendar({ from: '2025-11-20' })).replace(/\r\n /g, '');
    expect(text).toContain('PIC Protokol: Komang');
    expect(text).not.toMatch(/rahasia|3456|223344/);
  });
});

describe.skipIf(!hasReader('icalendar'))('a series in the calendar file', () => {
  const evening = {
    title: 'Apel',
    start: '2025-11-24T20:30',
    end: '2025-11-24T21:15',
    zone: 'Asia/Makassar',
    state: 'confirmed',
  } as const;
  const weekly = { every: 'week' as const, interval: 2, weekdays: [1, 3], until: '2026-01-07', count: null };
  const told = async () =>
    (await desk.client.agenda.list({ from: '2025-11-01', to: '2026-03-31' })).map((event) => [
      event.startsAt.replace('.000', ''),
      `${event.state === 'cancelled' ? 'BATAL: ' : ''}${event.title}`,
      event.venue || null,
    ]);
  const read = (bytes: Uint8Array) =>
    occurrencesOf(bytes).map(({ start, summary, location }) => [start, summary, location]);

  it('is one rule, and its days are those of the agenda', async () => {
    await desk.client.agenda.addSeries({ event: evening, repeat: weekly });
    const bytes = await calendar({ from: '2025-11-01', to: '2026-03-31' });
    expect(read(bytes)).toEqual(await told());
    const text = new TextDecoder().decode(bytes);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text).toContain('RRULE:FREQ=WEEKLY');
    expect(text).not.toMatch(/COUNT=|EXDATE|RECURRENCE-ID/);
  });

  it('with one moved, one cancelled, one hidden and one of another name has exceptions and overrides', async () => {
    await desk.client.agenda.addSeries({ event: evening, repeat: { ...weekly, until: null, count: 8 } });
    const all = await desk.client.agenda.list({ from: '2025-11-01', to: '2026-03-31' });
    const [, moved, off, hidden, other] = all;
    if (!moved || !off || !hidden || !other) throw new Error('a series of eight');
    await desk.client.agenda.change({
      id: moved.id,
      version: 1,
      start: `${moved.day}T22:00`,
      end: null,
      reason: 'tamu',
    });
    await desk.client.agenda.setState({ id: off.id, version: 1, state: 'cancelled', reason: 'hujan' });
    await desk.client.agenda.change({ id: hidden.id, version: 1, pressAccess: 'closed' });
    await desk.client.agenda.change({
      id: other.id,
      version: 1,
      title: 'Apel Khusus',
      venue: 'Lapangan',
      reason: 'tamu',
    });
    const whole = await calendar({ from: '2025-11-01', to: '2026-03-31' });
    expect(read(whole)).toEqual(await told());
    const text = new TextDecoder().decode(whole);
    expect(text.match(/RECURRENCE-ID/g)).toHaveLength(3);
    // the public one leaves the closed one out and says nothing of it
    const open = await calendar({ from: '2025-11-01', to: '2026-03-31', edition: 'public' });
    expect(read(open)).toEqual((await told()).filter(([start]) => start !== hidden.startsAt.replace('.000', '')));
    // days left out of a rule would say when the closed one is, and overridden ones where the rule had them
    expect(new TextDecoder().decode(open)).not.toMatch(/EXDATE|RRULE|RECURRENCE-ID/);
    expect(new TextDecoder().decode(open)).not.toContain(hidden.day.replaceAll('-', ''));
  });

  it('that is closed but for some open days tells the public of these alone', async () => {
    await desk.client.agenda.addSeries({
      event: { ...evening, title: 'Rapat Rahasia', pressAccess: 'closed' },
      repeat: { ...weekly, until: null, count: 8 },
    });
    const all = await desk.client.agenda.list({ from: '2025-11-01', to: '2026-03-31' });
    const open = all.slice(2, 4);
    for (const { id, day } of open) {
      const change = { pressAccess: 'open', title: 'Apel Terbuka', start: `${day}T08:00`, end: null } as const;
      await desk.client.agenda.change({ id, version: 1, ...change, reason: 'dibuka' });
    }
    const bytes = await calendar({ from: '2025-11-01', to: '2026-03-31', edition: 'public' });
    expect(read(bytes)).toEqual((await told()).filter(([, title]) => title === 'Apel Terbuka'));
    const text = new TextDecoder().decode(bytes);
    expect(text).not.toMatch(/Rahasia|EXDATE|RRULE|RECURRENCE-ID|T2030/);
    for (const { day } of all.filter((one) => !open.includes(one))) expect(text).not.toContain(day.replaceAll('-', ''));
  });

  it('that is open as a whole is one rule for the public too', async () => {
    await desk.client.agenda.addSeries({ event: evening, repeat: weekly });
    const bytes = await calendar({ from: '2025-11-01', to: '2026-03-31', edition: 'public' });
    expect(read(bytes)).toEqual(await told());
    expect(new TextDecoder().decode(bytes).match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });

  it('cut to a span begins and ends in it', async () => {
    await desk.client.agenda.addSeries({ event: evening, repeat: weekly });
    const some = (await told()).filter(([start]) => start && start > '2025-12-05' && start < '2025-12-31');
    expect(read(await calendar({ from: '2025-12-05', to: '2025-12-30' }))).toEqual(some);
  });
});

/** khal marks repeating, alarmed and described events behind their title. */
const bare = (lines: string[]) => lines.map((line) => line.replace(/\s*[⏰⟳ℹ↔]\s*/gu, '').trim()).sort();
const khal = hasReader('khal') ? '' : ' (left out: khal is not on this computer)';

describe.skipIf(khal !== '')(`the calendar file, read by khal${khal}`, () => {
  const days = 40;
  /** What khal must list, from the agenda itself, in a calendar of this zone. */
  async function expected(zone: Zone) {
    const all = await desk.client.agenda.list({ from: '2025-11-20', to: '2025-12-29' });
    return (
      all
        .filter(({ end }) => end !== null)
        .map((event) => {
          const start = localOf(event.startsAt, zone);
          const end = localOf(instantOf(event.end ?? '', event.zone), zone);
          return [start, end, `${event.state === 'cancelled' ? 'BATAL: ' : ''}${event.title}`] as const;
        })
        // an event over midnight is listed on both days, in khal's own words
        .filter(([start, end]) => start.slice(0, 10) === end.slice(0, 10))
        .map(([start, end, title]) => `${start.replace('T', ' ')}-${end.slice(11)} ${title}`)
        .sort()
    );
  }

  it.each(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const)(
    'has every event of all three zones at its hour in a calendar of %s',
    async (zone) => {
      await threeZones();
      const lines = bare(khalList(await calendar({ from: '2025-11-20', to: '2025-12-29' }), zone, '2025-11-20', days));
      const wanted = await expected(zone);
      expect(wanted.length).toBeGreaterThan(1);
      expect(lines).toEqual(expect.arrayContaining(wanted));
    },
  );

  it('has a series with one moved, one on another day, one cancelled and one of another name', async () => {
    await desk.client.agenda.addSeries({
      event: {
        title: 'Apel',
        start: '2025-11-24T07:30',
        end: '2025-11-24T08:00',
        zone: 'Asia/Makassar',
        state: 'confirmed',
      },
      repeat: { every: 'week', interval: 1, weekdays: [1, 3], until: null, count: 9 },
    });
    const [, moved, other, off, named] = await desk.client.agenda.list({ from: '2025-11-01', to: '2026-03-31' });
    if (!moved || !other || !off || !named) throw new Error('a series of nine');
    const { change, setState } = desk.client.agenda;
    await change({ id: moved.id, version: 1, start: `${moved.day}T10:00`, end: `${moved.day}T10:30`, reason: 'tamu' });
    await change({ id: other.id, version: 1, start: '2025-12-02T07:30', end: '2025-12-02T08:00', reason: 'libur' });
    await setState({ id: off.id, version: 1, state: 'cancelled', reason: 'hujan' });
    await change({ id: named.id, version: 1, title: 'Apel Korpri', reason: 'hari jadi' });
    const bytes = await calendar({ from: '2025-11-20', to: '2025-12-29' });
    expect(new TextDecoder().decode(bytes)).toMatch(/RRULE[\s\S]*RECURRENCE-ID/);
    for (const zone of ['Asia/Jakarta', 'Asia/Makassar'] as const)
      expect(bare(khalList(bytes, zone, '2025-11-20', days))).toEqual(await expected(zone));
  });

  it('has an event that lasts a whole day or several on each of them', async () => {
    await confirmed({ title: 'Pameran', start: '2025-11-20T00:00', end: '2025-11-22T23:59' });
    await confirmed({ title: 'Sehari', start: '2025-11-21T00:00', end: '2025-11-21T23:59' });
    const lines = khalList(await calendar({ from: '2025-11-20', to: '2025-12-29' }), 'Asia/Makassar', '2025-11-20', 5);
    expect(lines.filter((line) => line.includes('Pameran'))).toHaveLength(3);
    expect(bare(lines)).toContain('2025-11-21 00:00-23:59 Sehari');
  });
});
