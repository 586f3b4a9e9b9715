import { readFileSync } from 'node:fs';
import { ORPCError } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AcceptedProposal } from '../../../src-main/contract/agenda.ts';
import type { Attendance, Event } from '../../../src-main/contract/agenda-nouns.ts';
import type { Proposal } from '../../../src-main/contract/agenda-reading.ts';
import { type Client, type TestCore, testCore } from '../../builders/core.ts';

let test: TestCore;
let client: Client;
beforeEach(async () => {
  test = await testCore();
  client = test.first.client;
});
afterEach(() => test.end());

/** The refusal of a call that must be refused. */
async function refusal(call: Promise<unknown>): Promise<{ code: string; field?: string }> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ORPCError);
  return (error as ORPCError<string, { code: string; field?: string }>).data;
}

async function leader(name: string, shortPosition: string) {
  return client.register.addOfficial({ name, shortPosition, position: `${shortPosition} Denpasar`, leader: true });
}

const answer = (officialId: string, more: Partial<Attendance> = {}): Attendance => ({
  officialId,
  answer: 'unknown',
  delegateId: null,
  delegateName: null,
  instruction: null,
  ...more,
});

async function confirmed(more: Partial<Parameters<Client['agenda']['add']>[0]> = {}): Promise<Event> {
  return client.agenda.add({
    title: 'Pembukaan Pekan Literasi',
    start: '2025-11-20T08:00',
    end: '2025-11-20T10:00',
    zone: 'Asia/Makassar',
    venue: 'Graha Sewaka Dharma',
    organizer: 'Dinas Perpustakaan',
    dressCode: 'Batik',
    state: 'confirmed',
    ...more,
  });
}

describe('an event', () => {
  it('keeps local time and zone, and knows its instant', async () => {
    const event = await confirmed({ zone: 'Asia/Jakarta' });
    expect(event).toMatchObject({ startsAt: '2025-11-20T01:00:00.000Z', day: '2025-11-20', revision: 1, version: 1 });
    expect(await client.agenda.get({ id: event.id })).toEqual(event);
  });
  it('refuses an end before its start at the field, and an end makes the open end untrue', async () => {
    expect(await refusal(confirmed({ end: '2025-11-20T07:00' }))).toMatchObject({
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
    const missing = confirmed({ attendance: [answer(mayor.id), answer(deputy.id, { answer: 'delegated' })] });
    expect(await refusal(missing)).toMatchObject({ code: 'delegate_needed', field: 'attendance.1.delegateName' });
    const event = await confirmed({
      attendance: [
        answer(mayor.id, { answer: 'delegated', delegateId: deputy.id }),
        answer(deputy.id, { answer: 'attends', delegateName: 'lama' }),
      ],
    });
    expect(event.attendance).toEqual([
      answer(mayor.id, { answer: 'delegated', delegateId: deputy.id }),
      answer(deputy.id, { answer: 'attends' }),
    ]);
  });
  it('refuses a leader that the register does not have', async () => {
    const unknown = confirmed({ attendance: [answer('01JD0000000000000000000000')] });
    expect(await refusal(unknown)).toMatchObject({ code: 'not_found', field: 'attendance.0' });
  });
});

describe('a change', () => {
  it('before confirmation needs no reason and makes no revision', async () => {
    const event = await confirmed({ state: 'tentative' });
    const changed = await client.agenda.change({ id: event.id, version: 1, venue: 'Gedung Lain' });
    expect(changed).toMatchObject({ venue: 'Gedung Lain', version: 2, revision: 0 });
  });
  it('after confirmation needs a reason and makes the next revision', async () => {
    const event = await confirmed();
    const wanted = { id: event.id, version: 1, start: '2025-11-20T09:30' };
    expect(await refusal(client.agenda.change(wanted))).toMatchObject({ code: 'reason_needed', field: 'reason' });
    const changed = await client.agenda.change({ ...wanted, reason: 'menyesuaikan kedatangan undangan' });
    expect(changed).toMatchObject({ startsAt: '2025-11-20T01:30:00.000Z', version: 2, revision: 2 });
    const [last] = await client.agenda.history({ id: event.id });
    expect(last).toMatchObject({
      userName: 'Ayu Lestari',
      revision: 2,
      reason: 'menyesuaikan kedatangan undangan',
      changes: [{ field: 'start', old: '2025-11-20T08:00', new: '2025-11-20T09:30' }],
    });
  });
  it('of the note needs no reason', async () => {
    const event = await confirmed();
    expect(await client.agenda.change({ id: event.id, version: 1, note: 'Bawa map' })).toMatchObject({
      version: 2,
      revision: 1,
    });
  });
  it('by two people: the second is told and nothing is lost', async () => {
    const event = await confirmed();
    await client.agenda.change({ id: event.id, version: 1, note: 'satu' });
    expect(await refusal(client.agenda.change({ id: event.id, version: 1, note: 'dua' }))).toMatchObject({
      code: 'changed_meanwhile',
    });
    expect((await client.agenda.get({ id: event.id })).note).toBe('satu');
  });
  it('that changes nothing leaves no trace', async () => {
    const event = await confirmed();
    expect(await client.agenda.change({ id: event.id, version: 1, venue: event.venue })).toEqual(event);
    expect(await client.agenda.history({ id: event.id })).toHaveLength(1);
  });
  it('is in the audit trail and told to the pages', async () => {
    const event = await confirmed();
    expect(test.happenings).toContainEqual({ kind: 'agenda.changed', eventIds: [event.id] });
    const lines = await client.audit.list({ subjectKind: 'event', subjectId: event.id, limit: 10 });
    expect(lines.map((line) => line.act)).toEqual(['agenda.added']);
    expect((await client.audit.verify()).brokenAt).toBeNull();
  });
});

describe('attendance', () => {
  it('represented makes a revision, coming as expected does not', async () => {
    const mayor = await leader('Jaya Negara', 'Wali Kota');
    const event = await confirmed({ attendance: [answer(mayor.id)] });
    const comes = await client.agenda.setAttendance({
      id: event.id,
      version: 1,
      ...answer(mayor.id, { answer: 'attends' }),
    });
    expect(comes).toMatchObject({ version: 2, revision: 1 });
    const sent = await client.agenda.setAttendance({
      id: event.id,
      version: 2,
      ...answer(mayor.id, { answer: 'delegated', delegateName: 'Kadis Perpustakaan', instruction: 'bacakan sambutan' }),
    });
    expect(sent).toMatchObject({ version: 3, revision: 2 });
    expect(sent.attendance[0]).toMatchObject({ delegateName: 'Kadis Perpustakaan', instruction: 'bacakan sambutan' });
  });
});

describe('states', () => {
  it('confirming makes revision 1', async () => {
    const event = await confirmed({ state: 'proposed' });
    expect(await client.agenda.setState({ id: event.id, version: 1, state: 'confirmed' })).toMatchObject({
      state: 'confirmed',
      revision: 1,
    });
  });
  it('postponing and cancelling need a reason', async () => {
    const event = await confirmed();
    const cancel = { id: event.id, version: 1, state: 'cancelled' as const };
    expect(await refusal(client.agenda.setState(cancel))).toMatchObject({ code: 'reason_needed', field: 'reason' });
    const gone = await client.agenda.setState({ ...cancel, reason: 'hujan lebat' });
    expect(gone).toMatchObject({ state: 'cancelled', stateReason: 'hujan lebat', revision: 2 });
    const back = await client.agenda.setState({ id: event.id, version: 2, state: 'confirmed' });
    expect(back).toMatchObject({ state: 'confirmed', stateReason: null, revision: 3 });
  });
  it('postponing can bring the new start; the end moves along', async () => {
    const event = await confirmed();
    const moved = await client.agenda.setState({
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
  });
  it('what is done cannot be cancelled', async () => {
    const event = await confirmed();
    await client.agenda.setState({ id: event.id, version: 1, state: 'done' });
    const cancel = client.agenda.setState({ id: event.id, version: 2, state: 'cancelled', reason: 'x' });
    expect(await refusal(cancel)).toMatchObject({ code: 'state_not_possible', field: 'state' });
  });
});

describe('who sees what', () => {
  it('an observer does not see closed events anywhere', async () => {
    const open = await confirmed();
    const closed = await confirmed({ title: 'Rapat Tertutup', pressAccess: 'closed' });
    const observer = (await test.as('observer')).client;
    const day = { from: '2025-11-20', to: '2025-11-20' };
    expect((await observer.agenda.list(day)).map((event) => event.id)).toEqual([open.id]);
    expect(await refusal(observer.agenda.get({ id: closed.id }))).toMatchObject({ code: 'not_found' });
    expect(await refusal(observer.agenda.history({ id: closed.id }))).toMatchObject({ code: 'not_found' });
    const shared = await observer.agenda.shareText({
      kind: 'day',
      day: '2025-11-20',
      style: 'rich',
      edition: 'internal',
    });
    expect(shared.text).not.toMatch(/Tertutup|Batik/);
    expect((await (await test.as('observer', 'writer')).client.agenda.list(day)).length).toBe(2);
  });
  it('a writer reads and does not write', async () => {
    const event = await confirmed();
    const writer = (await test.as('writer')).client;
    expect(await refusal(writer.agenda.change({ id: event.id, version: 1, note: 'x' }))).toMatchObject({
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
      attendance: [answer(mayor.id)],
    });
    await confirmed({ start: '2025-11-21T08:00', end: null });
    const ids = async (more: object) =>
      (await client.agenda.list({ from: '2025-11-20', to: '2025-11-20', ...more })).map((event) => event.id);
    expect(await ids({})).toEqual([early.id, late.id]);
    expect(await ids({ leaderId: mayor.id })).toEqual([early.id]);
    expect(await ids({ releaseNeeded: true })).toEqual([early.id]);
    expect(await ids({ text: 'jakarta RAPAT' })).toEqual([late.id]);
    expect(await ids({ text: '100%' })).toEqual([]);
  });
});

/** The proposal as it stands, accepted without a correction. */
function asRead(proposal: Proposal): AcceptedProposal {
  const start = `${proposal.day?.value}T${proposal.startClock?.value}`;
  return {
    key: proposal.key,
    kind: proposal.kind?.value ?? 'lainnya',
    title: proposal.title?.value ?? '',
    start,
    end: proposal.endClock ? `${proposal.day?.value}T${proposal.endClock.value}` : null,
    openEnd: proposal.openEnd?.value ?? false,
    zone: proposal.zone.value,
    venue: proposal.venue?.value ?? '',
    organizer: proposal.organizer?.value ?? '',
    dressCode: proposal.dressCode?.value ?? '',
    companions: proposal.companions?.value ?? '',
    note: proposal.note?.value ?? '',
    pressAccess: proposal.pressAccess?.value ?? 'open',
    releaseNeeded: proposal.releaseNeeded?.value ?? false,
    state: 'confirmed',
    attendance: proposal.leaders.map((one) => ({
      officialId: one.officialId,
      called: one.called,
      answer: one.answer,
      delegateId: one.delegateId,
      delegateName: one.delegateName,
      instruction: null,
    })),
  };
}

describe('pasting an agenda', () => {
  const text = readFileSync('tests/fixtures/agenda/01-whatsapp-one-day.txt', 'utf8');

  it('makes events and proposes the leaders; undo takes exactly that back', async () => {
    const reading = await client.agenda.readText({ text });
    const accepted = await client.agenda.accept({ proposals: reading.proposals.map(asRead) });
    expect(accepted.events).toHaveLength(2);
    expect(accepted.officials).toMatchObject([{ shortPosition: 'Wali Kota', confirmed: false, leader: true }]);
    const events = await client.agenda.list({ from: '2025-11-20', to: '2025-11-20' });
    expect(events[1]?.attendance).toMatchObject([{ answer: 'delegated', delegateName: 'Sekda' }]);
    const undone = await client.agenda.undoAccept(accepted);
    expect(undone).toMatchObject({ kept: [], removed: accepted.events.map((event) => event.id) });
    expect(await client.agenda.list({ from: '2025-11-20', to: '2025-11-20' })).toEqual([]);
    expect(await client.register.officials({})).toEqual([]);
  });
  it('undo leaves alone what somebody has changed since', async () => {
    const accepted = await client.agenda.accept({
      proposals: (await client.agenda.readText({ text })).proposals.map(asRead),
    });
    const first = accepted.events[0]?.id ?? '';
    await client.agenda.change({ id: first, version: 1, note: 'sudah dicek' });
    expect((await client.agenda.undoAccept(accepted)).kept).toEqual([first]);
    expect(await client.register.officials({})).toHaveLength(1);
  });
  it('knows events it has already, and leaders from the paste before', async () => {
    await client.agenda.accept({ proposals: (await client.agenda.readText({ text })).proposals.map(asRead) });
    const again = await client.agenda.readText({ text });
    expect(again.proposals.map((proposal) => proposal.knownEventId !== null)).toEqual([true, true]);
    expect(again.newLeaders).toEqual([]);
  });
  it('is all or nothing', async () => {
    const [one, two] = (await client.agenda.readText({ text })).proposals.map(asRead) as [
      AcceptedProposal,
      AcceptedProposal,
    ];
    const call = client.agenda.accept({ proposals: [one, { ...two, end: '2025-11-20T01:00' }] });
    expect(await refusal(call)).toMatchObject({ code: 'end_before_start', field: 'proposals.1.end' });
    expect(await client.agenda.list({ from: '2025-11-20', to: '2025-11-20' })).toEqual([]);
  });
  it('the name beside the position goes to the register', async () => {
    const named = await client.agenda.readText({ text: 'BUPATI (I Wayan Adi Arnawa)\n1. 08.00 WITA Apel' });
    const { officials } = await client.agenda.accept({
      proposals: named.proposals.map(asRead),
      names: named.newLeaders,
    });
    expect(officials[0]).toMatchObject({ name: 'I Wayan Adi Arnawa', shortPosition: 'Bupati' });
  });
});

describe('a time as typed', () => {
  const read = (text: string, near?: string) => client.agenda.readWhen({ text, near });
  it('counts from today at the office', async () => {
    expect(await read('besok 9')).toMatchObject({ start: '2025-11-21T09:00', assumed: [] });
    expect(await read('Senin 08.00-10.00 WIB')).toMatchObject({
      start: '2025-11-24T08:00',
      end: '2025-11-24T10:00',
      zone: 'Asia/Jakarta',
    });
    expect(await read('13.30 s.d. selesai')).toMatchObject({
      start: '2025-11-20T13:30',
      openEnd: true,
      assumed: ['day'],
    });
    expect(await read('malam ini 22.00-01.00')).toMatchObject({ start: '2025-11-20T22:00', end: '2025-11-21T01:00' });
    expect(await read('entah')).toMatchObject({ start: null });
    expect(await read('31 November 09.00')).toMatchObject({ start: null });
  });
  it('keeps the day or the hour that the event has', async () => {
    expect(await read('10.30', '2025-11-25T08:00')).toMatchObject({ start: '2025-11-25T10:30', assumed: [] });
    expect(await read('besok', '2025-11-25T08:00')).toMatchObject({ start: '2025-11-21T08:00' });
  });
});

describe('text for WhatsApp', () => {
  const day = { kind: 'day', day: '2025-11-20', style: 'rich', edition: 'internal' } as const;
  it('of a day reads back as what it was made from', async () => {
    const mayor = await leader('Jaya Negara', 'Wali Kota');
    await confirmed({ attendance: [answer(mayor.id)], note: 'Sambutan: ya\nBawa map' });
    await confirmed({
      title: 'Rapat Paripurna',
      start: '2025-11-20T13:30',
      end: null,
      openEnd: true,
      attendance: [answer(mayor.id, { answer: 'delegated', delegateName: 'Sekda' })],
    });
    const shared = await client.agenda.shareText(day);
    expect(shared.text).toMatchInlineSnapshot(`
      "*AGENDA PIMPINAN*
      *Kamis, 20 November 2025*

      *WALI KOTA*
      1. *08.00–10.00 WITA* | Pembukaan Pekan Literasi
         📍 Graha Sewaka Dharma
         🏛 Dinas Perpustakaan
         👔 Batik
         📝 Catatan: Sambutan: ya; Bawa map
      2. *13.30 WITA – selesai* | Rapat Paripurna
         📍 Graha Sewaka Dharma
         🏛 Dinas Perpustakaan
         👔 Batik
         ➡ Diwakili: Sekda

      _Rev. 1 • 20/11/2025 08.00 WITA_"
    `);
    const reading = await client.agenda.readText({ text: `${shared.greeting}\n\n${shared.text}` });
    expect(reading.notUnderstood).toEqual([]);
    expect(
      reading.proposals.map((proposal) => [
        proposal.title?.value,
        proposal.startClock?.value,
        proposal.venue?.value,
        proposal.leaders[0]?.answer,
      ]),
    ).toEqual([
      ['Pembukaan Pekan Literasi', '08:00', 'Graha Sewaka Dharma', 'unknown'],
      ['Rapat Paripurna', '13:30', 'Graha Sewaka Dharma', 'delegated'],
    ]);
    expect(reading.proposals.every((proposal) => proposal.knownEventId !== null)).toBe(true);
  });
  it('of a day without anything says so', async () => {
    expect((await client.agenda.shareText(day)).text).toContain('Tidak ada agenda pada tanggal ini.');
  });
  it('the public edition has no closed event, number, dress or note', async () => {
    await confirmed({
      venue: 'Graha Sewaka Dharma (HP 0812-3456-7890)',
      note: 'rahasia 081 234 567 890',
      organizer: 'Dinas +62 812 3456 7890',
    });
    await confirmed({ title: 'Rapat Tertutup', pressAccess: 'closed' });
    const shared = await client.agenda.shareText({ ...day, edition: 'public' });
    expect(shared).toMatchObject({ events: 1, leftOut: 1 });
    expect(shared.text).not.toMatch(/Tertutup|rahasia|Batik|\d{4}[\s-]?\d{4}/);
    expect(shared.text).toContain('Graha Sewaka Dharma');
  });
  it('plain has neither marks nor emoji', async () => {
    await confirmed();
    const { text } = await client.agenda.shareText({ ...day, style: 'plain' });
    expect(text).not.toMatch(/[*_~]|\p{Extended_Pictographic}/u);
    expect(text).toContain('Tempat: Graha Sewaka Dharma');
  });
  it('of a changed event is the change notice', async () => {
    const mayor = await leader('Jaya Negara', 'Wali Kota');
    const event = await confirmed({ attendance: [answer(mayor.id)] });
    const share = { kind: 'event', id: event.id, style: 'rich', edition: 'internal' } as const;
    expect((await client.agenda.shareText(share)).notice).toBe('event');
    await client.agenda.change({
      id: event.id,
      version: 1,
      start: '2025-11-20T09:30',
      end: null,
      reason: 'menyesuaikan kedatangan undangan',
    });
    const changed = await client.agenda.shareText(share);
    expect(changed.notice).toBe('changed');
    expect(changed.text).toMatchInlineSnapshot(`
      "*PERUBAHAN AGENDA (Rev. 2)*
      Kamis, 20 November 2025 – Wali Kota
      Pembukaan Pekan Literasi
      Waktu: ~08.00–10.00 WITA~ → *09.30 WITA*
      Tempat: tetap
      Sebab: menyesuaikan kedatangan undangan"
    `);
    await client.agenda.setState({ id: event.id, version: 2, state: 'cancelled', reason: 'hujan lebat' });
    const gone = await client.agenda.shareText(share);
    expect(gone.notice).toBe('cancelled');
    expect(gone.text).toMatchInlineSnapshot(`
      "*BATAL*
      Kamis, 20 November 2025 – Wali Kota
      Pembukaan Pekan Literasi
      Waktu: ~09.30 WITA~
      Sebab: hujan lebat"
    `);
  });
  it('of a postponed event tells the new time, or that it follows', async () => {
    const event = await confirmed();
    const share = { kind: 'event', id: event.id, style: 'plain', edition: 'internal' } as const;
    await client.agenda.setState({ id: event.id, version: 1, state: 'postponed', reason: 'rapat kabinet' });
    expect((await client.agenda.shareText(share)).text).toContain('Waktu baru: menyusul');
    const english = await client.agenda.shareText({ ...share, language: 'en' });
    expect(english.text).toContain('POSTPONED');
  });
});
