import { describe, expect, it } from 'vitest';
import { agendaDesk, refusalOf } from '../../builders/agenda-desk.ts';

const desk = agendaDesk();
const { confirmed } = desk;

const made = { userId: null, name: 'Made Sudana' };

describe('the crew of an event', () => {
  it('is assigned by person or by name, and keeps its state when somebody else is added', async () => {
    const { userId } = desk.test.first.caller;
    const event = await confirmed({
      crew: [
        { role: 'writer', userId, name: '' },
        { role: 'photographer', ...made },
      ],
    });
    expect(event.crew).toMatchObject([
      { role: 'writer', userId, name: 'Ayu Lestari', state: 'assigned' },
      { role: 'photographer', userId: null, name: 'Made Sudana', state: 'assigned' },
    ]);
    const [writer] = event.crew;
    await desk.client.agenda.setDutyState({ dutyId: writer?.id ?? '', state: 'on_site' });
    const changed = await desk.client.agenda.change({
      id: event.id,
      version: event.version,
      crew: [...event.crew, { role: 'videographer', userId: null, name: 'Komang' }],
    });
    expect(changed.crew.map(({ name, state }) => [name, state])).toEqual([
      ['Ayu Lestari', 'on_site'],
      ['Made Sudana', 'assigned'],
      ['Komang', 'assigned'],
    ]);
    expect(changed.crew[0]?.id).toBe(writer?.id);
    const [last] = await desk.client.agenda.history({ id: event.id });
    expect(last?.changes).toHaveLength(1);
    expect(last).toMatchObject({ act: 'changed', revision: 1, changes: [{ field: 'crew' }] });
  });
  it('refuses a person the office does not have and a duty without a name', async () => {
    const nobody = { role: 'writer', userId: '01JD0000000000000000000000', name: '' } as const;
    expect(await refusalOf(confirmed({ crew: [nobody] }))).toMatchObject({ code: 'not_found', field: 'crew.0' });
    const nameless = { role: 'writer', userId: null, name: ' ' } as const;
    expect(await refusalOf(confirmed({ crew: [nameless] }))).toMatchObject({ code: 'invalid', field: 'crew.0.name' });
  });
  it('is told without touching the version, so that whoever edits the event is not disturbed', async () => {
    const event = await confirmed({ crew: [{ role: 'photographer', ...made }] });
    const dutyId = event.crew[0]?.id ?? '';
    const told = await desk.client.agenda.setDutyState({ dutyId, state: 'accepted' });
    expect(told).toMatchObject({ version: event.version, revision: event.revision });
    expect(
      await desk.client.agenda.change({ id: event.id, version: event.version, note: 'bawa tangga' }),
    ).toMatchObject({
      note: 'bawa tangga',
      crew: [{ state: 'accepted' }],
    });
    expect((await desk.client.agenda.history({ id: event.id }))[1]).toMatchObject({
      act: 'duty',
      changes: [{ field: 'crew', old: { state: 'assigned' }, new: { state: 'accepted' } }],
    });
  });
  it('says how far it is only for itself, or by who keeps the agenda', async () => {
    const maker = await desk.test.as('documentation');
    const other = await desk.test.as('writer');
    const event = await confirmed({ crew: [{ role: 'photographer', userId: maker.caller.userId, name: '' }] });
    const dutyId = event.crew[0]?.id ?? '';
    expect(await refusalOf(other.client.agenda.setDutyState({ dutyId, state: 'accepted' }))).toMatchObject({
      code: 'not_allowed',
    });
    expect((await maker.client.agenda.setDutyState({ dutyId, state: 'accepted' })).crew[0]?.state).toBe('accepted');
    expect((await desk.client.agenda.setDutyState({ dutyId, state: 'done' })).crew[0]?.state).toBe('done');
  });
  it('is not on site before the day of the event, except by the word of who keeps the agenda', async () => {
    const maker = await desk.test.as('documentation');
    const crew = [{ role: 'photographer', userId: maker.caller.userId, name: '' }] as const;
    const event = await confirmed({ start: '2025-11-22T08:00', end: null, crew: [...crew] });
    const dutyId = event.crew[0]?.id ?? '';
    const tell = (state: 'accepted' | 'assigned' | 'on_site' | 'done') =>
      maker.client.agenda.setDutyState({ dutyId, state });
    await tell('accepted');
    for (const state of ['on_site', 'done'] as const)
      expect(await refusalOf(tell(state))).toMatchObject({ code: 'duty_too_early', params: { day: '2025-11-22' } });
    await desk.client.agenda.setDutyState({ dutyId, state: 'done' });
    // back is always open
    expect((await tell('accepted')).crew[0]?.state).toBe('accepted');
    // 00.00 at the event
    desk.test.clock.set('2025-11-21T16:00:00.000Z');
    // and on it goes step by step
    expect(await refusalOf(tell('done'))).toMatchObject({ code: 'state_not_possible', field: 'state' });
    expect((await tell('on_site')).crew[0]?.state).toBe('on_site');
  });
  it('has a list of its own duties: to come, and what still waits for material', async () => {
    const maker = await desk.test.as('documentation');
    const crew = [{ role: 'photographer', userId: maker.caller.userId, name: '' }] as const;
    const old = await confirmed({ title: 'Lama', start: '2025-10-01T08:00', end: null, crew: [...crew] });
    const waits = await confirmed({ title: 'Menunggu bahan', start: '2025-11-15T08:00', end: null, crew: [...crew] });
    const done = await confirmed({ title: 'Beres', start: '2025-11-16T08:00', end: null, crew: [...crew] });
    await confirmed({ title: 'Nanti', start: '2025-11-25T08:00', end: null, crew: [...crew] });
    await confirmed({ title: 'Bukan tugasnya', start: '2025-11-25T09:00', end: null });
    await desk.client.agenda.setDutyState({ dutyId: done.crew[0]?.id ?? '', state: 'done' });
    const mine = await maker.client.agenda.myDuties();
    expect(mine.map(({ event }) => event.title)).toEqual(['Menunggu bahan', 'Nanti']);
    expect(mine[0]?.duty.id).toBe(waits.crew[0]?.id);
    expect(old.crew).toHaveLength(1);
  });
});

describe('the parts of an event', () => {
  it('are kept as they were said, and changed one by one', async () => {
    const official = await desk.leader('I Gusti Ngurah Jaya Negara', 'Wali Kota');
    const parts = {
      transitRoom: 'Ruang VIP',
      protocolOfficer: { name: 'Wayan Eka', phone: '0812-3456-7890' },
      contact: { name: 'Bu Sri', phone: '0361 223344' },
      speech: { needed: true, officialId: official.id, speaker: '' },
      rundown: [
        { clock: '08:00', what: 'Pembukaan' },
        { clock: null, what: 'Doa' },
      ],
      requiredPhotos: ['Pemotongan pita'],
      visit: {
        delegation: 'DPRD Kab. Badung',
        size: 25,
        receiverId: official.id,
        receiverName: '',
        topics: 'Smart city',
        souvenir: 'Kain endek',
      },
    };
    const event = await confirmed({ ...parts });
    expect(await desk.client.agenda.get({ id: event.id })).toMatchObject(parts);
    const changed = await desk.client.agenda.change({ id: event.id, version: 1, visit: null, transitRoom: 'Ruang B' });
    expect(changed).toMatchObject({ ...parts, visit: null, transitRoom: 'Ruang B', revision: 1 });
  });
  it('name only officials that the register has', async () => {
    const speech = { needed: true, officialId: '01JD0000000000000000000000', speaker: '' };
    expect(await refusalOf(confirmed({ speech }))).toMatchObject({ code: 'not_found', field: 'speech.officialId' });
  });
});
