import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import { approvedRelease } from '../harness/approved-release.ts';
import { firstStart } from '../harness/client.ts';
import { nodeFile, startCore } from '../harness/core-process.ts';
import { median, print } from './figure.ts';

const MAILS = 300;
const CONNECTIONS = 5;
const ROUNDS = 3;

const sink = spawn(nodeFile, [path.join(import.meta.dirname, 'peers/mail-sink.ts')], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const lines = createInterface({ input: sink.stdout });
const port = Number((await once(lines, 'line'))[0]);

const core = await startCore();
const person = await firstStart(core, { people: 1 });
await person.rpc.channels.setSmtp({
  host: '127.0.0.1',
  port,
  security: 'plain',
  allowPlain: true,
  connections: CONNECTIONS,
  fromName: 'Prokopim Denpasar',
  fromAddress: 'prokopim@denpasarkota.example',
  version: null,
});
const memberIds: string[] = [];
for (let n = 0; n < MAILS; n += 1) {
  const journalist = await person.rpc.partners.addJournalist({
    name: `Wartawan ${n}`,
    email: `wartawan${n}@media.example`,
    phone: '',
    outletId: null,
    desk: '',
    note: '',
  });
  memberIds.push(journalist.id);
}
const group = await person.rpc.partners.addGroup({ name: 'Semua', kind: 'email', memberIds, note: '' });

const ours: number[] = [];
const bare: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const release = await approvedRelease(person, { title: `Wali Kota membuka pekan literasi ${round}` });
  const began = performance.now();
  await person.rpc.distribution.send({
    releaseId: release.id,
    contentHash: release.contentHash,
    to: { emailGroupIds: [group.id], journalistIds: [], whatsappGroupIds: [], site: false },
  });
  for (;;) {
    const { counts } = await person.rpc.distribution.byRelease({ releaseId: release.id });
    const sent = counts.filter((row) => row.state === 'sent').reduce((sum, row) => sum + row.count, 0);
    if (sent === MAILS) {
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  ours.push(MAILS / ((performance.now() - began) / 1000));

  const transport = createTransport({
    host: '127.0.0.1',
    port,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Infinity,
    ignoreTLS: true,
  });
  // the same words as ours, built by the same library, without a ledger
  sink.stdin.write('last\n');
  const mail = await PostalMime.parse(Buffer.from(String((await once(lines, 'line'))[0]), 'base64'));
  const start = performance.now();
  await Promise.all(
    memberIds.map((_, n) =>
      transport.sendMail({
        from: 'Prokopim Denpasar <prokopim@denpasarkota.example>',
        to: `wartawan${n}@media.example`,
        subject: `Wali Kota membuka pekan literasi ${round}`,
        text: mail.text ?? '',
        html: mail.html ?? '',
      }),
    ),
  );
  bare.push(MAILS / ((performance.now() - start) / 1000));
  transport.close();
}
print({
  area: 'distribution',
  figure: `${MAILS} text mails to a local sink with the full ledger`,
  unit: 'mails/s',
  ours: median(ours),
  peer: median(bare),
  peerName: 'bare pooled nodemailer',
  better: 'higher',
  goal: 0.8,
});
await core.dispose();
sink.stdin.end();
sink.kill();
process.exit(0);
