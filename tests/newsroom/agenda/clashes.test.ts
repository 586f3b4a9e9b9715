import { describe, expect, it } from 'vitest';
import type { Event } from '../../../src-main/contract/agenda-nouns.ts';
import type { Clash } from '../../../src-main/contract/clashes.ts';
import { agendaDesk, answerOf, refusalOf } from '../../builders/agenda-desk.ts';

const desk = agendaDesk();
const { leader, confirmed } = desk;

const codes = (clashes: readonly Clash[]) => clashes.map((clash) => clash.code).sort();
const clashesOf = async (event: Event) => desk.client.agenda.clashes({ id: event.id });
/** What a page sends while an event is being typed. */
const draft = (more: object) => ({
  title: 'Baru',
  zone: 'Asia/Makassar' as const,
  state: 'confirmed' as const,
  start: '',
  ...more,
});

describe('a clash', () => {
  it('of a leader in two places is said while it is typed, and a save must give a reason', async () => {
    const mayor = await leader('I Gusti Ngurah Jaya Negara', 'Wali Kota');
    const first = await confirmed({ attendance: [answerOf(mayor.id)] });
    const second = draft({
      start: '2025-11-20T09:00',
      end: '2025-11-20T11:00',
      venue: 'Kantor Lain',
      attendance: [answerOf(mayor.id)],
    });
    const [clash] = await desk.client.agenda.checkClashes({ event: second });
    expect(clash).toMatchObject({
      code: 'leader_double',
      weight: 'sure',
      officialId: mayor.id,
      other: { id: first.id },
    });
    expect(await refusalOf(desk.client.agenda.add(second))).toMatchObject({ code: 'clashes', params: { count: 1 } });
    expect(await desk.client.agenda.list({ from: '2025-11-20', to: '2025-11-20' })).toHaveLength(1);
    const added = await desk.client.agenda.add({
      ...second,
      answers: [{ key: clash?.key ?? '', reason: 'dibagi dua jam' }],
    });
    const [kept] = await clashesOf(added);
    expect(kept).toMatchObject({
      code: 'leader_double',
      answered: { reason: 'dibagi dua jam', userName: 'Ayu Lestari' },
    });
    // told from the other side it is the same clash
    expect((await clashesOf(first))[0]).toMatchObject({ key: kept?.key, answered: { reason: 'dibagi dua jam' } });
    const open = { from: '2025-11-20', to: '2025-11-20' };
    expect(await desk.client.agenda.openClashes(open)).toEqual([]);
    // at another time it is another clash
    await desk.client.agenda.change({
      id: first.id,
      version: 1,
      start: '2025-11-20T08:30',
      reason: 'mundur',
      answers: (
        await desk.client.agenda.checkClashes({ id: first.id, event: draft({ ...first, start: '2025-11-20T08:30' }) })
      ).map(({ key }) => ({ key, reason: 'tetap' })),
    });
    expect((await clashesOf(added))[0]).toMatchObject({ answered: { reason: 'tetap' } });
  });
  it('is resolved by a delegate, who can then be double-booked in turn', async () => {
    const mayor = await leader('I Gusti Ngurah Jaya Negara', 'Wali Kota');
    const deputy = await leader('I Kadek Agus Arya Wibawa', 'Wakil Wali Kota');
    await confirmed({ attendance: [answerOf(mayor.id)] });
    const event = draft({
      start: '2025-11-20T09:00',
      end: '2025-11-20T11:00',
      attendance: [answerOf(mayor.id, { answer: 'delegated', delegateId: deputy.id })],
    });
    expect(await desk.client.agenda.checkClashes({ event })).toEqual([]);
    await confirmed({ title: 'Rapat', venue: 'Lain', attendance: [answerOf(deputy.id)] });
    expect(await desk.client.agenda.checkClashes({ event })).toMatchObject([
      { code: 'leader_double', officialId: deputy.id, standsInFor: mayor.id },
    ]);
  });
  it('with something tentative, or with an end nobody knows, is to be looked at and keeps nobody from saving', async () => {
    const mayor = await leader('I Gusti Ngurah Jaya Negara', 'Wali Kota');
    const attendance = [answerOf(mayor.id)];
    await confirmed({ end: null, openEnd: true, attendance });
    const later = draft({ start: '2025-11-20T09:00', end: '2025-11-20T10:00', venue: 'Lain', attendance });
    expect(await desk.client.agenda.checkClashes({ event: later })).toMatchObject([
      { code: 'leader_double', weight: 'look' },
    ]);
    // ten minutes after the start it is sure whatever the end
    const soon = { ...later, start: '2025-11-20T08:10' };
    expect(await desk.client.agenda.checkClashes({ event: soon })).toMatchObject([{ weight: 'sure' }]);
    expect(await desk.client.agenda.checkClashes({ event: { ...soon, state: 'tentative' } })).toMatchObject([
      { weight: 'look' },
    ]);
    const tentative = await desk.client.agenda.add({ ...soon, state: 'tentative' });
    // confirming it is when it must be answered for
    const confirm = { id: tentative.id, version: 1, state: 'confirmed' as const };
    expect(await refusalOf(desk.client.agenda.setState(confirm))).toMatchObject({ code: 'clashes' });
    const key = (await clashesOf(tentative))[0]?.key ?? '';
    expect(await desk.client.agenda.setState({ ...confirm, answers: [{ key, reason: 'singkat' }] })).toMatchObject({
      state: 'confirmed',
    });
  });
  it('of a room is told however the room is written; an office has many rooms, and daring is none', async () => {
    const first = await confirmed({ venue: 'R. Sewaka, Lt. 2' });
    const event = draft({ start: '2025-11-20T09:00', end: null, venue: 'Ruang Sewaka Lantai 2' });
    expect(await desk.client.agenda.checkClashes({ event })).toMatchObject([{ code: 'room_double', weight: 'sure' }]);
    await desk.client.agenda.change({ id: first.id, version: 1, venue: 'Kantor Wali Kota', reason: 'pindah' });
    expect(await desk.client.agenda.checkClashes({ event: { ...event, venue: 'kantor wali kota' } })).toMatchObject([
      { code: 'room_double', weight: 'look' },
    ]);
    await desk.client.agenda.change({ id: first.id, version: 2, venue: 'Zoom Meeting', reason: 'daring' });
    expect(await desk.client.agenda.checkClashes({ event: { ...event, venue: 'zoom' } })).toEqual([]);
  });
  it('of the way from one place to the next follows the setting', async () => {
    const mayor = await leader('I Gusti Ngurah Jaya Negara', 'Wali Kota');
    const attendance = [answerOf(mayor.id)];
    await confirmed({ attendance });
    const next = draft({ start: '2025-11-20T10:20', end: null, venue: 'Lapangan Lumintang', attendance });
    expect(await desk.client.agenda.checkClashes({ event: next })).toMatchObject([
      { code: 'travel_gap', amount: 20, weight: 'look' },
    ]);
    expect(await desk.client.agenda.checkClashes({ event: { ...next, venue: 'Graha Sewaka Dharma' } })).toEqual([]);
    const { version } = await desk.client.agendaSettings.get();
    await desk.client.agendaSettings.change({ version, travelMinutes: 15 });
    expect(await desk.client.agenda.checkClashes({ event: next })).toEqual([]);
    // across zones the instants count: 09.30 WIB is 10.30 WITA
    const far = { ...next, start: '2025-11-20T09:05', zone: 'Asia/Jakarta' as const };
    expect(await desk.client.agenda.checkClashes({ event: far })).toMatchObject([{ code: 'travel_gap', amount: 5 }]);
  });
  it('of the crew: in two places, and over three duties a day', async () => {
    const crew = [{ role: 'photographer' as const, userId: null, name: 'Made' }];
    for (const hour of ['08', '12', '16']) {
      await confirmed({ title: hour, start: `2025-11-20T${hour}:00`, end: `2025-11-20T${hour}:45`, venue: '', crew });
    }
    const event = draft({ start: '2025-11-20T16:30', end: '2025-11-20T17:00', crew: [{ ...crew[0], name: ' made ' }] });
    const found = await desk.client.agenda.checkClashes({ event });
    expect(codes(found)).toEqual(['crew_double', 'too_many_duties']);
    expect(found.find((clash) => clash.code === 'too_many_duties')).toMatchObject({ amount: 4, weight: 'look' });
  });
  it('is that nobody covers what needs a release, and a holiday of the office list', async () => {
    await desk.client.agendaSettings.setHolidays({ year: 2025, holidays: [{ day: '2025-11-20', name: 'Hari Uji' }] });
    const event = await confirmed({ releaseNeeded: true, crew: [{ role: 'writer', userId: null, name: 'Ayu' }] });
    expect(await clashesOf(event)).toMatchObject([
      { code: 'release_without_crew', missing: ['photographer'] },
      { code: 'holiday', holiday: 'Hari Uji' },
    ]);
    const open = await desk.client.agenda.openClashes({ from: '2025-11-20', to: '2025-11-20' });
    expect(open).toMatchObject([{ eventTitle: event.title }, { code: 'holiday' }]);
    await desk.client.agenda.answerClash({ eventId: event.id, key: open[0]?.key ?? '', reason: 'foto dari OPD' });
    expect(codes(await desk.client.agenda.openClashes({ from: '2025-11-20', to: '2025-11-20' }))).toEqual(['holiday']);
  });
  it('marks both events of a double booking until somebody answers, and no event for anything lighter', async () => {
    const mayor = await leader('I Gusti Ngurah Jaya', 'Wali Kota');
    const attendance = [answerOf(mayor.id)];
    const first = await confirmed({ attendance, releaseNeeded: true });
    const second = draft({ start: '2025-11-20T09:00', attendance });
    const pasted = await desk.client.agenda.accept({
      proposals: [{ ...second, key: '1', attendance: [{ ...answerOf(mayor.id), called: 'Wali Kota' }] }],
    });
    const days = { from: '2025-11-20', to: '2025-11-20' };
    const ids = [first.id, pasted.events[0]?.id ?? ''];
    const marked = async () => (await desk.client.agenda.doubledEvents(days)).sort((a, b) => (a.id < b.id ? -1 : 1));
    const weight = (await clashesOf(first)).find(({ code }) => code === 'leader_double')?.weight ?? 'sure';
    expect(await marked()).toEqual(ids.sort().map((id) => ({ id, weight })));
    const double = (await clashesOf(first)).find(({ code }) => code === 'leader_double');
    await desk.client.agenda.answerClash({ eventId: first.id, key: double?.key ?? '', reason: 'dibagi' });
    expect(await marked()).toEqual([]);
    await expect(desk.client.agenda.doubledEvents({ from: '2025-11-01', to: '2026-01-03' })).rejects.toThrow();
  });
  it('with what was cancelled, postponed or is over does not exist', async () => {
    const first = await confirmed();
    const event = draft({ start: '2025-11-20T09:00', venue: 'Graha Sewaka Dharma' });
    expect(codes(await desk.client.agenda.checkClashes({ event }))).toEqual(['room_double']);
    await desk.client.agenda.setState({ id: first.id, version: 1, state: 'cancelled', reason: 'hujan' });
    expect(await desk.client.agenda.checkClashes({ event })).toEqual([]);
  });
  it('that was there before does not stand in the way of another change', async () => {
    const event = await confirmed({ venue: 'Ruang Praja' });
    const [other] = await desk.client.agenda
      .checkClashes({ event: draft({ start: '2025-11-20T08:00', venue: event.venue }) })
      .then((found) => found.map(({ key }) => ({ key, reason: 'satu acara' })));
    const second = await desk.client.agenda.add({
      ...draft({ start: '2025-11-20T08:00', venue: event.venue }),
      answers: other ? [other] : [],
    });
    await desk.client.agenda.change({ id: second.id, version: 1, note: 'catatan' });
    expect(
      await refusalOf(desk.client.agenda.change({ id: second.id, version: 2, start: '2025-11-20T08:30', reason: 'x' })),
    ).toMatchObject({ code: 'clashes' });
  });
  it('is told of proposals that were read, with the agenda and with each other, by their keys', async () => {
    const mayor = await leader('I Gusti Ngurah Jaya Negara', 'Wali Kota');
    await confirmed({ attendance: [answerOf(mayor.id)] });
    const proposal = (key: string, start: string, more: object = {}) => ({
      ...draft({ title: key, start: `2025-11-20T${start}`, end: `2025-11-20T${start.slice(0, 2)}:50` }),
      key,
      attendance: [{ ...answerOf(mayor.id), called: 'Wali Kota' }],
      ...more,
    });
    const found = await desk.client.agenda.checkProposals({
      proposals: [
        proposal('a', '09:00'),
        proposal('b', '12:00'),
        proposal('c', '12:30'),
        // a leader nobody knows yet, and an end before its start
        proposal('d', '15:00', { attendance: [{ ...answerOf(''), officialId: null, called: 'Camat' }] }),
        proposal('e', '16:00', { end: '2025-11-20T10:00' }),
      ],
    });
    expect(found.map(({ key, clashes }) => [key, codes(clashes)])).toEqual([
      ['a', ['leader_double']],
      ['b', ['leader_double']],
      ['c', ['leader_double']],
    ]);
    expect(await desk.client.agenda.list({ from: '2025-11-20', to: '2025-11-20' })).toHaveLength(1);
  });
  it('is looked for in at most 62 days at once', async () => {
    expect(await desk.client.agenda.openClashes({ from: '2025-11-01', to: '2026-01-02' })).toEqual([]);
    await expect(desk.client.agenda.openClashes({ from: '2025-11-01', to: '2026-01-03' })).rejects.toThrow();
  });
  it('between an event of three days and a meeting is to be looked at', async () => {
    const mayor = await leader('I Gusti Ngurah Jaya Negara', 'Wali Kota');
    const attendance = [answerOf(mayor.id)];
    await confirmed({ start: '2025-11-18T08:00', end: '2025-11-21T17:00', attendance });
    const event = draft({ start: '2025-11-20T09:00', end: '2025-11-20T10:00', venue: 'Lain', attendance });
    expect(await desk.client.agenda.checkClashes({ event })).toMatchObject([{ code: 'leader_double', weight: 'look' }]);
  });
});

describe('holidays', () => {
  it('are proposed by a calendar and kept as the office left them', async () => {
    const proposed = await desk.client.agendaSettings.proposedHolidays({ year: 2026 });
    expect(proposed).toContainEqual({
      day: '2026-08-17',
      name: expect.stringContaining('Kemerdekaan'),
      computed: true,
    });
    expect(proposed).toContainEqual({ day: '2026-01-16', name: 'Isra Mikraj Nabi Muhammad SAW', computed: true });
    await desk.client.agendaSettings.setHolidays({ year: 2026, holidays: proposed.slice(0, 2) });
    const span = { from: '2026-01-01', to: '2026-12-31' };
    expect(await desk.client.agendaSettings.holidays(span)).toEqual(proposed.slice(0, 2));
    const twice = [
      { day: '2026-05-01', name: 'a' },
      { day: '2026-05-01', name: 'b' },
    ];
    expect(await refusalOf(desk.client.agendaSettings.setHolidays({ year: 2026, holidays: twice }))).toMatchObject({
      field: 'holidays.1.day',
    });
  });
});
