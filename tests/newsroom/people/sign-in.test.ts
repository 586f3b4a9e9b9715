import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestCore, testCore } from '../../builders/core.ts';

let test: TestCore;
beforeEach(async () => {
  test = await testCore();
});
afterEach(() => test.end());

const refusal = (code: string) => expect.objectContaining({ code: 'REFUSED', data: expect.objectContaining({ code }) });

it('answers the same for an unknown name, a wrong password and somebody who left', async () => {
  const added = await test.first.client.people.add({
    username: 'made.foto',
    name: 'Made',
    roles: ['documentation'],
    password: 'rahasia-panjang',
  });
  const door = test.clientOf(null);
  await expect(door.session.signIn({ username: 'tidak.ada', password: 'apa saja' })).rejects.toEqual(
    refusal('sign_in_failed'),
  );
  await expect(door.session.signIn({ username: 'made.foto', password: 'salah' })).rejects.toEqual(
    refusal('sign_in_failed'),
  );
  const status = await door.session.signIn({ username: 'made.foto', password: 'rahasia-panjang' });
  expect(status.me?.name).toBe('Made');
  await test.first.client.people.change({ id: added.id, active: false });
  await expect(door.session.signIn({ username: 'made.foto', password: 'rahasia-panjang' })).rejects.toEqual(
    refusal('sign_in_failed'),
  );
});

it('a person who comes back gets no address of a calendar back', async () => {
  const gone = await test.as('writer');
  await gone.client.agendaOut.subscribe({ what: 'internal', leaderId: null });
  const { change } = test.first.client.people;
  await change({ id: gone.caller.userId, active: false });
  await change({ id: gone.caller.userId, active: true });
  expect(await test.first.client.agendaOut.subscriptions({ everyone: true })).toEqual([]);
});

it('slows down after five failures and forgets them after a right one', async () => {
  await test.first.client.people.add({
    username: 'made.foto',
    name: 'Made',
    roles: ['documentation'],
    password: 'rahasia-panjang',
  });
  const door = test.clientOf(null);
  for (let n = 0; n < 4; n += 1) {
    await expect(door.session.signIn({ username: 'made.foto', password: 'x' })).rejects.toEqual(
      refusal('sign_in_failed'),
    );
  }
  await expect(door.session.signIn({ username: 'made.foto', password: 'x' })).rejects.toEqual(
    refusal('sign_in_slowed'),
  );
  await expect(door.session.signIn({ username: 'made.foto', password: 'rahasia-panjang' })).rejects.toEqual(
    refusal('sign_in_slowed'),
  );
  test.clock.move({ seconds: 3 });
  const status = await door.session.signIn({ username: 'made.foto', password: 'rahasia-panjang' });
  expect(status.state).toBe('signed_in');
});

it('keeps the last admin, and chains every act in the audit trail', async () => {
  await expect(test.first.client.people.change({ id: test.first.caller.userId, roles: ['writer'] })).rejects.toEqual(
    refusal('last_admin'),
  );
  const verified = await test.first.client.audit.verify();
  expect(verified.brokenAt).toBeNull();
  expect(verified.lines).toBeGreaterThan(1);
});

it('shows a changed audit line', async () => {
  await test.first.client.register.addOfficial({ name: 'I Gusti Ngurah Jaya Negara', position: 'Wali Kota Denpasar' });
  test.core.database.handle.exec(
    `update audit set details = '{"name":"orang lain"}' where act = 'register.add-official'`,
  );
  const verified = await test.first.client.audit.verify();
  expect(verified.brokenAt).toBe(verified.lines);
});

it('switches the person by PIN within the same session', async () => {
  const head = await test.as('head');
  await head.client.people.setPin({ pin: '4821' });
  await expect(test.first.client.session.switchPerson({ userId: head.caller.userId, pin: '0000' })).rejects.toEqual(
    refusal('pin_wrong'),
  );
  const status = await test.first.client.session.switchPerson({ userId: head.caller.userId, pin: '4821' });
  expect(status.me?.userId).toBe(head.caller.userId);
});

it('lets nobody try the PIN of who never signed in with this browser', async () => {
  const head = await test.as('head');
  await head.client.people.setPin({ pin: '4821' });
  await head.client.people.setPassword({ id: head.caller.userId, password: 'rahasia-panjang' });
  const elsewhere = { trusted: false, place: 'browser', deviceHash: 'peramban-jauh' } as const;
  const far = test.clientOf(test.first.caller, elsewhere);
  expect(await far.session.switchable()).toEqual([]);
  const change = () => far.session.switchPerson({ userId: head.caller.userId, pin: '4821' });
  await expect(change()).rejects.toEqual(refusal('not_allowed'));
  // at the computer of the office itself all of it may be chosen
  expect((await test.first.client.session.switchable()).map(({ userId }) => userId)).toEqual([head.caller.userId]);

  const { username } = (await test.first.client.people.list()).find(({ id }) => id === head.caller.userId) ?? {};
  await test.clientOf(null, elsewhere).session.signIn({ username: username ?? '', password: 'rahasia-panjang' });
  expect((await far.session.switchable()).map(({ userId }) => userId)).toEqual([head.caller.userId]);
  expect((await change()).me?.userId).toBe(head.caller.userId);
  // in another browser of the same person it does not count
  const other = test.clientOf(test.first.caller, { ...elsewhere, deviceHash: 'peramban-lain' });
  expect(await other.session.switchable()).toEqual([]);
});

it('switches a PIN off after ten wrong ones in a row, until its owner signed in, who is told', async () => {
  const head = await test.as('head');
  await head.client.people.setPin({ pin: '4821' });
  await head.client.people.setPassword({ id: head.caller.userId, password: 'rahasia-panjang' });
  const change = (pin: string) => test.first.client.session.switchPerson({ userId: head.caller.userId, pin });
  for (let wrong = 0; wrong < 9; wrong += 1) {
    await expect(change('0000')).rejects.toEqual(refusal(wrong < 4 ? 'pin_wrong' : 'sign_in_slowed'));
    test.clock.move({ minutes: 16 });
  }
  await expect(change('0000')).rejects.toEqual(refusal('pin_off'));
  test.clock.move({ hours: 30 });
  await expect(change('4821')).rejects.toEqual(refusal('pin_off'));

  const { username } = (await test.first.client.people.list()).find(({ id }) => id === head.caller.userId) ?? {};
  const signIn = { username: username ?? '', password: 'rahasia-panjang' };
  expect((await test.clientOf(null).session.signIn(signIn)).me?.pinTried).toBe(true);
  expect((await change('4821')).me?.pinTried).toBe(true);
  await head.client.people.setPin({ pin: '9153', password: 'rahasia-panjang' });
  expect((await test.clientOf(null).session.signIn(signIn)).me?.pinTried).toBe(false);
  const lines = await test.first.client.audit.list({ limit: 50 });
  expect(lines.filter(({ act }) => act === 'people.pin-off')).toHaveLength(1);
});

it('slows tries that come at the same moment, too: the right one among many does not get in', async () => {
  const head = await test.as('head');
  await head.client.people.setPin({ pin: '4821' });
  const pins = [...Array.from({ length: 20 }, (_, n) => String(n).padStart(4, '0')), '4821'];
  const switched = await Promise.allSettled(
    pins.map((pin) => test.first.client.session.switchPerson({ userId: head.caller.userId, pin })),
  );
  expect(switched.filter((one) => one.status === 'fulfilled')).toEqual([]);

  await test.first.client.people.add({
    username: 'made.foto',
    name: 'Made',
    roles: ['documentation'],
    password: 'rahasia-panjang',
  });
  const door = test.clientOf(null);
  const passwords = [...pins, 'rahasia-panjang'];
  const signed = await Promise.allSettled(
    passwords.map((password) => door.session.signIn({ username: 'made.foto', password })),
  );
  expect(signed.filter((one) => one.status === 'fulfilled')).toEqual([]);
});

it('keeps what an admin changed while a password was being hashed', async () => {
  const head = await test.as('head');
  const changing = head.client.people.setPassword({ id: head.caller.userId, password: 'rahasia-panjang' });
  await test.first.client.people.change({ id: head.caller.userId, roles: ['writer'], active: false });
  await changing.catch(() => {});
  const after = (await test.first.client.people.list()).find((user) => user.id === head.caller.userId);
  expect(after).toMatchObject({ roles: ['writer'], active: false });
});

it('lets only the admin allow that people approve their own texts', async () => {
  const head = await test.as('head');
  await expect(head.client.office.change({ version: 1, selfApproval: true })).rejects.toEqual(refusal('not_allowed'));
  // the form sends everything; what stays as it is, is no change
  expect((await head.client.office.change({ version: 1, selfApproval: false, contact: 'Humas 0361-1' })).contact).toBe(
    'Humas 0361-1',
  );
  expect((await test.first.client.office.change({ version: 2, selfApproval: true })).selfApproval).toBe(true);
});

it('asks for the password before it takes a PIN, so that an open session opens no second way in', async () => {
  await test.first.client.people.setPassword({ id: test.first.caller.userId, password: 'rahasia-panjang' });
  await expect(test.first.client.people.setPin({ pin: '1234' })).rejects.toEqual(refusal('sign_in_failed'));
  const set = await test.first.client.people.setPin({ pin: '1234', password: 'rahasia-panjang' });
  expect(set.hasPin).toBe(true);
});
