import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Turns } from '../editor/turns.ts';
import { isTextOpen, onUnsent, unsentLines, unsentTexts } from '../editor/unsent.ts';
import { onHappening } from '../happenings.ts';
import { useHouse } from '../house.ts';
import { useMe } from './session.tsx';

/** An editor that was just left sends its last words itself. */
const FIRST_MS = 2000;
/** Texts that an editor has open, and turns that come, are looked at so often. */
const LOOK_MS = 15_000;

/** Outlives the frame: a core that went and came changes nothing about a text that it does not take. */
const turns = new Turns();

/** Sends, while the core answers, what this person typed in this browser and the core never got. Once per page. */
export function useUnsentTexts(): void {
  const { userId } = useMe();
  const router = useRouter();
  const well = useHouse() === 'well';
  // what cannot be sent is said on Beranda, so that has to be here on the day on which nothing can be fetched
  useEffect(() => {
    if (!well) return;
    const timer = setTimeout(() => void router.preloadRoute({ to: '/' }).catch(() => {}), FIRST_MS);
    return () => clearTimeout(timer);
  }, [router, well]);
  useEffect(() => {
    if (!well) return;
    let ended = false;
    let busy = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const waiting = () => unsentTexts(userId).filter(({ releaseId }) => !isTextOpen(releaseId));
    const keptOf = (releaseId: string) => JSON.stringify(unsentLines(userId, releaseId));
    const due = () =>
      waiting().filter(({ releaseId }) => turns.wait(`${userId}:${releaseId}`, keptOf(releaseId), Date.now()) === 0);
    const look = async () => {
      timer = undefined;
      if (ended || busy) return;
      busy = true;
      const texts = due();
      try {
        if (texts.length > 0) {
          const { sendUnsent } = await import('../editor/send-unsent.ts');
          for (const { releaseId } of texts) {
            if (ended) break;
            const kept = keptOf(releaseId);
            const came = await sendUnsent(userId, releaseId);
            const key = `${userId}:${releaseId}`;
            if (came === 'sent') turns.forget(key);
            else turns.failed(key, kept, came === 'never', Date.now());
          }
        }
      } catch {
        // the part of the page could not be loaded: the line again, which says so itself
      }
      busy = false;
      if (waiting().length > 0) again(LOOK_MS);
    };
    const again = (milliseconds: number) => {
      clearTimeout(timer);
      if (!ended) timer = setTimeout(() => void look(), milliseconds);
    };
    again(FIRST_MS);
    const leave = onUnsent(() => {
      if (timer === undefined) again(FIRST_MS);
    });
    // opened again, given back, named to somebody: worth another try
    const unhear = onHappening((happening) => {
      if (happening.kind === 'release.changed') turns.forget(`${userId}:${happening.releaseId}`);
    });
    return () => {
      ended = true;
      unhear();
      clearTimeout(timer);
      leave();
    };
  }, [userId, well]);
}
