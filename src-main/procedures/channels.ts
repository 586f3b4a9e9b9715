import { setMailAccount, testMailAccount, withoutSecret } from '../newsroom/distribution/mail-account.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { done } from '../newsroom/outcome.ts';
import { answer, entries } from './answer.ts';

export function channelsProcedures(newsroom: Newsroom) {
  const { channels } = entries;
  return {
    smtp: channels.smtp.handler(
      answer(async () => {
        const kept = await newsroom.read((stores) => stores.mailAccount.get());
        return done({ account: kept === null ? null : withoutSecret(kept), sink: newsroom.demo });
      }),
    ),
    setSmtp: channels.setSmtp.handler(answer((caller, input) => setMailAccount(newsroom, caller, input))),
    testSmtp: channels.testSmtp.handler(answer((_caller, input) => testMailAccount(newsroom, input))),
    sinkMails: channels.sinkMails.handler(
      answer(async (_caller, input) => {
        const kept = await newsroom.read((stores) => stores.mailAccount.keptMails(input.limit));
        return done(kept.map(({ reference, ...mail }) => mail));
      }),
    ),
  };
}
