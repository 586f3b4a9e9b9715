import { changeFolder, checkFolder, readFolder } from '../newsroom/agenda/outgoing/evening-folder.ts';
import { readSigner, setSigner } from '../newsroom/agenda/outgoing/make-assignment-letter.ts';
import {
  listSubscriptions,
  readSubscription,
  subscribe,
  unsubscribe,
} from '../newsroom/agenda/outgoing/subscriptions.ts';
import { writeFolder } from '../newsroom/agenda/outgoing/write-folder.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { done, type Outcome } from '../newsroom/outcome.ts';
import { agendaPaper as english } from '../words/en/agenda-paper.ts';
import { agendaPaper as indonesian } from '../words/id/agenda-paper.ts';
import { answer, entries } from './answer.ts';

const words = { id: indonesian, en: english } as const;

export function agendaOutProcedures(newsroom: Newsroom) {
  const { agendaOut } = entries;
  return {
    folder: agendaOut.folder.handler(answer((caller) => readFolder(newsroom, caller))),
    checkFolder: agendaOut.checkFolder.handler(answer((_caller, input) => checkFolder(newsroom, input.folder))),
    changeFolder: agendaOut.changeFolder.handler(answer((caller, input) => changeFolder(newsroom, caller, input))),
    writeFolder: agendaOut.writeFolder.handler(
      answer(async (caller) => {
        const written = await writeFolder(newsroom, { id: words.id.sheet, en: words.en.sheet }, true);
        return written.ok ? readFolder(newsroom, caller) : written;
      }),
    ),
    signer: agendaOut.signer.handler(answer(async () => done(await readSigner(newsroom)))),
    setSigner: agendaOut.setSigner.handler(answer((caller, input) => setSigner(newsroom, caller, input))),
    subscriptions: agendaOut.subscriptions.handler(
      answer((caller, input) => listSubscriptions(newsroom, caller, input.everyone)),
    ),
    subscribe: agendaOut.subscribe.handler(answer((caller, input) => subscribe(newsroom, caller, input))),
    unsubscribe: agendaOut.unsubscribe.handler(answer((caller, input) => unsubscribe(newsroom, caller, input.id))),
  };
}

/** The calendar behind an address; refuses `not_found` alike for a wrong token and for who may not see anything any more. */
export async function subscribedCalendar(newsroom: Newsroom, token: string): Promise<Outcome<Uint8Array>> {
  const file = await readSubscription(newsroom, token, { id: words.id.calendar, en: words.en.calendar });
  return file.ok ? done(await newsroom.papers.calendar(file.value)) : file;
}
