import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type AcceptedProposal, acceptedProposalSchema } from '../../../src-main/contract/agenda-accept.ts';
import type { Proposal } from '../../../src-main/contract/agenda-reading.ts';
import { done } from '../../../src-main/newsroom/outcome.ts';
import { agendaDesk, refusalOf } from '../../builders/agenda-desk.ts';
import { addPhoto } from '../../builders/draft.ts';

const desk = agendaDesk();

/** The proposal as it stands, accepted without a correction. */
function asRead(proposal: Proposal): AcceptedProposal {
  const start = `${proposal.day?.value}T${proposal.startClock?.value}`;
  return acceptedProposalSchema.parse({
    key: proposal.key,
    kind: proposal.kind?.value ?? 'lainnya',
    title: proposal.title?.value ?? '',
    start,
    end: proposal.endClock && proposal.endDay ? `${proposal.endDay}T${proposal.endClock.value}` : null,
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
  });
}

describe('pasting an agenda', () => {
  const text = readFileSync('tests/fixtures/agenda/01-whatsapp-one-day.txt', 'utf8');

  it('makes events and proposes the leaders; undo takes exactly that back', async () => {
    const reading = await desk.client.agenda.readText({ text });
    const accepted = await desk.client.agenda.accept({ proposals: reading.proposals.map(asRead) });
    expect(accepted.events).toHaveLength(2);
    const [, standIn] = accepted.officials;
    expect(accepted.officials).toMatchObject([
      { shortPosition: 'Wali Kota', confirmed: false, leader: true },
      { shortPosition: 'Sekda', confirmed: false, leader: false },
    ]);
    const events = await desk.client.agenda.list({ from: '2025-11-20', to: '2025-11-20' });
    expect(events[1]?.attendance).toMatchObject([{ answer: 'delegated', delegateId: standIn?.id, delegateName: null }]);
    const undone = await desk.client.agenda.undoAccept(accepted);
    expect(undone).toMatchObject({ kept: [], removed: accepted.events.map((event) => event.id) });
    expect(await desk.client.agenda.list({ from: '2025-11-20', to: '2025-11-20' })).toEqual([]);
    expect(await desk.client.register.officials({})).toEqual([]);
  });
  it('undo leaves alone what somebody has changed since', async () => {
    const accepted = await desk.client.agenda.accept({
      proposals: (await desk.client.agenda.readText({ text })).proposals.map(asRead),
    });
    const first = accepted.events[0]?.id ?? '';
    await desk.client.agenda.change({ id: first, version: 1, note: 'sudah dicek' });
    expect((await desk.client.agenda.undoAccept(accepted)).kept).toEqual([first]);
    // The first event names the leader only; who stands in for the second goes with it.
    expect(await desk.client.register.officials({})).toMatchObject([{ shortPosition: 'Wali Kota' }]);
  });
  it('proposes who stands in by position, once, and leaves a name or several people as told', async () => {
    const lines = ['Sekda', 'Bpk. Sekretaris Daerah', 'Kadis Perpustakaan', 'Ayu Lestari', 'Asisten I dan Asisten II'];
    const pasted = `20 November 2025\nWALI KOTA\n${lines.map((who, n) => `${n + 1}. 0${n + 4}.00 WITA | Rapat ${n}\n   Diwakili: ${who}`).join('\n')}`;
    const { proposals } = await desk.client.agenda.readText({ text: `${pasted}\nSEKDA\n6. 15.00 WITA | Apel` });
    const { officials } = await desk.client.agenda.accept({ proposals: proposals.map(asRead) });
    expect(officials.map(({ shortPosition, leader }) => [shortPosition, leader])).toEqual([
      ['Wali Kota', true],
      ['Sekda', true],
      ['Kadis Perpustakaan', false],
    ]);
    const events = await desk.client.agenda.list({ from: '2025-11-20', to: '2025-11-20' });
    const [, sekda, kadis] = officials.map((official) => official.id);
    const told = events.map(({ attendance: [one] }) => one?.delegateId ?? one?.delegateName ?? null);
    expect(told).toEqual([sekda, sekda, kadis, 'Ayu Lestari', 'Asisten I dan Asisten II', null]);
  });
  it("undo takes back one's own accepting only, and only for a quarter of an hour", async () => {
    const byHand = await desk.confirmed();
    const official = await desk.client.register.addOfficial({ name: 'Dari Tangan' });
    const other = await desk.test.as('protocol');
    const proposals = (await desk.client.agenda.readText({ text })).proposals.map(asRead);
    const accepted = await desk.client.agenda.accept({ proposals });
    const ids = accepted.events.map((event) => event.id);
    // an event of months ago, whoever asks
    const { version } = byHand;
    const foreign = { events: [{ key: 'x', id: byHand.id, version }], officialIds: [official.id] };
    expect(await desk.client.agenda.undoAccept(foreign)).toMatchObject({ removed: [], kept: [byHand.id] });
    expect((await desk.client.agenda.get({ id: byHand.id })).version).toBe(version);
    expect((await desk.client.register.officials({})).map((one) => one.id)).toContain(official.id);
    // somebody else's
    expect(await other.client.agenda.undoAccept(accepted)).toMatchObject({ removed: [], kept: ids });
    desk.test.clock.move({ minutes: 16 });
    expect(await desk.client.agenda.undoAccept(accepted)).toMatchObject({ removed: [], kept: ids });
    // and the day after another accepting forgets what may not be undone any more
    const again = await desk.client.agenda.accept({ proposals });
    expect((await desk.client.agenda.undoAccept(again)).removed).toHaveLength(again.events.length);
    expect(await desk.client.agenda.undoAccept(accepted)).toMatchObject({ removed: [], kept: ids });
  });
  it('undo leaves an event for which photos are coming or have come', async () => {
    const accepted = await desk.client.agenda.accept({
      proposals: (await desk.client.agenda.readText({ text })).proposals.map(asRead),
    });
    const [coming, came] = accepted.events.map((event) => event.id) as [string, string];
    const file = { name: 'a.jpg', size: 9, lastModified: 1 };
    await desk.client.photos.importBegin({ eventId: coming, files: [file] });
    const photoId = await addPhoto(desk.test);
    await desk.test.core.newsroom.write(async (stores) => {
      await stores.photos.link(photoId, came);
      return done(undefined);
    });
    expect(await desk.client.agenda.undoAccept(accepted)).toMatchObject({ removed: [], kept: [coming, came] });
  });
  it('knows events it has already, and leaders from the paste before', async () => {
    await desk.client.agenda.accept({ proposals: (await desk.client.agenda.readText({ text })).proposals.map(asRead) });
    const again = await desk.client.agenda.readText({ text });
    expect(again.proposals.map((proposal) => proposal.knownEventId !== null)).toEqual([true, true]);
    expect(again.newLeaders).toEqual([]);
  });
  it('knows an event whose time has changed, and one a notice tells of, and asks for no second one', async () => {
    const { id } = await desk.confirmed({ title: 'Pembukaan Pekan Literasi' });
    const known = async (pasted: string) =>
      (await desk.client.agenda.readText({ text: pasted })).proposals.map((proposal) => proposal.knownEventId);
    const day = 'Kamis, 20 November 2025';
    expect(await known(`${day}\n1. 09.30 WITA | PEMBUKAAN PEKAN LITERASI!`)).toEqual([id]);
    expect(await known(`${day}\n1. 09.30 WITA | PERUBAHAN: Pembukaan Pekan Literasi (Rev. 2)`)).toEqual([id]);
    const notice = `*PERUBAHAN AGENDA (Rev. 2)*\n${day} – WALI KOTA\nPembukaan Pekan Literasi\n`;
    expect(await known(`${notice}Waktu: ~08.00~ → *09.30 WITA*\nTempat: tetap\nSebab: undangan`)).toEqual([id]);
    expect(await known(`${notice}Waktu: tetap\nTempat: ~Graha~ → *Lapangan Lumintang*`)).toEqual([id]);
    // another day, another title
    expect(await known('21 November 2025\n1. 08.00 WITA | Pembukaan Pekan Literasi')).toEqual([null]);
    expect(await known(`${day}\n1. 08.00 WITA | Penutupan Pekan Literasi`)).toEqual([null]);
  });
  it('two events of one title on one day stay two', async () => {
    const mayor = await desk.leader('Jaya Negara', 'Wali Kota');
    await desk.leader('Arya Wibawa', 'Wakil Wali Kota');
    const attendance = [
      { officialId: mayor.id, answer: 'unknown', delegateId: null, delegateName: null, instruction: null },
    ] as const;
    const { id } = await desk.confirmed({ title: 'Audiensi', attendance: [...attendance] });
    const known = async (pasted: string) =>
      (await desk.client.agenda.readText({ text: `20 November 2025\n${pasted}` })).proposals.map(
        (proposal) => proposal.knownEventId,
      );
    expect(await known('WALI KOTA\n1. 14.00 WITA Audiensi\n2. 08.00 WITA Audiensi')).toEqual([null, id]);
    expect(await known('WAKIL WALI KOTA\n1. 14.00 WITA Audiensi')).toEqual([null]);
  });
  it('an end after midnight is on the next day, as in a typed time', async () => {
    const { proposals } = await desk.client.agenda.readText({
      text: 'Kamis, 20 November 2025\n1. 22.00-01.00 WIB | Pentas Wayang\n2. Pkl. 23.00 WIB (120 menit) | Doa bersama',
    });
    expect(proposals.map((proposal) => proposal.doubts.map((doubt) => doubt.code))).toEqual([[], []]);
    await desk.client.agenda.accept({ proposals: proposals.map(asRead) });
    const events = await desk.client.agenda.list({ from: '2025-11-20', to: '2025-11-20' });
    expect(events.map((event) => event.end)).toEqual(['2025-11-21T01:00', '2025-11-21T01:00']);
  });
  it('is all or nothing', async () => {
    const [one, two] = (await desk.client.agenda.readText({ text })).proposals.map(asRead) as [
      AcceptedProposal,
      AcceptedProposal,
    ];
    const call = desk.client.agenda.accept({ proposals: [one, { ...two, end: '2025-11-20T01:00' }] });
    expect(await refusalOf(call)).toMatchObject({ code: 'end_before_start', field: 'proposals.1.end' });
    expect(await desk.client.agenda.list({ from: '2025-11-20', to: '2025-11-20' })).toEqual([]);
  });
  it('the name beside the position goes to the register', async () => {
    const named = await desk.client.agenda.readText({ text: 'BUPATI (I Wayan Adi Arnawa)\n1. 08.00 WITA Apel' });
    const { officials } = await desk.client.agenda.accept({
      proposals: named.proposals.map(asRead),
      names: named.newLeaders,
    });
    expect(officials[0]).toMatchObject({ name: 'I Wayan Adi Arnawa', shortPosition: 'Bupati' });
  });
});

describe('a time as typed', () => {
  const read = (text: string, near?: string) => desk.client.agenda.readWhen({ text, near });
  it('counts from today at the office', async () => {
    expect(await read('besok 9')).toMatchObject({ start: '2025-11-21T09:00', assumed: [] });
    expect(await read('kemarin 9')).toMatchObject({ start: '2025-11-19T09:00', assumed: [] });
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
    expect(await read('hari ini 22.00-07.00')).toMatchObject({ start: '2025-11-20T22:00', end: '2025-11-21T07:00' });
    expect(await read('hari ini jam 12 malam')).toMatchObject({ start: '2025-11-21T00:00' });
    expect(await read('20.00-12 malam')).toMatchObject({ start: '2025-11-20T20:00', end: '2025-11-21T00:00' });
    expect(await read('13.30 until finished')).toMatchObject({ start: '2025-11-20T13:30', openEnd: true });
    expect(await read('besok sore jam 4')).toMatchObject({ start: '2025-11-21T16:00', assumed: [] });
    expect(await read('entah')).toMatchObject({ start: null });
    expect(await read('31 November 09.00')).toMatchObject({ start: null });
    for (const half of ['20-22 Nov 2025 09.00', 'Senin 9 - Selasa 12', 'besok 9 di Graha', '09.00 dan 13.00'])
      expect((await read(half)).assumed, half).toContain('unread');
    for (const whole of [
      'besok pukul 9',
      'hari Kamis jam 2 siang',
      'nanti malam 20.00',
      'Rabu, 26 November 2025 08.00–10.00 WITA',
    ])
      expect((await read(whole)).assumed, whole).toEqual([]);
  });
  it('a typed weekday that is not that of the date is said, and the date counts', async () => {
    expect(await read('Rabu 20 November 2025 jam 9')).toMatchObject({
      start: '2025-11-20T09:00',
      assumed: ['weekday'],
    });
    expect(await read('Kamis 20 November 2025 jam 9')).toMatchObject({ start: '2025-11-20T09:00', assumed: [] });
  });

  it('keeps the day or the hour that the event has', async () => {
    expect(await read('10.30', '2025-11-25T08:00')).toMatchObject({ start: '2025-11-25T10:30', assumed: [] });
    expect(await read('besok', '2025-11-25T08:00')).toMatchObject({ start: '2025-11-21T08:00' });
  });
});
