import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openCore, restore } from '../../../src-main/core.ts';
import { verifyAudit } from '../../../src-main/newsroom/audit.ts';
import { setMailAccount } from '../../../src-main/newsroom/distribution/mail-account.ts';
import { done } from '../../../src-main/newsroom/outcome.ts';
import { accountFor, approvedRelease, pressGroup, setAccount, testMailer } from '../../builders/approved-release.ts';
import { type TestCore, testCore } from '../../builders/core.ts';
import { type MailServer, mailServer } from '../../builders/mail-server.ts';

const COUNT = 12;
const folder = mkdtempSync(path.join(tmpdir(), 'kulkul-pulih-'));
let office: TestCore | undefined;
let server: MailServer | undefined;

afterEach(async () => {
  await office?.end();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('what waited when the backup was made does not leave again before a person goes on', async () => {
  server = await mailServer();
  office = await testCore({ mailer: testMailer(), dataFolder: path.join(folder, 'asal') });
  await setAccount(office, server.port);
  const editor = (await office.as('editor')).client;
  const { releaseId, contentHash } = await approvedRelease(office.core);
  const { groupId } = await pressGroup(editor, COUNT);
  await editor.distribution.send({ releaseId, contentHash, to: { emailGroupIds: [groupId] } });
  // Kirim is pressed, no job has run: every row waits. One stands before its one irreversible call
  const [first] = await office.core.newsroom.read((stores) => stores.deliveries.byRelease(releaseId));
  await office.core.newsroom.write(async (stores) => {
    const at = office?.clock.now().toString({ smallestUnit: 'millisecond' }) ?? '';
    await stores.deliveries.intend(
      [{ deliveryId: first?.id ?? '', number: 1, reference: '<satu@denpasar.example>' }],
      at,
    );
    return done(undefined);
  });
  const backup = path.join(folder, 'cadangan');
  expect(await office.core.newsroom.backups.make(backup)).toMatchObject({ ok: true });
  // after the backup they leave
  await office.core.start();
  await office.core.runner.idle();
  const left = server.mails.length;
  expect(left).toBeGreaterThanOrEqual(COUNT - 1);

  const into = path.join(folder, 'pulih');
  expect(await restore(backup, into)).toMatchObject({ ok: true });
  const { caller } = office.first;
  await office.core.stop();
  const opened = await openCore({ dataFolder: into, demo: false, dataKey: null, setupCode: '', mailer: testMailer() });
  if (!opened.ok) throw new Error(opened.refusal.code);
  office.core = opened.core;
  const { newsroom, runner } = opened.core;
  // the password did not travel
  const version = (await newsroom.read((stores) => stores.mailAccount.get()))?.version ?? null;
  const typed = { ...accountFor(server.port), password: 'benar', version };
  expect(await setMailAccount(newsroom, caller, typed)).toMatchObject({ ok: true });
  await opened.core.start();
  await runner.idle();
  expect(server.mails).toHaveLength(left);
  const { channels } = await office.clientOf(caller).distribution.overview({});
  expect(channels.find(({ channel }) => channel === 'email')).toMatchObject({
    pausedBecause: 'restored',
    waiting: COUNT - 1,
  });
  const rows = await newsroom.read((stores) => stores.deliveries.byRelease(releaseId));
  expect(rows.filter((row) => row.state === 'ready')).toHaveLength(COUNT - 1);
  // nobody can be asked about the one that was under way
  expect(rows.filter((row) => row.state === 'unknown')).toHaveLength(1);
  const trail = await newsroom.read((stores) => stores.audit.list({ limit: 5 }));
  expect(trail.find((line) => line.act === 'distribution.pause')).toMatchObject({ details: { because: 'restored' } });
  expect((await verifyAudit(newsroom)).brokenAt).toBeNull();

  await office.clientOf(caller).distribution.resume({ channel: 'email' });
  await runner.idle();
  expect(server.mails).toHaveLength(left + COUNT - 1);

  // it is said once: the next start holds nothing
  await office.core.stop();
  const next = await openCore({ dataFolder: into, demo: false, dataKey: null, setupCode: '', mailer: testMailer() });
  if (!next.ok) throw new Error(next.refusal.code);
  office.core = next.core;
  await next.core.start();
  const { pausedAt } = await next.core.newsroom.read((stores) => stores.deliveries.channel('email'));
  expect(pausedAt).toBeNull();
}, 60_000);
