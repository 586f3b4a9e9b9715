import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDoor } from '../../src-main/server/door.ts';
import type { Answer } from '../../src-main/server/listen.ts';
import { launchPlaces } from '../../src-main/server/sessions.ts';
import { type TestCore, testCore } from '../builders/core.ts';

let test: TestCore;
let door: Answer;
beforeAll(async () => {
  test = await testCore();
  door = createDoor(test.core, { pageFolder: null, places: launchPlaces(false), hosts: [], log: () => {} });
});
afterAll(() => test.end());

const from = {
  kind: 'tcp',
  address: '127.0.0.1',
  secure: false,
  local: { address: '127.0.0.1', port: 80 },
} as const;

async function signIn(username: string): Promise<string> {
  await test.first.client.people.add({ username, name: username, roles: ['writer'], password: 'rahasia-panjang' });
  const answer = await door(
    new Request('http://127.0.0.1/rpc/session/signIn', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ json: { username, password: 'rahasia-panjang' } }),
    }),
    from,
  );
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** One live stream: whether it has ended, what it said, and how to leave it. */
async function stream(cookie: string) {
  const leave = new AbortController();
  const answer = await door(
    new Request('http://127.0.0.1/happenings', { headers: { cookie }, signal: leave.signal }),
    from,
  );
  const state = { status: answer.status, ended: false, text: '', leave: () => leave.abort() };
  void (async () => {
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const next = await reader?.read();
      if (next === undefined || next.done) break;
      state.text += next.value;
    }
    state.ended = true;
  })();
  return state;
}

it('a session holds only so many live streams: one more ends the oldest, with the word to stay away a while', async () => {
  const [one, other] = [await signIn('made.satu'), await signIn('made.dua')];
  const others = await stream(other);
  const streams: Awaited<ReturnType<typeof stream>>[] = [];
  for (let count = 0; count < 40; count += 1) streams.push(await stream(one));
  expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
  await expect.poll(() => streams.filter(({ ended }) => !ended).length).toBe(16);
  expect(streams.slice(-16).some(({ ended }) => ended)).toBe(false);
  expect(streams[0]?.text).toContain('retry: 60000');
  expect(others.ended).toBe(false);

  test.core.tell({ kind: 'office.changed' });
  await expect.poll(() => streams.at(-1)?.text).toContain('office.changed');
  await expect.poll(() => others.text).toContain('office.changed');

  // who leaves makes room
  for (const { leave } of streams) leave();
  const again = await stream(one);
  await expect.poll(() => streams.every(({ ended }) => ended)).toBe(true);
  expect(again.ended).toBe(false);
  again.leave();
  others.leave();
});
