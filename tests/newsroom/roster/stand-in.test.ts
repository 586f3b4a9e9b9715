import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Right, type Role, rightSchema } from '../../../src-main/contract/rights.ts';
import { may } from '../../../src-main/newsroom/access.ts';
import { approveRelease } from '../../../src-main/newsroom/approval/approve.ts';
import { type TestCore, testCore } from '../../builders/core.ts';
import { draft } from '../../builders/draft.ts';
import { type SignedIn, signedIn } from '../../builders/signed-in.ts';
import { typeInto } from '../../builders/typing.ts';
import { acc, refusal } from '../approval/desk.ts';

let test: TestCore;
let head: SignedIn;
let editor: SignedIn;
let writer: SignedIn;
beforeEach(async () => {
  test = await testCore();
  head = await signedIn(test, 'kabag', 'head');
  editor = await signedIn(test, 'redaktur', 'editor');
  writer = await signedIn(test, 'penulis', 'writer');
});
afterEach(() => test.end());

/** Tonight, 16.00-07.30 WITA; it is 08.00 at the office. */
async function tonight(by: SignedIn, userId: string, more: { insteadOf?: string } = {}) {
  const client = await by.client();
  return client.roster.set({
    day: '2025-11-20',
    part: 'night',
    duty: 'approval',
    userId,
    insteadOf: head.userId,
    ...more,
  });
}

async function submitted(by: SignedIn): Promise<string> {
  const client = await by.client();
  const { id } = await draft(client, { kind: 'siaran_pers_resmi' });
  await client.approval.submit({ releaseId: id });
  return id;
}

const rightsNow = async (person: SignedIn) => (await (await person.client()).session.status()).me?.rights ?? [];

describe('who stands in for the head', () => {
  it('may decide while the entry runs: it begins and ends by itself, at the moment of the act', async () => {
    await tonight(head, editor.userId);
    const releaseId = await submitted(writer);
    expect(await rightsNow(editor)).not.toContain('releases.decide');
    await expect(acc(await editor.client(), releaseId)).rejects.toEqual(refusal('not_allowed'));
    test.clock.set('2025-11-20T07:59:59Z');
    await expect(acc(await editor.client(), releaseId)).rejects.toEqual(refusal('not_allowed'));
    test.clock.set('2025-11-20T08:00:00Z');
    const status = await (await editor.client()).session.status();
    expect(status.me?.rights).toContain('releases.decide');
    expect(status.me?.standsIn).toEqual([{ name: head.name, role: 'head', until: '2025-11-20T23:30:00.000Z' }]);
    expect(await (await editor.client()).approval.inbox({})).toMatchObject([{ releaseId, decidable: 'yes' }]);
    expect(await (await editor.client()).approval.counts({})).toMatchObject({ toDecide: 1 });
    expect(await (await editor.client()).approval.sheet({ releaseId })).toMatchObject({
      decide: 'yes',
      decideFor: { name: head.name, role: 'head' },
    });
    // a caller that was looked up while it ran, and an act after it has ended
    const during = await editor.caller();
    const { contentHash } = await (await editor.client()).approval.sheet({ releaseId });
    test.clock.set('2025-11-20T23:30:00Z');
    expect(may(during, 'releases.decide')).toBe(true);
    const late = await approveRelease(test.core.newsroom, during, { releaseId, seenHash: contentHash, note: '' });
    expect(late).toMatchObject({ ok: false, refusal: { code: 'not_allowed' } });
    expect(await rightsNow(editor)).not.toContain('releases.decide');
    test.clock.set('2025-11-20T23:29:59Z');
    await acc(await editor.client(), releaseId);
  });

  it('is named in the decision, the history, the versions and the audit trail, with whom they stood in for', async () => {
    await tonight(head, editor.userId);
    const releaseId = await submitted(writer);
    test.clock.set('2025-11-20T12:00:00Z');
    await acc(await editor.client(), releaseId);
    const { decisions, versions } = await (await writer.client()).approval.history({ releaseId });
    const insteadOf = { id: head.userId, name: head.name };
    expect(decisions[0]).toMatchObject({ act: 'approved', userName: editor.name, role: 'head', insteadOf });
    expect(decisions[1]).toMatchObject({ act: 'submitted', insteadOf: null });
    expect(versions[0]).toMatchObject({ approvedBy: editor.name, insteadOf: { name: head.name, role: 'head' } });
    const sheet = await (await head.client()).approval.sheet({ releaseId });
    expect(sheet.decisions[0]).toMatchObject({ insteadOf });
    const lines = await test.first.client.audit.list({});
    expect(lines.find((line) => line.act === 'approval.approved')).toMatchObject({
      userName: editor.name,
      details: { role: 'head', insteadOf: head.name },
    });
    expect(lines.find((line) => line.act === 'roster.stand-in')).toMatchObject({
      userName: head.name,
      details: { person: editor.name, insteadOf: head.name },
    });
    // taking the entry away later changes nothing of what was decided
    const [entry] = await (await head.client()).roster.list({ from: '2025-11-20', to: '2025-11-20' });
    await (await head.client()).roster.remove({ id: entry?.id ?? '', version: entry?.version ?? 0 });
    expect((await (await writer.client()).approval.history({ releaseId })).decisions[0]).toMatchObject({ insteadOf });
  });

  it('approves neither their own words nor those of the one they stand in for', async () => {
    await tonight(head, editor.userId);
    const own = await submitted(editor);
    const heads = await submitted(head);
    const both = await submitted(writer);
    await typeInto(await editor.client(), both, { title: 'Disunting Redaktur' });
    test.clock.set('2025-11-20T12:00:00Z');
    const client = await editor.client();
    for (const releaseId of [own, heads, both]) {
      expect(await client.approval.sheet({ releaseId })).toMatchObject({ decide: 'own' });
      await expect(acc(client, releaseId)).rejects.toEqual(refusal('own_text'));
    }
    expect((await client.approval.inbox({})).map(({ decidable }) => decidable)).toEqual(['own', 'own', 'own']);
  });

  it('returns in the name of the head, or as an editor where that is their own right', async () => {
    const documentation = await signedIn(test, 'foto', 'documentation');
    await tonight(head, documentation.userId);
    const releaseId = await submitted(writer);
    await expect((await documentation.client()).approval.return({ releaseId, note: 'perbaiki' })).rejects.toEqual(
      refusal('not_allowed'),
    );
    test.clock.set('2025-11-20T12:00:00Z');
    await (await documentation.client()).approval.return({ releaseId, note: 'perbaiki' });
    const client = await writer.client();
    expect((await client.approval.history({ releaseId })).decisions[0]).toMatchObject({
      act: 'returned',
      role: 'head',
      insteadOf: { name: head.name },
    });
    await client.approval.submit({ releaseId });
    await (await editor.client()).approval.return({ releaseId, note: 'lagi' });
    expect((await client.approval.history({ releaseId })).decisions[0]).toMatchObject({
      role: 'editor',
      insteadOf: null,
    });
  });

  it('borrows nothing but the right to decide, whatever their role', async () => {
    const roles: Role[] = ['protocol', 'writer', 'documentation', 'editor'];
    for (const role of roles) {
      const person = await signedIn(test, `plh-${role}`, role);
      await (await head.client()).roster.set({
        day: '2025-11-20',
        part: 'span',
        duty: 'approval',
        userId: person.userId,
        insteadOf: head.userId,
        start: '2025-11-20T08:00',
        end: '2025-11-25T08:00',
      });
      const caller = await person.caller();
      const expected = rightSchema.options.filter(
        (right: Right) => may({ roles: [role] }, right) || right === 'releases.decide',
      );
      expect([role, rightSchema.options.filter((right: Right) => may(caller, right))]).toEqual([role, expected]);
      expect((await rightsNow(person)).sort()).toEqual([...expected].sort());
    }
  });

  it('is chosen only by that head or an admin, and only from inside the office', async () => {
    const other = await signedIn(test, 'sekda', 'final_approver');
    const protocol = await signedIn(test, 'protokol', 'protocol');
    for (const by of [editor, protocol, other])
      await expect(tonight(by, editor.userId)).rejects.toEqual(refusal('not_allowed'));
    await expect(tonight(writer, writer.userId)).rejects.toEqual(refusal('not_allowed'));
    const outside: Role[] = ['observer', 'contributor', 'channel_manager', 'admin'];
    for (const role of outside) {
      const person = await signedIn(test, `luar-${role.replace('_', '-')}`, role);
      await expect(tonight(head, person.userId)).rejects.toEqual(refusal('stand_in_not_possible'));
    }
    await expect(tonight(head, head.userId)).rejects.toEqual(refusal('stand_in_not_possible'));
    // who decides nothing has nothing to lend
    const admin = await signedIn(test, 'admin-kantor', 'admin');
    await expect(tonight(admin, editor.userId, { insteadOf: writer.userId })).rejects.toEqual(
      refusal('stand_in_not_possible'),
    );
    const entry = await tonight(admin, editor.userId);
    await expect((await protocol.client()).roster.remove({ id: entry.id, version: entry.version })).rejects.toEqual(
      refusal('not_allowed'),
    );
    // an entry of another duty cannot be turned into one
    const night = await (await protocol.client()).roster.set({
      day: '2025-11-20',
      part: 'night',
      duty: 'protocol',
      userId: protocol.userId,
    });
    await expect(
      (await protocol.client()).roster.set({
        day: '2025-11-20',
        part: 'night',
        duty: 'approval',
        userId: protocol.userId,
        insteadOf: head.userId,
        seen: { id: night.id, version: night.version },
      }),
    ).rejects.toEqual(refusal('not_allowed'));
    await expect(
      (await head.client()).roster.set({
        day: '2025-11-20',
        part: 'span',
        duty: 'approval',
        userId: editor.userId,
        insteadOf: head.userId,
        start: '2025-11-19T08:00',
        end: '2025-11-20T07:00',
      }),
    ).rejects.toEqual(refusal('end_before_start'));
  });

  it('loses it with the one who lent it, and with their own place in the office; hands nothing on', async () => {
    await tonight(head, editor.userId);
    test.clock.set('2025-11-20T12:00:00Z');
    expect(await rightsNow(editor)).toContain('releases.decide');
    // the stand-in of a stand-in
    await expect(
      (await editor.client()).roster.set({
        day: '2025-11-20',
        part: 'night',
        duty: 'approval',
        userId: writer.userId,
        insteadOf: editor.userId,
      }),
    ).rejects.toEqual(refusal('stand_in_not_possible'));
    await test.first.client.people.change({ id: head.userId, roles: ['writer'] });
    expect(await rightsNow(editor)).not.toContain('releases.decide');
    await test.first.client.people.change({ id: head.userId, roles: ['head'] });
    expect(await rightsNow(editor)).toContain('releases.decide');
    await test.first.client.people.change({ id: head.userId, active: false });
    expect(await rightsNow(editor)).not.toContain('releases.decide');
    await test.first.client.people.change({ id: head.userId, active: true });
    await test.first.client.people.change({ id: editor.userId, roles: ['channel_manager'] });
    expect(await rightsNow(editor)).not.toContain('releases.decide');
  });

  it('is told, and the pages hear when it begins and ends, also through a restart', async () => {
    await tonight(head, editor.userId);
    const [notice] = (await (await editor.client()).notices.list()).notices;
    expect(notice).toMatchObject({ kind: 'on_roster', insteadOf: head.name, by: head.name, day: '2025-11-20' });
    await test.core.start();
    await test.core.runner.idle();
    const turns = () => test.happenings.filter(({ kind }) => kind === 'roster.changed').length;
    const before = turns();
    test.clock.set('2025-11-20T08:00:00Z');
    test.core.runner.wake();
    await test.core.runner.idle();
    expect(turns()).toBe(before + 1);
    await test.reopen();
    test.clock.set('2025-11-21T00:00:00Z');
    await test.core.start();
    await test.core.runner.idle();
    expect(turns()).toBe(before + 2);
  });
});
