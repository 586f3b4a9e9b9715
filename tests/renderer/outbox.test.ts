import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Outbox } from '../../src-renderer/editor/outbox.ts';

const piece = (letter: string) => new TextEncoder().encode(letter);
const read = (pieces: readonly Uint8Array[]) => pieces.map((one) => new TextDecoder().decode(one)).join('');

test('what did not arrive goes before what was typed meanwhile', () => {
  const outbox = new Outbox(() => {});
  outbox.put(piece('a'), piece('b'));
  const journey = outbox.take();
  expect(outbox.isEmpty).toBe(true);
  outbox.put(piece('c'));
  outbox.putBack(journey);
  expect(read(outbox.take())).toBe('abc');
});

test('one time is set for many letters, and an earlier one takes its place', async () => {
  let sent = 0;
  const outbox = new Outbox(() => (sent += 1));
  for (const letter of 'abc') {
    outbox.put(piece(letter));
    outbox.sendTogether();
  }
  outbox.sendIn(10);
  await pause(60);
  expect(sent).toBe(1);
  await pause(900);
  expect(sent, 'the later time is gone').toBe(1);
});

test('nothing is sent again after the end', async () => {
  let sent = 0;
  const outbox = new Outbox(() => (sent += 1));
  outbox.end();
  outbox.sendAgain();
  await pause(600);
  expect(sent).toBe(0);
});
