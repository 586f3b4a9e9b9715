import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson, contentHash } from '../../../src-main/text/manifest.ts';
import { approvedRelease, manifestWith, pressGroup, setAccount, testMailer } from '../../builders/approved-release.ts';
import { type Client, type TestCore, testCore } from '../../builders/core.ts';
import { type MailServer, mailServer, saying } from '../../builders/mail-server.ts';

let test: TestCore;
let server: MailServer | undefined;
let editor: Client;

beforeEach(async () => {
  test = await testCore({ mailer: testMailer() });
  editor = (await test.as('editor')).client;
  await test.core.start();
});
afterEach(async () => {
  await test.end();
  await server?.close();
  server = undefined;
});

const right = 'Wali Kota Resmikan Pasar Rakyat Titih, Bukan Pasar Badung';
const rows = async (releaseId: string) => (await editor.distribution.byRelease({ releaseId })).deliveries;
const subjects = () => (server?.mails ?? []).map((mail) => /^Subject: (.*)$/m.exec(mail.raw.toString())?.[1] ?? '');
const refusal = (code: string, params = {}) => ({ data: { code, params } });

/** Kirim of version 1 to so many journalists, at a server that answers as `options` say. */
async function sendFirst(count: number, options: Parameters<typeof mailServer>[0]) {
  server = await mailServer(options);
  await setAccount(test, server.port, { connections: 1 });
  const { releaseId, contentHash: hash } = await approvedRelease(test.core);
  const { groupId } = await pressGroup(editor, count);
  const to = { emailGroupIds: [groupId] };
  await editor.distribution.send({ releaseId, contentHash: hash, to });
  await test.core.runner.idle();
  return { releaseId, to };
}

/** The correction is approved; what follows may only carry its words. */
async function approveSecond(releaseId: string): Promise<string> {
  const manifest = manifestWith({ title: right });
  const hash = contentHash(manifest);
  await test.core.newsroom.write(async (stores) => {
    await stores.releases.addVersion({
      releaseId,
      version: 2,
      number: null,
      canonical: canonicalJson(manifest),
      contentHash: hash,
      approvedAt: test.clock.now().toString(),
      approvedBy: { id: test.first.caller.userId, name: test.first.caller.name },
    });
    return { ok: true, value: undefined };
  });
  return hash;
}

describe('once a newer version is approved', () => {
  it('a refused row of the older one cannot be sent again, nor marked to go once more', async () => {
    let refuse = true;
    const { releaseId, to } = await sendFirst(2, {
      onRcptTo(address, _session, callback) {
        callback(refuse && address.address.startsWith('wartawan1') ? saying(550, '5.1.1 Tidak dikenal') : null);
      },
      afterBody: (mail, cut) => {
        if (refuse && mail.to[0] === 'wartawan2@media.example') cut();
      },
    });
    refuse = false;
    const [refused, unknown] = await rows(releaseId);
    expect([refused?.state, unknown?.state]).toEqual(['refused', 'unknown']);
    const before = subjects().length;
    const hash = await approveSecond(releaseId);

    await expect(editor.distribution.retry({ deliveryIds: [refused?.id ?? ''] })).rejects.toMatchObject(
      refusal('newer_version', { version: 2 }),
    );
    await expect(
      editor.distribution.resolve({ deliveryId: unknown?.id ?? '', as: 'send_again' }),
    ).rejects.toMatchObject(refusal('newer_version', { version: 2 }));
    await test.core.runner.idle();
    expect(subjects()).toHaveLength(before);
    // that it was received may still be said: nothing leaves by it
    await editor.distribution.resolve({ deliveryId: unknown?.id ?? '', as: 'received' });

    // who missed the old words gets the new ones, and is then no trouble any more
    expect((await editor.distribution.overview({})).trouble.map((row) => row.id)).toEqual([refused?.id]);
    await editor.distribution.send({ releaseId, contentHash: hash, to });
    await test.core.runner.idle();
    expect(subjects().slice(before)).toEqual([right, right]);
    expect((await editor.distribution.overview({})).trouble).toEqual([]);
  });

  it('what waits for its next try by itself stays at home and says why', async () => {
    let busy = true;
    const { releaseId } = await sendFirst(2, {
      onRcptTo(_address, _session, callback) {
        callback(busy ? saying(451, '4.7.1 Greylisted') : null);
      },
    });
    busy = false;
    expect((await rows(releaseId)).map((row) => row.state)).toEqual(['retrying', 'retrying']);
    await approveSecond(releaseId);
    await test.clock.move({ hours: 2 });
    test.core.runner.wake();
    await test.core.runner.idle();
    expect((await rows(releaseId)).map((row) => [row.state, row.reason])).toEqual([
      ['not_sent', 'superseded'],
      ['not_sent', 'superseded'],
    ]);
    expect(subjects()).toEqual([]);
  });

  it('what waited on a channel on hold does not go out when the channel goes on', async () => {
    server = await mailServer();
    await setAccount(test, server.port);
    await editor.distribution.pause({ channel: 'email' });
    const { releaseId, contentHash: hash } = await approvedRelease(test.core);
    const { groupId } = await pressGroup(editor, 1);
    await editor.distribution.send({ releaseId, contentHash: hash, to: { emailGroupIds: [groupId] } });
    await approveSecond(releaseId);
    await editor.distribution.resume({ channel: 'email' });
    await test.core.runner.idle();
    expect((await rows(releaseId)).map((row) => row.reason)).toEqual(['superseded']);
    expect(subjects()).toEqual([]);
  });

  it('an approval in the middle of a send stops the rest of it', async () => {
    let approved = false;
    const first = await sendFirst(120, {
      async afterBody(mail) {
        if (approved || mail.to.length === 0) return;
        approved = true;
        // the release of this send: the only one there is
        const [release] = await editor.releases.list({});
        await approveSecond(release?.id ?? '');
      },
    });
    const all = await rows(first.releaseId);
    const stopped = all.filter((row) => row.reason === 'superseded').length;
    expect(stopped).toBeGreaterThan(0);
    expect(all.filter((row) => row.state === 'sent').length + stopped).toBe(120);
  });
});
