import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isTextOpen, onUnsent, unsentTexts } from '../editor/unsent.ts';
import { useHouse } from '../house.ts';
import { useMe } from './session.tsx';

/** An editor that was just left sends its last words itself. */
const FIRST_MS = 2000;
const AGAIN_MS = 15_000;

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
    const look = async () => {
      timer = undefined;
      if (ended || busy) return;
      busy = true;
      const texts = waiting();
      try {
        if (texts.length > 0) {
          const { sendUnsent } = await import('../editor/send-unsent.ts');
          for (const { releaseId } of texts) if (!ended) await sendUnsent(userId, releaseId);
        }
      } catch {
        // the part of the page could not be loaded: the line again, which says so itself
      }
      busy = false;
      if (waiting().length > 0) again(AGAIN_MS);
    };
    const again = (milliseconds: number) => {
      clearTimeout(timer);
      if (!ended) timer = setTimeout(() => void look(), milliseconds);
    };
    again(FIRST_MS);
    const leave = onUnsent(() => {
      if (timer === undefined) again(FIRST_MS);
    });
    return () => {
      ended = true;
      clearTimeout(timer);
      leave();
    };
  }, [userId, well]);
}
