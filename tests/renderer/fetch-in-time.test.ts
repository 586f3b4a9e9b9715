import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isLineDown } from '../../src-renderer/client.ts';
import { fetchInTime, NoAnswer } from '../../src-renderer/fetch-in-time.ts';

let server: Server;
let url = '';
beforeAll(async () => {
  server = createServer((request, answer) => {
    if (request.url?.startsWith('/rpc/agenda')) answer.end('{"json":1}');
    // a body that begins and does not go on
    else if (request.url === '/rpc/releases/list') answer.write('{');
    else if (request.url === '/rpc/site/check') setTimeout(() => answer.end('lama'), 600);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rpc/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (name: string, signal?: AbortSignal) =>
  fetchInTime(new Request(url + name), signal ? { signal } : {}, { ordinary: 200, patient: 5000 });

test('an answer in time is the answer', async () => {
  expect(await (await ask('agenda/list')).json()).toEqual({ json: 1 });
});

for (const name of ['approval/approve', 'releases/list'])
  test(`a core that falls silent is given up: ${name}`, async () => {
    const error = await ask(name).catch((failed: unknown) => failed);
    expect(error).toBeInstanceOf(NoAnswer);
    expect(isLineDown(error)).toBe(true);
  });

test('what takes its time gets it', async () => {
  expect(await (await ask('site/check')).text()).toBe('lama');
});

test('a page that does not want the answer any more is no silence', async () => {
  const leave = new AbortController();
  const asked = ask('approval/approve', leave.signal).catch((failed: unknown) => failed);
  leave.abort();
  expect(await asked).toMatchObject({ name: 'AbortError' });
});
