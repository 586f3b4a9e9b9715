import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type Listening, listen } from '../../src-main/server/listen.ts';
import { readBody } from '../../src-main/server/read-body.ts';

const patience = { headersMs: 300, bodyMs: 300, bodyBytes: 64, lookMs: 50 };
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A server that reads whole bodies and says how long they were. */
async function server(): Promise<{ port: number; heard: (number | string)[] }> {
  const heard: (number | string)[] = [];
  const listening: Listening = await listen(
    { kind: 'tcp', host: '127.0.0.1', port: 0, tls: null, behindProxy: false },
    async (request) => {
      if (new URL(request.url).pathname === '/lama') await new Promise((resolve) => setTimeout(resolve, 1_000));
      const body = await readBody(request, 1_000_000);
      const length = body instanceof Uint8Array ? body.length : String(body);
      heard.push(length);
      return new Response(String(length));
    },
    () => {},
    patience,
  );
  ends.push(() => listening.close());
  return { port: Number(new URL(listening.address).port), heard };
}

/** A raw connection: what came back when it was closed, and after how many milliseconds. */
function call(port: number): { socket: Socket; closed: Promise<{ text: string; after: number }> } {
  const began = Date.now();
  const socket = connect(port, '127.0.0.1');
  ends.push(() => socket.destroy());
  let text = '';
  socket.on('data', (piece) => {
    text += piece;
  });
  socket.on('error', () => {});
  return {
    socket,
    closed: new Promise((done) => socket.once('close', () => done({ text, after: Date.now() - began }))),
  };
}

const post = (length: number, path = '/') =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`;

/** Sends `piece` every `ms` milliseconds until told to stop, which gives how many bytes that were. */
function drip(socket: Socket, piece: string, ms: number): () => number {
  let sent = 0;
  const timer = setInterval(() => {
    socket.write(piece);
    sent += piece.length;
  }, ms);
  const stop = () => {
    clearInterval(timer);
    return sent;
  };
  ends.push(stop);
  return stop;
}

test('a connection that says nothing, or says its headers letter by letter, is closed', async () => {
  const { port } = await server();
  const silent = call(port);
  const slow = call(port);
  slow.socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-');
  drip(slow.socket, 'a', 50);
  expect((await silent.closed).after).toBeLessThan(3_000);
  expect((await slow.closed).after).toBeLessThan(3_000);
});

test('a body that stands still or drips is closed, and its reader hears that it broke off', async () => {
  const { port, heard } = await server();
  const still = call(port);
  still.socket.write(`${post(1000)}seratus`);
  const dripping = call(port);
  dripping.socket.write(post(1000));
  drip(dripping.socket, 'a', 50);
  expect((await still.closed).after).toBeLessThan(3_000);
  expect((await dripping.closed).after).toBeLessThan(3_000);
  await expect.poll(() => heard).toEqual(['gone', 'gone']);
});

test('a long upload over a slow line goes on, and an answer that takes long is waited for', async () => {
  const { port, heard } = await server();
  const slow = call(port);
  slow.socket.write(post(5000));
  const stop = drip(slow.socket, 'a'.repeat(50), 50);
  await new Promise((resolve) => setTimeout(resolve, 1_900));
  const sent = stop();
  expect(sent).toBeGreaterThan(500);
  slow.socket.write('a'.repeat(5000 - sent));
  expect((await slow.closed).text).toContain('200 OK');
  expect(heard).toEqual([5000]);
  // nobody reads this body for a while: that is our doing, not the sender's
  const large = call(port);
  large.socket.write(post(900_000, '/lama'));
  large.socket.write('b'.repeat(900_000));
  expect((await large.closed).text).toContain('900000');
});
