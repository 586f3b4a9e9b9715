import { afterEach, beforeEach, expect, it } from 'vitest';
import { passwords } from '../../../src-main/adapters/credentials/passwords.ts';
import { addressTries } from '../../../src-main/newsroom/people/address-tries.ts';
import { type TestCore, testCore } from '../../builders/core.ts';
import { handClock } from '../../builders/hand-clock.ts';

let test: TestCore;
beforeEach(async () => {
  test = await testCore();
});
afterEach(() => test.end());

const from = (address: string) => test.clientOf(null, { place: 'browser', trusted: false, address });
const refusal = (code: string) => expect.objectContaining({ code: 'REFUSED', data: expect.objectContaining({ code }) });
const failures = () =>
  test.core.database.handle.prepare('select count(*) from sign_in_failure').pluck().get() as number;

it('who tries many invented names from one address has to wait; others do not, and the right password is no try', async () => {
  await test.first.client.people.add({
    username: 'made.foto',
    name: 'Made',
    roles: ['documentation'],
    password: 'rahasia-panjang',
  });
  const stranger = from('203.0.113.9');
  for (let n = 0; n < 30; n += 1) {
    if (n === 10) await stranger.session.signIn({ username: 'made.foto', password: 'rahasia-panjang' });
    await expect(stranger.session.signIn({ username: `tak.ada.${n}`, password: 'x' })).rejects.toEqual(
      refusal('sign_in_failed'),
    );
  }
  const rows = failures();
  await expect(stranger.session.signIn({ username: 'tak.ada.lagi', password: 'x' })).rejects.toEqual(
    refusal('sign_in_slowed'),
  );
  expect(failures(), 'and writes nothing').toBe(rows);
  await from('203.0.113.10').session.signIn({ username: 'made.foto', password: 'rahasia-panjang' });
  test.clock.move({ seconds: 11 });
  await stranger.session.signIn({ username: 'made.foto', password: 'rahasia-panjang' });
});

it('what was tried is forgotten a day later', async () => {
  for (let n = 0; n < 3; n += 1) {
    await from('203.0.113.9')
      .session.signIn({ username: `tak.ada.${n}`, password: 'x' })
      .catch(() => {});
  }
  expect(failures()).toBe(3);
  test.clock.move({ hours: 25 });
  await from('203.0.113.9')
    .session.signIn({ username: 'tak.ada.3', password: 'x' })
    .catch(() => {});
  expect(failures()).toBe(1);
});

it('all of one IPv6 network count as one, and IPv4 written as IPv6 as itself', () => {
  const tries = addressTries(handClock());
  const all = (addresses: string[]) => addresses.map((address) => tries.take(address));
  expect(all(Array.from({ length: 30 }, (_, n) => `2001:db8:0:1::${n + 1}`))).not.toContain(10);
  expect(all(['2001:0db8::1:aaaa:bbbb:cccc:dddd', '2001:db8:0:2::1'])).toEqual([10, 0]);
  expect(all(Array.from({ length: 30 }, () => '::ffff:192.0.2.1')).at(-1)).toBe(0);
  expect(all(['192.0.2.1', '192.0.2.2'])).toEqual([10, 0]);
});

it('two passwords are looked at at once, some wait, and who comes then is told to come again', async () => {
  const lock = passwords();
  const stored = await lock.hash('rahasia-panjang');
  const answers = await Promise.all(Array.from({ length: 40 }, () => lock.verify(stored, 'rahasia-panjang')));
  expect(answers.filter((answer) => answer.ok && answer.value)).toHaveLength(22);
  expect(answers.filter((answer) => !answer.ok && answer.refusal.code === 'sign_in_slowed')).toHaveLength(18);
  expect(await lock.verify(stored, 'rahasia-panjang')).toEqual({ ok: true, value: true });
});

it('a right password that was not looked at for the crowd is no failure', async () => {
  await test.first.client.people.add({
    username: 'made.foto',
    name: 'Made',
    roles: ['documentation'],
    password: 'rahasia-panjang',
  });
  const crowd = Array.from({ length: 30 }, () => test.core.newsroom.passwords.verify(null, 'x'));
  const door = test.clientOf(null);
  await expect(door.session.signIn({ username: 'made.foto', password: 'rahasia-panjang' })).rejects.toEqual(
    refusal('sign_in_slowed'),
  );
  await Promise.all(crowd);
  expect(failures()).toBe(0);
});
