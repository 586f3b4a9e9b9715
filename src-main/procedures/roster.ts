import type { Newsroom } from '../newsroom/newsroom.ts';
import { removeRoster, repeatWeek, setRoster } from '../newsroom/roster/fill-roster.ts';
import { rosterBetween, rosterTonight } from '../newsroom/roster/look-at-roster.ts';
import { answer, entries } from './answer.ts';

export function rosterProcedures(newsroom: Newsroom) {
  const { roster } = entries;
  return {
    list: roster.list.handler(answer((_caller, input) => rosterBetween(newsroom, input))),
    tonight: roster.tonight.handler(answer(() => rosterTonight(newsroom))),
    set: roster.set.handler(answer((caller, input) => setRoster(newsroom, caller, input))),
    remove: roster.remove.handler(answer((caller, input) => removeRoster(newsroom, caller, input))),
    repeatWeek: roster.repeatWeek.handler(answer((caller, input) => repeatWeek(newsroom, caller, input))),
  };
}
