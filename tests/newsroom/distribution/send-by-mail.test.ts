import { describe, expect, it } from 'vitest';
import { accountFor, approvedRelease, pressGroup, setAccount } from '../../builders/approved-release.ts';
import { mailDesk } from '../../builders/mail-desk.ts';
import { mailServer, saying } from '../../builders/mail-server.ts';

const desk = mailDesk();
const { rows } = desk;

const states = async (releaseId: string) => (await rows(releaseId)).map((row) => row.state);
const received = () => (desk.server?.mails ?? []).flatMap((mail) => mail.to).sort();

describe('sending a release by e-mail', () => {
  it('sends one individually addressed mail per journalist and writes the answer of the server down', async () => {
    const { releaseId } = await desk.send(3);
    expect(received()).toEqual(['wartawan1@media.example', 'wartawan2@media.example', 'wartawan3@media.example']);
    const ledger = await rows(releaseId);
    expect(ledger.map((row) => row.state)).toEqual(['sent', 'sent', 'sent']);
    expect(ledger[0]?.answer).toMatch(/^250 .*Diterima/);
    expect(ledger[0]?.reference).toBe(`<${ledger[0]?.id.toLowerCase()}.1@denpasar.example>`);
    expect(desk.server?.mails.every((mail) => mail.to.length === 1)).toBe(true);
    const raw = desk.server?.mails.find((mail) => mail.to[0] === ledger[0]?.recipientAddress)?.raw.toString();
    expect(raw).toContain(`Message-ID: ${ledger[0]?.reference}`);
    expect(desk.test.happenings.some((one) => one.kind === 'delivery.changed' && one.releaseId === releaseId)).toBe(
      true,
    );
  });

  it('keeps the words of the server for the one it refuses, and sends to the others', async () => {
    const { releaseId } = await desk.send(3, {
      onRcptTo(address, _session, callback) {
        callback(address.address.startsWith('wartawan2') ? saying(550, '5.1.1 Kotak surat tidak dikenal') : null);
      },
    });
    const ledger = await rows(releaseId);
    expect(ledger.map((row) => row.state)).toEqual(['sent', 'refused', 'sent']);
    expect(ledger[1]?.answer).toContain('5.1.1 Kotak surat tidak dikenal');
    expect(ledger[1]?.reason).toBe('recipient_refused');
    await desk.test.clock.move({ hours: 48 });
    desk.test.core.runner.wake();
    await desk.test.core.runner.idle();
    expect(received()).toHaveLength(2);
  });

  it('does not send twice when Kirim is pressed twice, and reaches only who is missing when the group has grown', async () => {
    const { releaseId, contentHash, to, groupId } = await desk.send(2);
    const again = await desk.editor.distribution.send({ releaseId, contentHash, to });
    expect(again).toMatchObject({ created: 0, already: 2 });
    await desk.editor.partners.addPasted({
      journalists: [{ name: 'Baru', email: 'baru@media.example', outlet: '' }],
      groupId,
    });
    expect(await desk.editor.distribution.preflight({ releaseId, to })).toMatchObject({ fresh: 1 });
    expect(await desk.editor.distribution.send({ releaseId, contentHash, to })).toMatchObject({
      created: 1,
      already: 2,
    });
    await desk.test.core.runner.idle();
    expect(received()).toEqual(['baru@media.example', 'wartawan1@media.example', 'wartawan2@media.example']);
  });

  it('calls it unknown when the line is cut after the body, and never sends it again by itself', async () => {
    let cut = true;
    const { releaseId } = await desk.send(3, {
      afterBody: (mail, cutLine) => {
        if (cut && mail.to[0] === 'wartawan1@media.example') cutLine();
      },
    });
    cut = false;
    expect(await states(releaseId)).toEqual(['unknown', 'sent', 'sent']);
    await desk.test.clock.move({ hours: 72 });
    await desk.test.reopen();
    await desk.test.core.start();
    await desk.test.core.runner.idle();
    desk.editor = (await desk.test.as('editor')).client;
    expect(await states(releaseId)).toEqual(['unknown', 'sent', 'sent']);
    expect(received().filter((to) => to === 'wartawan1@media.example')).toHaveLength(1);

    const [row] = await rows(releaseId);
    await expect(desk.editor.distribution.retry({ deliveryIds: [row?.id ?? ''] })).rejects.toMatchObject({
      data: { code: 'not_retryable' },
    });
    const resolved = await desk.editor.distribution.resolve({ deliveryId: row?.id ?? '', as: 'send_again' });
    expect(resolved.state).toBe('ready');
    await desk.test.core.runner.idle();
    expect(await states(releaseId)).toEqual(['sent', 'sent', 'sent']);
    const attempts = await desk.editor.distribution.attempts({ deliveryId: row?.id ?? '' });
    expect(attempts.map((one) => [one.number, one.outcome])).toEqual([
      [1, 'unknown'],
      [2, 'sent'],
    ]);
  });

  it('takes the word of a person that an unknown one was received', async () => {
    const { releaseId } = await desk.send(1, { afterBody: (_mail, cut) => cut() });
    const [row] = await rows(releaseId);
    expect(row?.state).toBe('unknown');
    const resolved = await desk.editor.distribution.resolve({ deliveryId: row?.id ?? '', as: 'received' });
    expect(resolved).toMatchObject({ state: 'sent', reason: 'said_received', answer: 'editor 1' });
    await desk.test.core.runner.idle();
    expect(received()).toHaveLength(1);
  });

  it('tries a temporary refusal again after one, five, fifteen and sixty minutes, then leaves it to a person', async () => {
    let refusing = true;
    const { releaseId } = await desk.send(1, {
      onRcptTo(_address, _session, callback) {
        callback(refusing ? saying(451, '4.7.1 Greylisted') : null);
      },
    });
    const waits: number[] = [];
    for (let round = 0; round < 4; round++) {
      const [row] = await rows(releaseId);
      expect(row).toMatchObject({ state: 'retrying', reason: 'temporary', attempts: round + 1 });
      expect(row?.answer).toContain('4.7.1 Greylisted');
      const wait = Date.parse(row?.nextTryAt ?? '') - desk.test.clock.now().epochMilliseconds;
      waits.push(wait / 60_000);
      await desk.test.clock.move({ milliseconds: wait - 1 });
      desk.test.core.runner.wake();
      await desk.test.core.runner.idle();
      expect((await rows(releaseId))[0]?.attempts).toBe(round + 1);
      await desk.test.clock.move({ milliseconds: 1 });
      desk.test.core.runner.wake();
      await desk.test.core.runner.idle();
    }
    [1, 5, 15, 60].forEach((minutes, index) => {
      expect(waits[index]).toBeGreaterThanOrEqual(minutes * 0.8);
      expect(waits[index]).toBeLessThanOrEqual(minutes * 1.2);
    });
    expect((await rows(releaseId))[0]).toMatchObject({ state: 'not_sent', attempts: 5 });
    refusing = false;
    // five in a row have paused the channel as well
    await desk.editor.distribution.resume({ channel: 'email' });
    await desk.editor.distribution.retry({ deliveryIds: [(await rows(releaseId))[0]?.id ?? ''] });
    await desk.test.core.runner.idle();
    expect(await states(releaseId)).toEqual(['sent']);
  });

  it('waits with every row while the server is away, and goes on by itself when it is back', async () => {
    desk.server = await mailServer();
    const { port } = desk.server;
    await desk.server.close();
    await setAccount(desk.test, port);
    const { releaseId, contentHash } = await approvedRelease(desk.test.core);
    const { groupId } = await pressGroup(desk.editor, 4);
    await desk.editor.distribution.send({ releaseId, contentHash, to: { emailGroupIds: [groupId] } });
    await desk.test.core.runner.idle();
    const waiting = await rows(releaseId);
    expect(waiting.map((row) => row.state)).toEqual(['retrying', 'retrying', 'retrying', 'retrying']);
    expect(waiting[0]).toMatchObject({ reason: 'connect_refused', attempts: 1 });
    // the others were not tried at all
    expect(waiting.slice(1).map((row) => row.attempts)).toEqual([0, 0, 0]);
    const overview = await desk.editor.distribution.overview({});
    expect(overview.channels.find((one) => one.channel === 'email')).toMatchObject({ paused: false, waiting: 4 });

    desk.server = await mailServer({}, port);
    await desk.test.clock.move({ minutes: 2 });
    desk.test.core.runner.wake();
    await desk.test.core.runner.idle();
    expect(await states(releaseId)).toEqual(['sent', 'sent', 'sent', 'sent']);
  });

  it('pauses after five failures in a row and resumes with only what is missing', async () => {
    let refusing = true;
    const { releaseId } = await desk.send(
      12,
      {
        onRcptTo(address, _session, callback) {
          const number = Number(/\d+/.exec(address.address)?.[0]);
          callback(refusing && number > 2 ? saying(550, '5.7.1 Ditolak karena reputasi') : null);
        },
      },
      1,
    );
    const before = await states(releaseId);
    expect(before.filter((state) => state === 'sent')).toHaveLength(2);
    const refusedCount = before.filter((state) => state === 'refused').length;
    expect(refusedCount).toBeGreaterThanOrEqual(5);
    expect(before.filter((state) => state === 'ready').length).toBe(10 - refusedCount);
    const { channels } = await desk.editor.distribution.overview({});
    expect(channels.find((one) => one.channel === 'email')).toMatchObject({
      paused: true,
      pausedBecause: 'consecutive',
      pausedWords: expect.stringContaining('reputasi'),
    });
    expect(desk.test.happenings.some((one) => one.kind === 'channels.changed')).toBe(true);
    refusing = false;
    await desk.editor.distribution.resume({ channel: 'email' });
    await desk.test.core.runner.idle();
    const after = await states(releaseId);
    expect(after.filter((state) => state === 'refused')).toHaveLength(refusedCount);
    expect(after.filter((state) => state === 'sent')).toHaveLength(12 - refusedCount);
    expect(new Set(received()).size).toBe(received().length);
  });

  it('pauses at once when the login is refused, and sends everything after the account was mended', async () => {
    desk.server = await mailServer();
    await setAccount(desk.test, desk.server.port, {}, 'salah');
    const { releaseId, contentHash } = await approvedRelease(desk.test.core);
    const { groupId } = await pressGroup(desk.editor, 3);
    await desk.editor.distribution.send({ releaseId, contentHash, to: { emailGroupIds: [groupId] } });
    await desk.test.core.runner.idle();
    expect(await states(releaseId)).toEqual(['ready', 'ready', 'ready']);
    const { channels } = await desk.editor.distribution.overview({});
    expect(channels.find((one) => one.channel === 'email')).toMatchObject({ paused: true, pausedBecause: 'login' });
    expect(desk.server.connections()).toBe(1);
    await setAccount(desk.test, desk.server.port, {}, 'benar');
    await desk.editor.distribution.resume({ channel: 'email' });
    await desk.test.core.runner.idle();
    expect(await states(releaseId)).toEqual(['sent', 'sent', 'sent']);
  });

  it('never speaks without TLS when TLS is asked for', async () => {
    const { releaseId } = await desk.send(1, { hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
    expect((await rows(releaseId))[0]).toMatchObject({ state: 'retrying', reason: 'tls' });
    expect(received()).toEqual([]);
  });

  it('sends 300 mails over the account’s connections, each once', async () => {
    const { releaseId } = await desk.send(300);
    expect(new Set(received()).size).toBe(300);
    expect(received()).toHaveLength(300);
    expect(new Set(await states(releaseId))).toEqual(new Set(['sent']));
    expect(desk.server?.connections()).toBeLessThanOrEqual(6);
  });

  it('refuses what stands in the way, with the reason', async () => {
    const { releaseId, contentHash } = await approvedRelease(desk.test.core);
    const { groupId } = await pressGroup(desk.editor, 1);
    const to = { emailGroupIds: [groupId] };
    const codeOf = (promise: Promise<unknown>) =>
      promise.then(
        () => 'sent',
        (error) => error.data.code,
      );
    expect(await codeOf(desk.editor.distribution.send({ releaseId, contentHash, to }))).toBe('account_missing');
    expect((await desk.editor.distribution.preflight({ releaseId, to })).findings).toContainEqual({
      level: 'block',
      code: 'account_missing',
      params: {},
    });
    await setAccount(desk.test, 1);
    expect(await codeOf(desk.editor.distribution.send({ releaseId, contentHash: 'a'.repeat(64), to }))).toBe(
      'content_changed',
    );
    expect(await codeOf(desk.editor.distribution.send({ releaseId, contentHash, to: {} }))).toBe('no_recipients');
    expect(await codeOf(desk.editor.distribution.send({ releaseId: groupId, contentHash, to }))).toBe('not_approved');
    const writer = (await desk.test.as('writer')).client;
    expect(await codeOf(writer.distribution.send({ releaseId, contentHash, to }))).toBe('not_allowed');
    const soon = await approvedRelease(desk.test.core, { embargoUntil: '2099-01-01T00:00:00.000Z' });
    expect(await codeOf(desk.editor.distribution.send({ ...soon, to }))).toBe('embargo_running');
  });
});

describe('a withdrawn release', () => {
  it('is not sent any more, neither what waits nor by a new Kirim', async () => {
    const { releaseId, contentHash, to } = await desk.send(2, {
      onRcptTo(_address, _session, callback) {
        callback(saying(451, '4.7.1 Greylisted'));
      },
    });
    expect(await states(releaseId)).toEqual(['retrying', 'retrying']);
    await desk.test.core.newsroom.write(async (stores) => {
      await stores.releases.change(
        releaseId,
        { state: 'withdrawn' },
        { name: 'Kepala', at: '2025-11-20T00:00:00.000Z' },
      );
      return { ok: true, value: undefined };
    });
    await desk.test.clock.move({ hours: 2 });
    desk.test.core.runner.wake();
    await desk.test.core.runner.idle();
    expect(await states(releaseId)).toEqual(['not_sent', 'not_sent']);
    expect(received()).toEqual([]);
    await expect(desk.editor.distribution.send({ releaseId, contentHash, to })).rejects.toMatchObject({
      data: { code: 'not_approved' },
    });
  });
});

describe('the account', () => {
  it('gives everything but the secret, keeps it sealed, and refuses plain SMTP beyond this computer', async () => {
    const admin = (await desk.test.as('admin')).client;
    const saved = await admin.channels.setSmtp({ ...accountFor(587), password: 'rahasia-sekali', version: null });
    expect(saved).toMatchObject({ hasPassword: true, version: 1 });
    expect(JSON.stringify(await admin.channels.smtp())).not.toContain('rahasia-sekali');
    const audit = await desk.test.core.newsroom.read((stores) => stores.audit.list({ limit: 50 }));
    expect(JSON.stringify(audit)).not.toContain('rahasia-sekali');
    const kept = await desk.test.core.newsroom.read((stores) => stores.mailAccount.get());
    expect(kept?.secret).not.toContain('rahasia');
    const plain = { ...accountFor(25), security: 'plain' as const, version: 1 };
    await expect(
      admin.channels.setSmtp({ ...plain, host: 'mail.denpasar.example', allowPlain: true }),
    ).rejects.toMatchObject({
      data: { code: 'plain_smtp_refused', field: 'security' },
    });
    await expect(admin.channels.setSmtp(plain)).rejects.toMatchObject({ data: { code: 'plain_smtp_refused' } });
    expect(await admin.channels.setSmtp({ ...plain, allowPlain: true })).toMatchObject({
      security: 'plain',
      hasPassword: true,
    });
    const moved = await admin.channels.setSmtp({ ...accountFor(587), host: 'lain.example', version: 2 });
    expect(moved.hasPassword).toBe(false);
  });

  it('says in Uji koneksi where it ended', async () => {
    desk.server = await mailServer({
      onMailFrom(address, _session, callback) {
        callback(address.address.startsWith('humas@') ? null : saying(553, '5.7.1 Bukan alamat Anda'));
      },
    });
    const admin = (await desk.test.as('admin')).client;
    const good = { ...accountFor(desk.server.port), password: 'benar' };
    expect(await admin.channels.testSmtp(good)).toMatchObject({ ok: true, step: 'all', secured: true });
    expect(await admin.channels.testSmtp({ ...good, password: 'salah' })).toMatchObject({
      ok: false,
      step: 'login',
      answer: expect.stringContaining('Sandi tidak cocok'),
    });
    expect(await admin.channels.testSmtp({ ...good, fromAddress: 'lain@denpasar.example' })).toMatchObject({
      ok: false,
      step: 'sender',
      answer: expect.stringContaining('Bukan alamat Anda'),
    });
    expect(await admin.channels.testSmtp({ ...good, port: 1 })).toMatchObject({ ok: false, step: 'connect' });
    expect(await admin.channels.testSmtp({ ...good, host: 'tidak-ada.invalid' })).toMatchObject({
      ok: false,
      step: 'dns',
    });
    expect(await admin.channels.testSmtp({ ...good, security: 'tls' })).toMatchObject({ ok: false, step: 'tls' });
    expect(desk.server.mails).toEqual([]);
  });
});
