import { describe, expect, it } from 'vitest';
import { canonicalJson, contentHash } from '../../../src-main/text/manifest.ts';
import { manifestWith } from '../../builders/approved-release.ts';
import { mailDesk } from '../../builders/mail-desk.ts';
import { saying } from '../../builders/mail-server.ts';

const desk = mailDesk();
const { rows } = desk;

const right = 'Wali Kota Resmikan Pasar Rakyat Titih, Bukan Pasar Badung';
const subjects = () =>
  (desk.server?.mails ?? []).map((mail) => /^Subject: (.*)$/m.exec(mail.raw.toString())?.[1] ?? '');
const refusal = (code: string, params = {}) => ({ data: { code, params } });

/** Kirim of version 1 to so many journalists, over one connection. */
const sendFirst = (count: number, options: Parameters<typeof desk.send>[1]) => desk.send(count, options, 1);

/** The correction is approved; what follows may only carry its words. */
async function approveSecond(releaseId: string): Promise<string> {
  const manifest = manifestWith({ title: right });
  const hash = contentHash(manifest);
  await desk.test.core.newsroom.write(async (stores) => {
    await stores.releases.addVersion({
      releaseId,
      version: 2,
      number: null,
      canonical: canonicalJson(manifest),
      contentHash: hash,
      approvedAt: desk.test.clock.now().toString(),
      approvedBy: { id: desk.test.first.caller.userId, name: desk.test.first.caller.name },
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

    await expect(desk.editor.distribution.retry({ deliveryIds: [refused?.id ?? ''] })).rejects.toMatchObject(
      refusal('newer_version', { version: 2 }),
    );
    await expect(
      desk.editor.distribution.resolve({ deliveryId: unknown?.id ?? '', as: 'send_again' }),
    ).rejects.toMatchObject(refusal('newer_version', { version: 2 }));
    await desk.test.core.runner.idle();
    expect(subjects()).toHaveLength(before);
    // that it was received may still be said: nothing leaves by it
    await desk.editor.distribution.resolve({ deliveryId: unknown?.id ?? '', as: 'received' });

    // who missed the old words gets the new ones, and is then no trouble any more
    expect((await desk.editor.distribution.overview({})).trouble.map((row) => row.id)).toEqual([refused?.id]);
    await desk.editor.distribution.send({ releaseId, contentHash: hash, to });
    await desk.test.core.runner.idle();
    expect(subjects().slice(before)).toEqual([right, right]);
    expect((await desk.editor.distribution.overview({})).trouble).toEqual([]);
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
    await desk.test.clock.move({ hours: 2 });
    desk.test.core.runner.wake();
    await desk.test.core.runner.idle();
    expect((await rows(releaseId)).map((row) => [row.state, row.reason])).toEqual([
      ['not_sent', 'superseded'],
      ['not_sent', 'superseded'],
    ]);
    expect(subjects()).toEqual([]);
  });

  it('what waited on a channel on hold does not go out when the channel goes on', async () => {
    const { releaseId, contentHash: hash, to } = await desk.ready(1);
    await desk.editor.distribution.pause({ channel: 'email' });
    await desk.editor.distribution.send({ releaseId, contentHash: hash, to });
    await approveSecond(releaseId);
    await desk.editor.distribution.resume({ channel: 'email' });
    await desk.test.core.runner.idle();
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
        const [release] = await desk.editor.releases.list({});
        await approveSecond(release?.id ?? '');
      },
    });
    const all = await rows(first.releaseId);
    const stopped = all.filter((row) => row.reason === 'superseded').length;
    expect(stopped).toBeGreaterThan(0);
    expect(all.filter((row) => row.state === 'sent').length + stopped).toBe(120);
  });
});
