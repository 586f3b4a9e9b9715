import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../src-main/newsroom/audit.ts';
import { approvedRelease, pressGroup, setAccount, testMailer } from '../../builders/approved-release.ts';
import { type TestCore, testCore } from '../../builders/core.ts';
import { certificate, type MailServer, mailServer } from '../../builders/mail-server.ts';

const COUNT = 40;
let test: TestCore | undefined;
let server: MailServer | undefined;
let child: ChildProcess | undefined;

afterEach(async () => {
  child?.kill('SIGKILL');
  await test?.end();
  await server?.close();
});

/** Kirim is pressed, nothing is sent yet, and the folder is free for a core process. */
async function pressed(
  options: Parameters<typeof mailServer>[0] = {},
): Promise<{ core: TestCore; releaseId: string; port: number }> {
  server = await mailServer(options);
  const core = await testCore({ mailer: testMailer() });
  test = core;
  await setAccount(core, server.port);
  const editor = (await core.as('editor')).client;
  const { releaseId, contentHash } = await approvedRelease(core.core);
  const { groupId } = await pressGroup(editor, COUNT);
  await editor.distribution.send({ releaseId, contentHash, to: { emailGroupIds: [groupId] } });
  await core.core.stop();
  writeFileSync(path.join(core.folder, 'authority.pem'), certificate);
  return { core, releaseId, port: server.port };
}

/** A core process on the folder; resolves at a word it says, or at its end. */
function run(folder: string, step: string): { until(word: string): Promise<void>; kill(): Promise<void> } {
  const started = spawn(
    path.resolve('node_modules/.bin/node'),
    [path.resolve('tests/harness/mailing-core.ts'), folder, path.join(folder, 'authority.pem'), step],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  child = started;
  let said = '';
  let ended = false;
  const exit = new Promise<void>((resolve) =>
    started.once('exit', () => {
      ended = true;
      resolve();
    }),
  );
  started.stdout?.on('data', (data) => {
    said += String(data);
  });
  return {
    async until(word) {
      for (let waited = 0; !said.includes(word); waited += 10) {
        if (ended || waited > 60_000) throw new Error(`the core said "${said}", not "${word}"`);
        await pause(10);
      }
    },
    async kill() {
      started.kill('SIGKILL');
      await exit;
    },
  };
}

/** After the kill: a new core runs to its end; then the ledger is compared with what really arrived. */
async function afterwards(core: TestCore, releaseId: string) {
  await run(core.folder, 'none').until('idle');
  await core.reopen();
  const ledger = await core.core.newsroom.read((stores) => stores.deliveries.byRelease(releaseId));
  const arrived = new Map<string, number>();
  for (const mail of server?.mails ?? []) for (const to of mail.to) arrived.set(to, (arrived.get(to) ?? 0) + 1);
  const count = (state: string) => ledger.filter((row) => row.state === state).length;
  expect(ledger).toHaveLength(COUNT);
  for (const row of ledger) {
    const mails = arrived.get(row.recipientAddress) ?? 0;
    expect(mails, `${row.recipientAddress} is ${row.state}`).toBeLessThanOrEqual(1);
    if (row.state === 'sent') expect(mails).toBe(1);
    else expect(row).toMatchObject({ state: 'unknown', reason: 'core_stopped' });
  }
  expect(await verifyAudit(core.core.newsroom)).toMatchObject({ brokenAt: null });
  return { sent: count('sent'), unknown: count('unknown'), arrived: arrived.size };
}

describe('kill -9 of the core while it sends', { timeout: 120_000 }, () => {
  it('during preparing: everything is sent once', async () => {
    const { core, releaseId } = await pressed();
    const running = run(core.folder, 'prepare');
    await running.until('prepare');
    await running.kill();
    expect(await afterwards(core, releaseId)).toEqual({ sent: COUNT, unknown: 0, arrived: COUNT });
  });

  it('after the intent and before the call: none had left, so all are sent', async () => {
    const { core, releaseId } = await pressed();
    const running = run(core.folder, 'intended');
    await running.until('intended');
    await running.kill();
    expect(await afterwards(core, releaseId)).toEqual({ sent: COUNT, unknown: 0, arrived: COUNT });
  });

  it('after the intent, and the computer too was started anew: nobody can know, all intended are unknown', async () => {
    const { core, releaseId } = await pressed();
    const running = run(core.folder, 'intended');
    await running.until('intended');
    await running.kill();
    writeFileSync(path.join(core.folder, 'surel-berangkat.log'), 'an-earlier-start-of-the-computer\n');
    // four times the account's connections
    const window = 12;
    expect(await afterwards(core, releaseId)).toEqual({
      sent: COUNT - window,
      unknown: window,
      arrived: COUNT - window,
    });
  });

  it('after DATA and before the answer: unknown, although it arrived, and not sent again', async () => {
    let reached = () => {};
    const body = new Promise<void>((resolve) => {
      reached = resolve;
    });
    let bodies = 0;
    let killed = false;
    const { core, releaseId } = await pressed({
      async afterBody() {
        bodies += 1;
        if (!killed && bodies >= 3) {
          reached();
          // the answer never comes before the core is dead; the server has the mail all the same
          await pause(500);
        }
      },
    });
    const running = run(core.folder, 'none');
    await body;
    await running.kill();
    killed = true;
    await pause(600);
    const result = await afterwards(core, releaseId);
    expect(result.unknown).toBeGreaterThan(0);
    expect(result.arrived).toBeGreaterThan(result.sent);
  });

  it('after the outcome: what was sent stays sent', async () => {
    const { core, releaseId } = await pressed();
    const running = run(core.folder, 'outcome');
    await running.until('outcome');
    await running.kill();
    const result = await afterwards(core, releaseId);
    // only those whose last octet had left
    expect(result.unknown).toBeLessThanOrEqual(3);
    expect(result.sent).toBe(COUNT - result.unknown);
  });

  it('at moments that nobody chose: no double, no silent loss', async () => {
    const { core, releaseId } = await pressed({ afterBody: () => pause(15) });
    for (const milliseconds of [20, 35, 60, 90]) {
      const running = run(core.folder, 'none');
      await running.until('started');
      await pause(milliseconds);
      await running.kill();
    }
    await afterwards(core, releaseId);
  });
});
