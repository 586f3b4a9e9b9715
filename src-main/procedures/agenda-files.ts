import { waitingImports } from '../newsroom/agenda/files/find-reading.ts';
import { landImport } from '../newsroom/agenda/files/land-import.ts';
import { chooseSpan, importRows } from '../newsroom/agenda/files/look-at-import.ts';
import { chooseColumns, chooseSheet } from '../newsroom/agenda/files/read-sheet.ts';
import { beginFile, cancelFile, expectFile, lookAtFile } from '../newsroom/agenda/files/receive-file.ts';
import { undoImport } from '../newsroom/agenda/files/undo-import.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { done } from '../newsroom/outcome.ts';
import { answer, entries } from './answer.ts';

export function agendaFileProcedures(newsroom: Newsroom) {
  const { agendaFiles } = entries;
  return {
    expect: agendaFiles.expect.handler(answer(async () => expectFile(newsroom))),
    begin: agendaFiles.begin.handler(answer((caller, input) => beginFile(newsroom, caller, input))),
    look: agendaFiles.look.handler(answer((caller, { id }) => lookAtFile(newsroom, caller, id))),
    waiting: agendaFiles.waiting.handler(answer(async (caller) => done(await waitingImports(newsroom, caller)))),
    cancel: agendaFiles.cancel.handler(answer((caller, { id }) => cancelFile(newsroom, caller, id))),
    sheet: agendaFiles.sheet.handler(answer((caller, input) => chooseSheet(newsroom, caller, input))),
    columns: agendaFiles.columns.handler(answer((caller, input) => chooseColumns(newsroom, caller, input))),
    span: agendaFiles.span.handler(answer(async (caller, input) => chooseSpan(newsroom, caller, input))),
    rows: agendaFiles.rows.handler(answer((caller, input) => importRows(newsroom, caller, input))),
    land: agendaFiles.land.handler(answer((caller, input) => landImport(newsroom, caller, input))),
    undo: agendaFiles.undo.handler(answer((caller, { id }) => undoImport(newsroom, caller, id))),
  };
}
