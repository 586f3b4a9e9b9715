import { describe, expect, it } from 'vitest';
import { agendaDesk, refusalOf } from '../../builders/agenda-desk.ts';

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
      code: 'not_found',
      field: 'fileId',
    });
  });
});
