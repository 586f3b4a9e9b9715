import type { Newsroom } from '../newsroom/newsroom.ts';
import { done } from '../newsroom/outcome.ts';
import { addGroup, changeGroup, removeGroup } from '../newsroom/partners/groups.ts';
import { addJournalist, addPastedJournalists, changeJournalist } from '../newsroom/partners/journalists.ts';
import { addOutlet, changeOutlet } from '../newsroom/partners/outlets.ts';
import { readPaste } from '../newsroom/partners/read-paste.ts';
import { answer, entries } from './answer.ts';

export function partnersProcedures(newsroom: Newsroom) {
  const { partners } = entries;
  return {
    outlets: partners.outlets.handler(
      answer(async () => done(await newsroom.read((stores) => stores.partners.outlets()))),
    ),
    addOutlet: partners.addOutlet.handler(answer((caller, input) => addOutlet(newsroom, caller, input))),
    changeOutlet: partners.changeOutlet.handler(answer((caller, input) => changeOutlet(newsroom, caller, input))),
    journalists: partners.journalists.handler(
      answer(async () => done(await newsroom.read((stores) => stores.partners.journalists()))),
    ),
    addJournalist: partners.addJournalist.handler(answer((caller, input) => addJournalist(newsroom, caller, input))),
    changeJournalist: partners.changeJournalist.handler(
      answer((caller, input) => changeJournalist(newsroom, caller, input)),
    ),
    groups: partners.groups.handler(
      answer(async () => done(await newsroom.read((stores) => stores.partners.groups()))),
    ),
    addGroup: partners.addGroup.handler(answer((caller, input) => addGroup(newsroom, caller, input))),
    changeGroup: partners.changeGroup.handler(answer((caller, input) => changeGroup(newsroom, caller, input))),
    removeGroup: partners.removeGroup.handler(answer((caller, input) => removeGroup(newsroom, caller, input))),
    readPaste: partners.readPaste.handler(
      answer(async (_caller, input) => {
        const known = await newsroom.read((stores) => stores.partners.journalists());
        return done(readPaste(input.text, new Set(known.map((journalist) => journalist.email.toLowerCase()))));
      }),
    ),
    addPasted: partners.addPasted.handler(answer((caller, input) => addPastedJournalists(newsroom, caller, input))),
  };
}
