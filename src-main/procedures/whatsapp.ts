import { mediaKit } from '../newsroom/distribution/media-kit.ts';
import { greetingOf, setGreeting, shareRelease } from '../newsroom/distribution/share-release.ts';
import { tickOffShared, undoShared } from '../newsroom/distribution/tick-off.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { done } from '../newsroom/outcome.ts';
import { answer, entries } from './answer.ts';

export function whatsappProcedures(newsroom: Newsroom) {
  const { whatsapp } = entries;
  return {
    share: whatsapp.share.handler(answer((_caller, input) => shareRelease(newsroom, input))),
    tickOff: whatsapp.tickOff.handler(answer((caller, input) => tickOffShared(newsroom, caller, input))),
    undo: whatsapp.undo.handler(answer((caller, input) => undoShared(newsroom, caller, input))),
    greeting: whatsapp.greeting.handler(
      answer(async () => done({ greeting: await newsroom.read((stores) => greetingOf(stores)) })),
    ),
    setGreeting: whatsapp.setGreeting.handler(answer((caller, input) => setGreeting(newsroom, caller, input))),
    unpackKit: whatsapp.unpackKit.handler(
      answer(async (_caller, input) => {
        const kit = await mediaKit(newsroom, input);
        return kit.ok ? newsroom.kits.unpack(kit.value) : kit;
      }),
    ),
  };
}
