import type { Newsroom } from '../newsroom/newsroom.ts';
import { changeOffice, startOffice } from '../newsroom/office/office.ts';
import { setLogo } from '../newsroom/office/set-logo.ts';
import { done, refused } from '../newsroom/outcome.ts';
import { answer, entries, valueOrRefuse } from './answer.ts';
import { statusFor } from './session.ts';

export function officeProcedures(newsroom: Newsroom) {
  const { office } = entries;
  return {
    start: office.start.handler(async ({ context, input }) => {
      const opened = valueOrRefuse(await startOffice(newsroom, context.visitor, input));
      context.keep(opened);
      return statusFor(newsroom, context, opened.caller);
    }),
    get: office.get.handler(
      answer(async () => {
        const found = await newsroom.read((stores) => stores.office.get());
        return found === null ? refused('not_found') : done(found);
      }),
    ),
    change: office.change.handler(answer((caller, input) => changeOffice(newsroom, caller, input))),
    setLogo: office.setLogo.handler(
      answer((caller, input) =>
        setLogo(newsroom, caller, input.image === null ? null : Buffer.from(input.image, 'base64')),
      ),
    ),
    readiness: office.readiness.handler(
      answer(async () =>
        done(
          await newsroom.read(async (stores) => {
            const found = await stores.office.get();
            const users = await stores.users.all();
            return {
              passwords: users.every((user) => !user.active || user.passwordHash !== null),
              mailAccount: (await stores.office.setting('mail')) !== null,
              letterhead: (found?.letterhead.lines.length ?? 0) > 0,
              siteFolder: (await stores.office.setting('site')) !== null,
            };
          }),
        ),
      ),
    ),
  };
}
