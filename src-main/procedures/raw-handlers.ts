import type { Newsroom } from '../newsroom/newsroom.ts';
import { agendaFilesRaw } from './agenda-files-raw.ts';
import { agendaRaw } from './agenda-raw.ts';
import { attachmentsRaw } from './attachments-raw.ts';
import { kitRaw } from './kit-raw.ts';
import { officeRaw } from './office-raw.ts';
import { photosRaw } from './photos-raw.ts';
import type { RawHandlers } from './raw.ts';

/** Every raw route with its handler; one that is missing does not compile. An area adds its line here. */
export function rawHandlersOf(newsroom: Newsroom): RawHandlers {
  return {
    ...attachmentsRaw(newsroom),
    ...officeRaw(newsroom),
    ...photosRaw(newsroom),
    ...kitRaw(newsroom),
    ...agendaRaw(newsroom),
    ...agendaFilesRaw(newsroom),
  };
}
