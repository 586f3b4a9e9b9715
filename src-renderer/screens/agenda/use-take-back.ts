import type { Event } from '../../../src-main/contract/agenda-nouns.ts';
import { rpc } from '../../client.ts';
import { useUndo } from '../../components/undo.tsx';
import { useWords, type Words } from '../../words/words.tsx';

/** Who was told of the change that made this version, and so must hear of the way back too; null where nobody was. */
export async function toldAlready(w: Words, { id, version }: Event): Promise<string | null> {
  const told = await rpc.agenda.toldOf({ id, version }).catch(() => null);
  if (!told) return null;
  return told.people.length > 0 ? w.views.toldAlready(told.people) : told.calendars ? w.views.toldCalendars : null;
}

const isOff = (state: Event['state']) => state === 'postponed' || state === 'cancelled';

/** Offers to take back what one press has just done; whoever was told of it is named before one presses. */
export function useTakeBack(show: (event: Event) => void): (before: Event, after: Event) => Promise<void> {
  const w = useWords();
  const offerUndo = useUndo();
  return async (before, after) => {
    if (after.version === before.version) return;
    const said =
      after.state === before.state
        ? w.agenda.saidChanged(after.title)
        : w.agenda.saidState(after.title, w.states.event[after.state]);
    // how far it is says nothing to those who planned with it, and the way back neither
    const isNews = after.state === before.state || isOff(after.state) || isOff(before.state);
    const told = isNews && after.revision > before.revision ? await toldAlready(w, after) : null;
    offerUndo({
      words: told ? `${said}. ${told}` : said,
      undo: async () =>
        show(await rpc.agenda.takeBack({ id: after.id, version: after.version, reason: w.agenda.takenBack })),
    });
  };
}
