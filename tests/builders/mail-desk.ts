import { afterEach, beforeEach } from 'vitest';
import { approvedRelease, pressGroup, setAccount, testMailer } from './approved-release.ts';
import { type Client, type TestCore, testCore } from './core.ts';
import { type MailServer, mailServer } from './mail-server.ts';

type ServerOptions = Parameters<typeof mailServer>[0];

/** A running core that mails for real, and its editor. Both, and the server, are of the test that runs. */
export interface MailDesk {
  test: TestCore;
  editor: Client;
  /** Where the mails go; closed after the test. */
  server: MailServer | undefined;
  /** A server that answers as `options` say, an account for it, an approved release and a group of so many journalists. */
  ready(
    count: number,
    options?: ServerOptions,
    connections?: number,
  ): Promise<{ releaseId: string; contentHash: string; groupId: string; to: { emailGroupIds: string[] } }>;
  /** The same, then Kirim; comes back when all of it has left or failed. */
  send(...words: Parameters<MailDesk['ready']>): ReturnType<MailDesk['ready']>;
  rows(releaseId: string): Promise<Awaited<ReturnType<Client['distribution']['byRelease']>>['deliveries']>;
}

/** A fresh one for each test of the file that calls this. */
export function mailDesk(): MailDesk {
  const desk = {
    server: undefined,
    async ready(count, options = {}, connections = 3) {
      desk.server = await mailServer(options);
      await setAccount(desk.test, desk.server.port, { connections });
      const { releaseId, contentHash } = await approvedRelease(desk.test.core);
      const { groupId } = await pressGroup(desk.editor, count);
      return { releaseId, contentHash, groupId, to: { emailGroupIds: [groupId] } };
    },
    async send(...words) {
      const ready = await desk.ready(...words);
      const { releaseId, contentHash, to } = ready;
      await desk.editor.distribution.send({ releaseId, contentHash, to });
      await desk.test.core.runner.idle();
      return ready;
    },
    rows: async (releaseId) => (await desk.editor.distribution.byRelease({ releaseId })).deliveries,
  } as MailDesk;
  beforeEach(async () => {
    desk.test = await testCore({ mailer: testMailer() });
    desk.editor = (await desk.test.as('editor')).client;
    await desk.test.core.start();
  });
  afterEach(async () => {
    await desk.test.end();
    await desk.server?.close();
    desk.server = undefined;
  });
  return desk;
}
