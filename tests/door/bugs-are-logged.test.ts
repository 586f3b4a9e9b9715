import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bugReport } from '../../src-main/procedures/bug-report.ts';
import { createDoor } from '../../src-main/server/door.ts';
import type { Answer } from '../../src-main/server/listen.ts';
import { launchPlaces } from '../../src-main/server/sessions.ts';
import { type TestCore, testCore } from '../builders/core.ts';

let test: TestCore;
let door: Answer;
let cookie: string;
const log: string[] = [];
beforeAll(async () => {
  test = await testCore();
  door = createDoor(test.core, {
    pageFolder: null,
    places: launchPlaces(false),
    hosts: [],
    log: (line) => log.push(line),
  });
  await test.first.client.people.add({
    username: 'made.admin',
    name: 'Made',
    roles: ['admin', 'documentation', 'protocol'],
    password: 'rahasia-panjang',
  });
  const signedIn = await rpc('session/signIn', { username: 'made.admin', password: 'rahasia-panjang' });
  cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});
afterAll(() => test.end());
beforeEach(() => void log.splice(0));

function send(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { 'content-type': 'application/json', cookie: cookie ?? '' };
  return door(new Request(`http://127.0.0.1${path}`, { headers, ...init }), {
    kind: 'tcp',
    address: '127.0.0.1',
    secure: false,
    local: { address: '127.0.0.1', port: 80 },
  });
}

const rpc = (path: string, input: unknown) =>
  send(`/rpc/${path}`, { method: 'POST', body: JSON.stringify({ json: input }) });

it('what is expected stands in no log: a refusal, an input that does not fit, an address that is not there', async () => {
  expect((await rpc('session/signIn', { username: 'made.admin', password: 'salah-sama-sekali' })).status).toBe(422);
  expect((await rpc('register/addOfficial', { name: 7 })).status).toBe(400);
  expect((await send('/rpc/register/addOfficial', { method: 'POST', body: '{"json":' })).status).toBe(400);
  expect((await rpc('tidak/ada', {})).status).toBe(404);
  expect((await send('/raw/photos/01ARZ3NDEKTSV4RRFFQ69G5FAV/preview/320')).status).toBeLessThan(500);
  expect(log).toEqual([]);
});

it('a procedure, a raw route and the door itself that throw are logged with a stack and without what was typed', async () => {
  // a real one: the tables are gone from under the core
  test.core.database.handle.exec('pragma foreign_keys = off; drop table official; drop table photo');
  expect((await rpc('register/addOfficial', { name: 'Nama Yang Rahasia' })).status).toBe(500);
  expect(log).toHaveLength(1);
  expect(log[0]).toMatch(/^bug in rpc register\.addOfficial: SqliteError: .*official[\s\S]*\n\s+at /);
  expect(log[0]).not.toContain('Rahasia');

  expect((await send('/raw/photos/01ARZ3NDEKTSV4RRFFQ69G5FAV/preview/320')).status).toBe(500);
  expect(log[1]).toMatch(/^bug in raw \w+: SqliteError: .*photo[\s\S]*\n\s+at /);
  expect(log[1]).not.toContain('01ARZ3NDEKTSV4RRFFQ69G5FAV');

  test.core.database.handle.exec('alter table session rename to session_away');
  expect((await send('/rpc/office/get', { method: 'POST', body: '{}' })).status).toBe(500);
  expect(log[2]).toMatch(/^bug in the door, POST \/rpc: SqliteError: .*session[\s\S]*\n\s+at /);
  expect(log).toHaveLength(3);
  test.core.database.handle.exec('alter table session_away rename to session');
});

it('hides every piece of the input, and what a reader of JSON quotes', () => {
  const error = new Error('cannot read "Bupati Anu" of kata-sandi-panjang');
  const report = bugReport('rpc x', error, { a: [{ b: 'kata-sandi-panjang' }], c: 'Bupati Anu' });
  expect(report).toContain('cannot read "…" of …');
  expect(report).not.toMatch(/kata-sandi|Bupati/);
  let broken: unknown;
  try {
    JSON.parse('{"password":"kata-sandi-panjang" oops');
  } catch (caught) {
    broken = caught;
  }
  expect(bugReport('rpc x', broken)).not.toContain('kata-sandi');
});
