import type { Newsroom } from '../newsroom/newsroom.ts';
import { refused } from '../newsroom/outcome.ts';
import { changePhoto, creditPhotos, orderPhotos } from '../newsroom/photos/change-photos.ts';
import { beginPathImport } from '../newsroom/photos/copy-import.ts';
import { beginImport, cancelImport, importState, openImports, resumeImport } from '../newsroom/photos/imports.ts';
import { listPhotos, photosByIds, usesOfPhoto } from '../newsroom/photos/see-photos.ts';
import { answer, entries, refusalError } from './answer.ts';

export function photoProcedures(newsroom: Newsroom) {
  const { photos } = entries;
  return {
    importBegin: photos.importBegin.handler(answer((caller, input) => beginImport(newsroom, caller, input))),
    importPaths: photos.importPaths.handler(async (given) => {
      // a path means something only to who sits at the core's own computer; a browser has no business naming one
      if (given.context.visitor.place !== 'desktop') throw refusalError(refused('not_allowed').refusal);
      return answer((caller, input: typeof given.input) => beginPathImport(newsroom, caller, input))(given);
    }),
    importState: photos.importState.handler(answer((caller, input) => importState(newsroom, caller, input.importId))),
    importsOpen: photos.importsOpen.handler(answer((caller) => openImports(newsroom, caller))),
    importCancel: photos.importCancel.handler(
      answer((caller, input) => cancelImport(newsroom, caller, input.importId)),
    ),
    importResume: photos.importResume.handler(
      answer((caller, input) => resumeImport(newsroom, caller, input.importId)),
    ),
    list: photos.list.handler(answer((caller, input) => listPhotos(newsroom, caller, input))),
    byIds: photos.byIds.handler(answer((caller, input) => photosByIds(newsroom, caller, input.ids))),
    uses: photos.uses.handler(answer((caller, input) => usesOfPhoto(newsroom, caller, input.id))),
    change: photos.change.handler(answer((caller, input) => changePhoto(newsroom, caller, input))),
    creditMany: photos.creditMany.handler(answer((caller, input) => creditPhotos(newsroom, caller, input))),
    order: photos.order.handler(answer((caller, input) => orderPhotos(newsroom, caller, input))),
  };
}
