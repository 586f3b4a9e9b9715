import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDoor } from '../../src-main/server/door.ts';
import type { Answer } from '../../src-main/server/listen.ts';
import { launchPlaces } from '../../src-main/server/sessions.ts';
import { type TestCore, testCore } from '../builders/core.ts';

let test: TestCore;
let door: Answer;
let cookie: string;
beforeAll(async () => {
  test = await testCore();
  await test.first.client.people.add({
    username: 'made.foto',
    name: 'Made',
    roles: ['documentation'],
    password: 'rahasia-panjang',
  });
  door = createDoor(test.core, { pageFolder: null, places: launchPlaces(false), hosts: [], log: () => {} });
  const signedIn = await send('/rpc/session/signIn', {
    body: JSON.stringify({ json: { username: 'made.foto', password: 'rahasia-panjang' } }),
  });
  cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});
afterAll(() => test.end());

function send(path: string, init: RequestInit & { duplex?: 'half' } = {}): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(init.headers as Record<string, string>) };
  return door(new Request(`http://127.0.0.1${path}`, { method: 'POST', ...init, headers }), {
    kind: 'tcp',
    address: '127.0.0.1',
    secure: false,
    local: { address: '127.0.0.1', port: 80 },
  });
}

it('reads no endless body, whoever sends it', async () => {
  let given = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 1;
      if (given > 100) controller.close();
      else controller.enqueue(new Uint8Array(1024 * 1024).fill(32));
    },
  });
  const answer = await send('/rpc/session/signIn', { body: endless, duplex: 'half' });
  expect(answer.status).toBe(413);
  expect(given).toBeLessThan(4);
});

it('takes little from who is not signed in, and the typing of who is', async () => {
  const body = JSON.stringify({ json: { username: 'made.foto', password: 'x'.repeat(100_000) } });
  expect((await send('/rpc/session/signIn', { body })).status).toBe(413);
  const typed = JSON.stringify({ json: { text: 'x'.repeat(1_000_000) } });
  expect((await send('/rpc/session/status', { body: typed, headers: { cookie } })).status).not.toBe(413);
});

it('tells a session that has ended so, without reading what it sends', async () => {
  let given = 0;
  const typing = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1;
        if (given > 20) controller.close();
        else controller.enqueue(new Uint8Array(64 * 1024).fill(32));
      },
    });
  const ended = { cookie: `kulkul_session=${'x'.repeat(43)}` };
  const answer = await send('/rpc/releaseText/append', { body: typing(), duplex: 'half', headers: ended });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('not_signed_in');
  expect(given).toBeLessThan(3);
  const large = { body: 'x'.repeat(1_000_000), headers: ended };
  expect(await (await send('/rpc/releaseText/append', large)).text()).toContain('not_signed_in');
  // what asks for nobody is read as far as any stranger's, and what is not there is not found
  expect((await send('/rpc/session/signIn', large)).status).toBe(413);
  expect((await send('/rpc/releaseText/tidakAda', { body: '{}', headers: ended })).status).toBe(404);
});

it('tells a window that the core lives without looking at a file, and nobody else', async () => {
  const asked = () => new Request('http://kulkul/alive', { method: 'HEAD' });
  expect((await door(asked(), { kind: 'socket', address: '', secure: false })).status).toBe(204);
  expect((await send('/alive', { method: 'HEAD' })).status).toBe(404);
});

it('takes no change from a page without an origin or of another place', async () => {
  const body = JSON.stringify({ json: {} });
  const strange: Record<string, string>[] = [
    { origin: 'null' },
    { origin: 'http://evil.example' },
    { origin: 'http://127.0.0.1:9999' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];
  for (const headers of strange) {
    expect((await send('/rpc/session/status', { body, headers })).status).toBe(403);
  }
});

it('answers a broken address as one that is not there', async () => {
  const answer = await send('/raw/photos/%zz/preview/320', { method: 'GET', headers: { cookie } });
  expect(answer.status).toBe(404);
});

it('is reached only by its own names', async () => {
  const answer = await door(new Request('http://kantor.evil.example/rpc/session/status', { method: 'POST' }), {
    kind: 'tcp',
    address: '127.0.0.1',
    secure: false,
    local: { address: '127.0.0.1', port: 80 },
  });
  expect(answer.status).toBe(403);
});
