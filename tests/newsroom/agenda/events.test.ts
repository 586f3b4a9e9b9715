import { describe, expect, it } from 'vitest';
import { agendaDesk, answerOf, refusalOf } from '../../builders/agenda-desk.ts';

const desk = agendaDesk();
const { leader, confirmed } = desk;

describe('an event', () => {
  it('keeps local time and zone, and knows its instant', async () => {
    const event = await confirmed({ zone: 'Asia/Jakarta' });
    expect(event).toMatchObject({ startsAt: '2025-11-20T01:00:00.000Z', day: '2025-11-20', revision: 1, version: 1 });
    expect(await desk.client.agenda.get({ id: event.id })).toEqual(event);
  });
  it('refuses an end before its start at the field, and an end makes the open end untrue', async () => {
    expect(await refusalOf(confirmed({ end: '2025-11-20T07:00' }))).toMatchObject({
      code: 'end_before_start',
      field: 'end',
    });
    expect(await confirmed({ openEnd: true })).toMatchObject({ openEnd: false });
    expect(await confirmed({ openEnd: true, end: null })).toMatchObject({ openEnd: true, end: null });
  });
  it('has several leaders; who is represented needs somebody, of the register or by name', async () => {
    const [mayor, deputy] = [
      await leader('I Gusti Ngurah Jaya Negara', 'Wali Kota'),
      await leader('I Kadek Agus', 'Wakil Wali Kota'),
    ];
    const missing = confirmed({ attendance: [answerOf(mayor.id), answerOf(deputy.id, { answer: 'delegated' })] });
    expect(await refusalOf(missing)).toMatchObject({ code: 'delegate_needed', field: 'attendance.1.delegateName' });
    const event = await confirmed({
      attendance: [
        answerOf(mayor.id, { answer: 'delegated', delegateId: deputy.id }),
        answerOf(deputy.id, { answer: 'attends', delegateName: 'lama' }),
      ],
    });
    expect(event.attendance).toEqual([
      answerOf(mayor.id, { answer: 'delegated', delegateId: deputy.id }),
      answerOf(deputy.id, { answer: 'attends' }),
    ]);
  });
  it('refuses a leader that the register does not have', async () => {
    const unknown = confirmed({ attendance: [answerOf('01JD0000000000000000000000')] });
    expect(await refusalOf(unknown)).toMatchObject({ code: 'not_found', field: 'attendance.0' });
  });
});

describe('a change', () => {
  it('before confirmation needs no reason and makes no revision', async () => {
    const event = await confirmed({ state: 'tentative' });
    const changed = await desk.client.agenda.change({ id: event.id, version: 1, venue: 'Gedung Lain' });
    expect(changed).toMatchObject({ venue: 'Gedung Lain', version: 2, revision: 0 });
  });
  it('after confirmation needs a reason and makes the next revision', async () => {
    const event = await confirmed();
    const wanted = { id: event.id, version: 1, start: '2025-11-20T09:30' };
    expect(await refusalOf(desk.client.agenda.change(wanted))).toMatchObject({
      code: 'reason_needed',
      field: 'reason',
    });
    const changed = await desk.client.agenda.change({ ...wanted, reason: 'menyesuaikan kedatangan undangan' });
    expect(changed).toMatchObject({ startsAt: '2025-11-20T01:30:00.000Z', version: 2, revision: 2 });
    const [last] = await desk.client.agenda.history({ id: event.id });
    expect(last).toMatchObject({
      userName: 'Ayu Lestari',
      revision: 2,
      reason: 'menyesuaikan kedatangan undangan',
      changes: [{ field: 'start', old: '2025-11-20T08:00', new: '2025-11-20T09:30' }],
    });
  });
  it('of the note needs no reason', async () => {
    const event = await confirmed();
    expect(await desk.client.agenda.change({ id: event.id, version: 1, note: 'Bawa map' })).toMatchObject({
      version: 2,
      revision: 1,
    });
  });
  it('by two people: the second is told and nothing is lost', async () => {
    const event = await confirmed();
    await desk.client.agenda.change({ id: event.id, version: 1, note: 'satu' });
    expect(await refusalOf(desk.client.agenda.change({ id: event.id, version: 1, note: 'dua' }))).toMatchObject({
      code: 'changed_meanwhile',
    });
    expect((await desk.client.agenda.get({ id: event.id })).note).toBe('satu');
  });
  it('that changes nothing leaves no trace', async () => {
    const event = await confirmed();
    expect(await desk.client.agenda.change({ id: event.id, version: 1, venue: event.venue })).toEqual(event);
    expect(await desk.client.agenda.history({ id: event.id })).toHaveLength(1);
  });
  it('is in the audit trail and told to the pages', async () => {
    const event = await confirmed();
    expect(desk.test.happenings).toContainEqual({ kind: 'agenda.changed', eventIds: [event.id] });
    const lines = await desk.client.audit.list({ subjectKind: 'event', subjectId: event.id, limit: 10 });
    expect(lines.map((line) => line.act)).toEqual(['agenda.added']);
    expect((await desk.client.audit.verify()).brokenAt).toBeNull();
  });
});

describe('attendance', () => {
  it('represented makes a revision, coming as expected does not', async () => {
    const mayor = await leader('Jaya Negara', 'Wali Kota');
    const event = await confirmed({ attendance: [answerOf(mayor.id)] });
    const comes = await desk.client.agenda.setAttendance({
      id: event.id,
      version: 1,
      ...answerOf(mayor.id, { answer: 'attends' }),
    });
    expect(comes).toMatchObject({ version: 2, revision: 1 });
    const sent = await desk.client.agenda.setAttendance({
      id: event.id,
      version: 2,
      ...answerOf(mayor.id, {
        answer: 'delegated',
        delegateName: 'Kadis Perpustakaan',
        instruction: 'bacakan sambutan',
      }),
    });
    expect(sent).toMatchObject({ version: 3, revision: 2 });
    expect(sent.attendance[0]).toMatchObject({ delegateName: 'Kadis Perpustakaan', instruction: 'bacakan sambutan' });
  });
});

describe('states', () => {
  it('confirming makes revision 1', async () => {
    const event = await confirmed({ state: 'proposed' });
    expect(await desk.client.agenda.setState({ id: event.id, version: 1, state: 'confirmed' })).toMatchObject({
      state: 'confirmed',
      revision: 1,
    });
  });
  it('postponing and cancelling need a reason', async () => {
    const event = await confirmed();
    const cancel = { id: event.id, version: 1, state: 'cancelled' as const };
    expect(await refusalOf(desk.client.agenda.setState(cancel))).toMatchObject({
      code: 'reason_needed',
      field: 'reason',
    });
    const gone = await desk.client.agenda.setState({ ...cancel, reason: 'hujan lebat' });
    expect(gone).toMatchObject({ state: 'cancelled', stateReason: 'hujan lebat', revision: 2 });
    const back = await desk.client.agenda.setState({ id: event.id, version: 2, state: 'confirmed' });
    expect(back).toMatchObject({ state: 'confirmed', stateReason: null, revision: 3 });
  });
  it('postponing can bring the new start; the end moves along', async () => {
    const event = await confirmed();
    const moved = await desk.client.agenda.setState({
      id: event.id,
      version: 1,
      state: 'postponed',
      reason: 'rapat kabinet',
      start: '2025-11-27T08:30',
    });
    expect(moved).toMatchObject({
      state: 'postponed',
      start: '2025-11-27T08:30',
      end: '2025-11-27T10:00',
      day: '2025-11-27',
    });
    // an afternoon that becomes a morning is no whole day, and a fair of three days stays one of three
    const put = async (more: object, start: string) => {
      const { id } = await confirmed({ venue: '', ...more });
      const postponed = { id, version: 1, state: 'postponed' as const, reason: 'rapat kabinet', start };
      return (await desk.client.agenda.setState(postponed)).end;
    };
    const afternoon = { start: '2025-11-20T13:00', end: '2025-11-20T14:00' };
    expect(await put(afternoon, '2025-11-21T09:00')).toBe('2025-11-21T10:00');
    expect(await put({ start: '2025-11-20T08:00', end: '2025-11-22T17:00' }, '2025-12-01T09:00')).toBe(
      '2025-12-03T18:00',
    );
    expect(await put({ ...afternoon, start: '2025-11-20T12:00' }, '2025-11-21T15:00')).toBeNull();
  });
  it('what is done cannot be cancelled', async () => {
    const event = await confirmed();
    await desk.client.agenda.setState({ id: event.id, version: 1, state: 'done' });
    const cancel = desk.client.agenda.setState({ id: event.id, version: 2, state: 'cancelled', reason: 'x' });
    expect(await refusalOf(cancel)).toMatchObject({ code: 'state_not_possible', field: 'state' });
  });
});

describe('who sees what', () => {
  it('an observer does not see closed events anywhere', async () => {
    const open = await confirmed();
    const closed = await confirmed({ title: 'Rapat Tertutup', pressAccess: 'closed' });
    const observer = (await desk.test.as('observer')).client;
    const day = { from: '2025-11-20', to: '2025-11-20' };
    expect((await observer.agenda.list(day)).map((event) => event.id)).toEqual([open.id]);
    expect(await refusalOf(observer.agenda.get({ id: closed.id }))).toMatchObject({ code: 'not_found' });
    expect(await refusalOf(observer.agenda.history({ id: closed.id }))).toMatchObject({ code: 'not_found' });
    const shared = await observer.agenda.shareText({
      kind: 'day',
      day: '2025-11-20',
      style: 'rich',
      edition: 'internal',
    });
    expect(shared.text).not.toMatch(/Tertutup|Batik/);
    expect((await (await desk.test.as('observer', 'writer')).client.agenda.list(day)).length).toBe(2);
  });
  it('a writer reads and does not write', async () => {
    const event = await confirmed();
    const writer = (await desk.test.as('writer')).client;
    expect(await refusalOf(writer.agenda.change({ id: event.id, version: 1, note: 'x' }))).toMatchObject({
      code: 'not_allowed',
    });
  });
});

describe('the list', () => {
  it('finds by days, leader, need of a release and words, in the order of instants', async () => {
    const mayor = await leader('Jaya Negara', 'Wali Kota');
    const late = await confirmed({
      title: 'Rapat di Jakarta',
      start: '2025-11-20T08:30',
      zone: 'Asia/Jakarta',
      end: null,
    });
    const early = await confirmed({
      title: 'Apel',
      start: '2025-11-20T09:00',
      end: null,
      releaseNeeded: true,
      attendance: [answerOf(mayor.id)],
    });
    await confirmed({ start: '2025-11-21T08:00', end: null });
    const ids = async (more: object) =>
      (await desk.client.agenda.list({ from: '2025-11-20', to: '2025-11-20', ...more })).map((event) => event.id);
    expect(await ids({})).toEqual([early.id, late.id]);
    expect(await ids({ leaderId: mayor.id })).toEqual([early.id]);
    expect(await ids({ releaseNeeded: true })).toEqual([early.id]);
    expect(await ids({ text: 'jakarta RAPAT' })).toEqual([late.id]);
    expect(await ids({ text: '100%' })).toEqual([]);
  });
});

describe('an official who is gone', () => {
  it('stays readable in old events, their texts and their history, and is not offered any more', async () => {
    const mayor = await leader('I Gusti Ngurah Jaya Negara', 'Wali Kota');
    const event = await confirmed({
      attendance: [answerOf(mayor.id)],
      speech: { needed: true, officialId: mayor.id, speaker: '' },
    });
    await desk.client.register.changeOfficial({ id: mayor.id, active: false });
    const kept = await desk.client.agenda.get({ id: event.id });
    expect(kept.attendance).toEqual([answerOf(mayor.id)]);
    const officials = await desk.client.register.officials({});
    expect(officials.find((one) => one.id === mayor.id)).toMatchObject({ shortPosition: 'Wali Kota', active: false });
    const told = await desk.client.agenda.shareText({
      kind: 'event',
      id: event.id,
      style: 'plain',
      edition: 'internal',
    });
    expect(told.text).toContain('WALI KOTA');
    // and the event can still be changed
    await desk.client.agenda.change({ id: event.id, version: event.version, note: 'arsip' });
    // nothing pasted from now on means them
    const reading = await desk.client.agenda.readText({ text: 'Kamis, 20 November 2025\nWALI KOTA\n1. 08.00 Rapat' });
    expect(reading.proposals[0]?.leaders[0]?.officialId).toBeNull();
  });
});
