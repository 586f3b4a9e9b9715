import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agendaDesk, answerOf, refusalOf } from '../../builders/agenda-desk.ts';
import { sendFile } from '../../builders/agenda-files.ts';

const desk = agendaDesk();
const { confirmed } = desk;

const letter = {
  subject: 'Undangan Pembukaan Pekan Literasi',
  letterNo: '005/123/2025',
  letterDay: '2025-11-17',
  organizer: 'Dinas Perpustakaan',
  venue: 'Graha Sewaka Dharma',
};

describe('an invitation', () => {
  it('waits, gets its event, and is found from it', async () => {
    const { client } = desk;
    const waiting = await client.invitations.add(letter);
    expect(waiting).toMatchObject({ ...letter, state: 'waiting', eventId: null, receivedBy: 'Ayu Lestari' });
    const event = await confirmed();
    const linked = await client.invitations.link({ id: waiting.id, version: 1, eventId: event.id });
    expect(linked).toMatchObject({ state: 'scheduled', eventId: event.id, version: 2 });
    expect(await client.invitations.list({ eventId: event.id })).toEqual([linked]);
    expect(await client.invitations.list({ states: ['waiting'] })).toEqual([]);
    const untied = await client.invitations.link({ id: waiting.id, version: 2, eventId: null });
    expect(untied).toMatchObject({ state: 'waiting', eventId: null });
  });
  it('can be declined with a note, wait again, and is found by words', async () => {
    const { client } = desk;
    const one = await client.invitations.add(letter);
    await client.invitations.add({ subject: 'Lain' });
    const declined = await client.invitations.setState({ id: one.id, version: 1, state: 'declined', note: 'bentrok' });
    expect(declined).toMatchObject({ state: 'declined', note: 'bentrok' });
    expect(await client.invitations.list({ text: 'literasi 005' })).toHaveLength(1);
    expect(await client.invitations.list({ text: '005/123' })).toHaveLength(1);
    expect(await client.invitations.list({ text: 'undangan literasi' })).toHaveLength(1);
  });
  it('is changed only as it was seen, and leaves its trace', async () => {
    const { client } = desk;
    const one = await client.invitations.add(letter);
    await client.invitations.change({ id: one.id, version: 1, venue: 'Aula' });
    const late = client.invitations.change({ id: one.id, version: 1, venue: 'Lain' });
    expect(await refusalOf(late)).toMatchObject({ code: 'changed_meanwhile' });
    const trail = await client.audit.list({});
    expect(JSON.stringify(trail)).toContain('agenda.invitation-changed');
  });
  it('is nothing for who is outside of the office, and only the agenda keeps it', async () => {
    const one = await desk.client.invitations.add(letter);
    const observer = (await desk.test.as('observer')).client;
    expect(await observer.invitations.list({})).toEqual([]);
    expect(await refusalOf(observer.invitations.get({ id: one.id }))).toMatchObject({ code: 'not_found' });
    const writer = (await desk.test.as('writer')).client;
    expect(await writer.invitations.get({ id: one.id })).toEqual(one);
    expect(await refusalOf(writer.invitations.add(letter))).toMatchObject({ code: 'not_allowed' });
  });
  it('needs an event that is there, and a file that was sent', async () => {
    const gone = '01JD0000000000000000000000';
    expect(await refusalOf(desk.client.invitations.add({ ...letter, eventId: gone }))).toMatchObject({
      code: 'not_found',
      field: 'eventId',
    });
    expect(await refusalOf(desk.client.invitations.add({ ...letter, fileId: gone }))).toMatchObject({
      code: 'file_gone',
      field: 'fileId',
    });
  });
});

const plan = {
  title: 'Pembukaan Pekan Literasi',
  start: '2025-11-20T08:00',
  end: '2025-11-20T10:00',
  zone: 'Asia/Makassar',
  state: 'confirmed',
} as const;
const thatDay = { from: '2025-11-20', to: '2025-11-20' };

it('a letter is found by the bytes of its file, whatever it is called', async () => {
  const { client } = desk;
  const pdf = readFileSync('tests/fixtures/agenda/files/undangan.pdf');
  const { id: fileId } = await sendFile(desk.test, desk.test.first, 'undangan.pdf', pdf);
  const kept = await client.invitations.add({ ...letter, fileId });
  await client.invitations.add({ ...letter, letterNo: '1' });
  const again = await sendFile(desk.test, desk.test.first, 'scan0001.pdf', pdf);
  expect(again.sha256).toMatch(/^[0-9a-f]{64}$/);
  const found = await client.invitations.list({ sha256: again.sha256 ?? '' });
  expect(found.map(({ id }) => id)).toEqual([kept.id]);
  expect(await client.invitations.list({ sha256: '0'.repeat(64) })).toEqual([]);
});

describe('an event made of a letter', () => {
  it('is tied to it as it is added', async () => {
    const { client } = desk;
    const waiting = await client.invitations.add(letter);
    const event = await client.agenda.add({ ...plan, invitationId: waiting.id });
    expect(await client.invitations.list({ eventId: event.id })).toMatchObject([
      { id: waiting.id, state: 'scheduled', version: 2 },
    ]);
    const trail = JSON.stringify(await client.audit.list({}));
    expect(trail).toContain('agenda.invitation-changed');
  });
  it('is the first one of a series', async () => {
    const { client } = desk;
    const waiting = await client.invitations.add(letter);
    const repeat = { every: 'week', interval: 1, monthly: 'date', until: null, count: 3 } as const;
    const { event } = await client.agenda.addSeries({ event: plan, repeat, invitationId: waiting.id });
    expect(await client.invitations.get({ id: waiting.id })).toMatchObject({ state: 'scheduled', eventId: event.id });
    const again = client.agenda.addSeries({ event: plan, repeat, clashReason: 'ya', invitationId: waiting.id });
    expect(await refusalOf(again)).toMatchObject({ code: 'letter_answered' });
    expect(await client.agenda.list({ from: '2025-11-20', to: '2025-12-31' })).toHaveLength(3);
  });
  it.each(['scheduled', 'declined', 'gone'] as const)('is not made where the letter is %s', async (what) => {
    const { client } = desk;
    const { id, version } = await client.invitations.add(letter);
    if (what === 'declined') await client.invitations.setState({ id, version, state: 'declined' });
    const other = what === 'scheduled' ? await client.agenda.add({ ...plan, title: 'Lain', invitationId: id }) : null;
    const before = await client.invitations.get({ id });
    const invitationId = what === 'gone' ? '01JD0000000000000000000000' : id;
    expect(await refusalOf(client.agenda.add({ ...plan, invitationId }))).toMatchObject(
      what === 'gone' ? { code: 'not_found' } : { code: 'letter_answered', params: { title: letter.subject } },
    );
    expect((await client.agenda.list(thatDay)).map((event) => event.id)).toEqual(other ? [other.id] : []);
    expect(await client.invitations.get({ id })).toEqual(before);
  });
  it('is made by who keeps the agenda, else by nobody, and the letter goes on waiting', async () => {
    const { id } = await desk.client.invitations.add(letter);
    for (const role of ['writer', 'contributor', 'observer'] as const) {
      const { client } = await desk.test.as(role);
      expect(await refusalOf(client.agenda.add({ ...plan, invitationId: id })), role).toMatchObject({
        code: 'not_allowed',
      });
    }
    expect(await desk.client.agenda.list(thatDay)).toEqual([]);
    expect(await desk.client.invitations.get({ id })).toMatchObject({ state: 'waiting', version: 1 });
  });
  it('clashes before it takes the letter', async () => {
    const { client } = desk;
    const mayor = await desk.leader('Jaya Negara', 'Wali Kota');
    const attendance = [answerOf(mayor.id, { answer: 'attends' })];
    await client.agenda.add({ ...plan, attendance });
    const { id } = await client.invitations.add(letter);
    const second = client.agenda.add({ ...plan, title: 'Audiensi', attendance, invitationId: id });
    expect(await refusalOf(second)).toMatchObject({ code: 'clashes' });
    expect(await client.invitations.get({ id })).toMatchObject({ state: 'waiting', version: 1 });
  });
});

describe('the letter of an accepted card', () => {
  const { subject, ...more } = letter;
  const card = { ...plan, key: 'p1', letter };

  it('is kept with its event, and goes with it when the accepting is taken back', async () => {
    const { client } = desk;
    const accepted = await client.agenda.accept({ proposals: [card] });
    const eventId = accepted.events[0]?.id ?? '';
    expect(await client.invitations.list({})).toMatchObject([{ subject, ...more, state: 'scheduled', eventId }]);
    expect(await client.invitations.list({ states: ['waiting'] })).toEqual([]);
    expect((await client.agenda.undoAccept(accepted)).removed).toEqual([eventId]);
    expect(await client.invitations.list({})).toEqual([]);
  });
  it('is the one that waits already, by its number and day, and waits again after undo', async () => {
    const { client } = desk;
    const { id } = await client.invitations.add({ ...letter, subject: 'Sudah diterima', note: 'lewat pos' });
    await client.invitations.add({ ...letter, letterNo: '', subject: 'Tanpa nomor' });
    const accepted = await client.agenda.accept({ proposals: [{ ...card, letter: { ...letter } }] });
    const eventId = accepted.events[0]?.id ?? '';
    expect(await client.invitations.get({ id })).toMatchObject({ state: 'scheduled', eventId, note: 'lewat pos' });
    expect(await client.invitations.list({})).toHaveLength(2);
    await client.agenda.undoAccept(accepted);
    expect(await client.invitations.get({ id })).toMatchObject({ state: 'waiting', eventId: null });
  });
  it('stays, waiting, where somebody has worked on it before the accepting is taken back', async () => {
    const { client } = desk;
    const accepted = await client.agenda.accept({ proposals: [card] });
    const [kept] = await client.invitations.list({});
    await client.invitations.change({ id: kept?.id ?? '', version: 1, note: 'sudah dibalas' });
    await client.agenda.undoAccept(accepted);
    expect(await client.invitations.list({})).toMatchObject([{ state: 'waiting', note: 'sudah dibalas' }]);
  });
  it('comes with a change of an event that is known', async () => {
    const { client } = desk;
    const event = await desk.confirmed();
    await client.agenda.accept({
      changes: [{ key: 'p1', eventId: event.id, version: 1, fields: { venue: 'Aula' }, reason: 'surat', letter }],
    });
    expect(await client.invitations.list({ eventId: event.id })).toMatchObject([{ subject, state: 'scheduled' }]);
  });
  it('brings no event in when its file is not held any more, and says which card', async () => {
    const { client } = desk;
    const gone = { ...letter, fileId: '01JD0000000000000000000000' };
    const both = client.agenda.accept({ proposals: [card, { ...card, key: 'p2', title: 'Dua', letter: gone }] });
    expect(await refusalOf(both)).toMatchObject({ code: 'file_gone', params: { key: 'p2' } });
    expect(await client.agenda.list(thatDay)).toEqual([]);
    expect(await client.invitations.list({})).toEqual([]);
  });
  it('keeps the file once for several cards, each with a letter of its own', async () => {
    const { client } = desk;
    const pdf = readFileSync('tests/fixtures/agenda/files/undangan.pdf');
    const { id: fileId } = await sendFile(desk.test, desk.test.first, 'undangan.pdf', pdf);
    await client.agenda.accept({
      proposals: [
        { ...card, letter: { ...letter, fileId } },
        { ...card, key: 'p2', title: 'Ramah tamah', letter: { ...letter, fileId } },
      ],
    });
    const kept = await client.invitations.list({});
    expect(kept.map((one) => [one.state, one.attachments.length])).toEqual([
      ['scheduled', 1],
      ['scheduled', 1],
    ]);
    expect(new Set(kept.map((one) => one.eventId)).size).toBe(2);
  });
});
