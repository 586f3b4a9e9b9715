import { changeAgendaSettings } from '../newsroom/agenda/agenda-settings.ts';
import { listHolidays, proposedHolidays, setHolidays } from '../newsroom/agenda/holidays.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { done } from '../newsroom/outcome.ts';
import { answer, entries } from './answer.ts';

export function agendaSettingsProcedures(newsroom: Newsroom) {
  const { agendaSettings: entry } = entries;
  return {
    get: entry.get.handler(answer(async () => done(await newsroom.read((stores) => stores.agendaSettings.get())))),
    change: entry.change.handler(answer((caller, input) => changeAgendaSettings(newsroom, caller, input))),
    holidays: entry.holidays.handler(
      answer(async (_caller, { from, to }) => done(await newsroom.read((stores) => listHolidays(stores, from, to)))),
    ),
    setHolidays: entry.setHolidays.handler(answer((caller, input) => setHolidays(newsroom, caller, input))),
    proposedHolidays: entry.proposedHolidays.handler(
      answer(async (_caller, { year }) => done(await proposedHolidays(newsroom, year))),
    ),
  };
}
