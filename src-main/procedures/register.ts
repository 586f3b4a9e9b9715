import type { Newsroom } from '../newsroom/newsroom.ts';
import { done } from '../newsroom/outcome.ts';
import { addAgency, addOfficial, changeOfficial, confirmOfficials } from '../newsroom/people/register.ts';
import { answer, entries } from './answer.ts';

export function registerProcedures(newsroom: Newsroom) {
  const { register } = entries;
  return {
    officials: register.officials.handler(
      answer(async (_caller, input) => {
        const all = await newsroom.read((stores) => stores.officials.all());
        return done(input.leadersOnly ? all.filter((official) => official.leader) : all);
      }),
    ),
    addOfficial: register.addOfficial.handler(answer((caller, input) => addOfficial(newsroom, caller, input))),
    changeOfficial: register.changeOfficial.handler(answer((caller, input) => changeOfficial(newsroom, caller, input))),
    confirmOfficials: register.confirmOfficials.handler(
      answer((caller, input) => confirmOfficials(newsroom, caller, input)),
    ),
    agencies: register.agencies.handler(
      answer(async () => done(await newsroom.read((stores) => stores.officials.agencies()))),
    ),
    addAgency: register.addAgency.handler(answer((caller, input) => addAgency(newsroom, caller, input))),
  };
}
