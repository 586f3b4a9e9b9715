import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDoor } from '../../src-main/server/door.ts';
import type { Answer } from '../../src-main/server/listen.ts';
import { launchPlaces } from '../../src-main/server/sessions.ts';
import { refusalOf } from '../builders/agenda-desk.ts';
import { type TestCore, testCore } from '../builders/core.ts';

let test: TestCore;
let door: Answer;
const logged: string[] = [];
beforeEach(async () => {
  test = await testCore();
  door = createDoor(test.core, {
    pageFolder: null,
    places: launchPlaces(false),
    hosts: [],
    log: (text) => logged.push(text),
  });
});
afterEach(() => test.end());

function get(path: string, headers: Record<string, string> = {}, address = '192.0.2.7') {
  return door(new Request(`http://127.0.0.1${path}`, { headers }), {
    kind: 'tcp',
    address,
    secure: false,
    local: { address: '127.0.0.1', port: 80 },
  });
}

const event = {
  title: 'Pekan Literasi',
  start: '2025-11-20T08:00',
  zone: 'Asia/Makassar',
  state: 'confirmed',
} as const;

it('gives the calendar to who knows the address, without a session, and says when nothing changed', async () => {
  await test.first.client.agenda.add({ ...event, note: 'rahasia', contact: { name: 'Sri', phone: '0812 3456 7890' } });
  const { path, subscription } = await test.first.client.agendaOut.subscribe({ what: 'internal' });
  expect(path).toMatch(/^\/kalender\/[\w-]{43}\.ics$/);
  const answer = await get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(answer.headers.get('cache-control')).toContain('private');
  const text = await answer.text();
  expect(text).toContain('SUMMARY:Pekan Literasi');
  expect(text).not.toMatch(/rahasia|3456/);
  const etag = answer.headers.get('etag') ?? '';
  expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
  await test.first.client.agenda.add({ ...event, title: 'Rapat' });
  expect((await get(path, { 'if-none-match': etag })).status).toBe(200);
  const [listed] = await test.first.client.agendaOut.subscriptions({});
  expect(listed).toMatchObject({ id: subscription.id, what: 'internal', lastUsedAt: expect.any(String) });
  expect(JSON.stringify(listed)).not.toContain(path.slice(10, 30));
});

it('ends at once: when it is revoked, when its person leaves, and for no other token', async () => {
  const { client, caller } = await test.as('protocol');
  const first = await client.agendaOut.subscribe({ what: 'internal' });
  const second = await client.agendaOut.subscribe({ what: 'public' });
  expect((await get(first.path)).status).toBe(200);
  expect(await client.agendaOut.unsubscribe({ id: first.subscription.id })).toEqual({ removed: true });
  expect((await get(first.path)).status).toBe(404);
  expect((await get(second.path)).status).toBe(200);
  await test.first.client.people.change({ id: caller.userId, active: false });
  expect((await get(second.path)).status).toBe(404);
  expect((await get(`/kalender/${'A'.repeat(43)}.ics`)).status).toBe(404);
  expect((await get('/kalender/')).status).toBe(404);
});

it('narrows at once when its person may see less', async () => {
  await test.first.client.agenda.add({ ...event, title: 'Rapat Tertutup', pressAccess: 'closed' });
  await test.first.client.agenda.add({ ...event, dressCode: 'Batik' });
  const { client, caller } = await test.as('writer');
  const { path } = await client.agendaOut.subscribe({ what: 'internal' });
  expect(await (await get(path)).text()).toMatch(/Tertutup[\s\S]*Batik|Batik[\s\S]*Tertutup/);
  await test.first.client.people.change({ id: caller.userId, roles: ['observer'] });
  const less = await (await get(path)).text();
  expect(less).toContain('Pekan Literasi');
  expect(less).not.toMatch(/Tertutup|Batik/);
  await test.first.client.people.change({ id: caller.userId, roles: ['contributor'] });
  expect((await get(path)).status).toBe(404);
});

it('of duties has only one’s own, and the public one what everybody may read', async () => {
  const { client, caller } = await test.as('documentation');
  const mine = { role: 'photographer', userId: caller.userId, name: '' } as const;
  await test.first.client.agenda.add({ ...event, title: 'Tugas saya', pressAccess: 'closed', crew: [mine] });
  await test.first.client.agenda.add({ ...event, title: 'Bukan tugas saya' });
  const duties = await client.agendaOut.subscribe({ what: 'duties' });
  const text = await (await get(duties.path)).text();
  expect(text).toContain('SUMMARY:Tugas saya');
  expect(text).not.toContain('Bukan tugas');
  const open = await (await get((await client.agendaOut.subscribe({ what: 'public' })).path)).text();
  expect(open).toContain('Bukan tugas');
  expect(open).not.toContain('Tugas saya');
});

it('slows who tries tokens, and nobody else', async () => {
  const { path } = await test.first.client.agendaOut.subscribe({ what: 'internal' });
  let last = 200;
  for (let count = 0; count < 40; count++) last = (await get(`/kalender/${'A'.repeat(43)}.ics`)).status;
  expect(last).toBe(429);
  expect((await get(path, {}, '192.0.2.8')).status).toBe(200);
  // signing in is counted apart
  expect(test.core.newsroom.addressTries.take('192.0.2.7')).toBe(0);
});

it('is one of few, listed for who manages people, and ended by them', async () => {
  const { client } = await test.as('protocol');
  const one = await client.agendaOut.subscribe({ what: 'internal' });
  for (let count = 1; count < 12; count++) await client.agendaOut.subscribe({ what: 'public' });
  expect((await refusalOf(client.agendaOut.subscribe({ what: 'public' }))).code).toBe('too_many_addresses');
  expect((await refusalOf(client.agendaOut.subscriptions({ everyone: true }))).code).toBe('not_allowed');
  const other = await test.as('writer');
  expect(await other.client.agendaOut.unsubscribe({ id: one.subscription.id })).toEqual({ removed: false });
  expect(await test.first.client.agendaOut.subscriptions({ everyone: true })).toHaveLength(12);
  expect(await test.first.client.agendaOut.unsubscribe({ id: one.subscription.id })).toEqual({ removed: true });
  expect(logged.join('\n')).not.toContain(one.path.slice(10, 40));
});
