import { readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import path from 'node:path';
import { smtpMailer } from '../../src-main/adapters/smtp/smtp-mailer.ts';
import { openCore } from '../../src-main/core.ts';
import type { Mailer } from '../../src-main/newsroom/distribution/mailer.ts';

/**
 * A core as a process of its own, to be killed in the middle of sending. Arguments: data folder, file with the certificate to
 * trust, step to stop at (`prepare`, `intended`, `outcome`, or `none`). Says the step on its standard output and then stands still.
 */
const [folder = '', authority = '', step = 'none'] = process.argv.slice(2);
const say = (word: string) => process.stdout.write(`${word}\n`);
const forever = () => new Promise<never>(() => {});

const mailer = smtpMailer({
  authorities: [readFileSync(authority, 'utf8')],
  departures: path.join(folder, 'surel-berangkat.log'),
});
let sent = 0;
const held: Mailer = {
  ...mailer,
  async compose(letter) {
    const mail = await mailer.compose(letter);
    if (step !== 'prepare') return mail;
    say('prepare');
    return forever();
  },
  async send(account, mail, envelope) {
    if (step === 'intended') {
      say('intended');
      return forever();
    }
    sent += 1;
    if (step !== 'outcome') return mailer.send(account, mail, envelope);
    if (sent > 1) return forever();
    const result = await mailer.send(account, mail, envelope);
    // long enough for the outcome to be committed
    setTimeout(() => say('outcome'), 300);
    return result;
  },
};

const opened = await openCore({
  dataFolder: folder,
  demo: false,
  dataKey: null,
  setupCode: '',
  mailer: held,
  imageChild: 'src-main/adapters/images/child.ts',
});
if (!opened.ok) throw new Error(opened.refusal.code);
// it is going to be killed: what was compiled is kept for the next one before
flushCompileCache();
await opened.core.start();
say('started');
await opened.core.runner.idle();
await opened.core.stop();
say('idle');
process.exit(0);
