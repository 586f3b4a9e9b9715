/** A screen that is still being fetched on an old computer may take this long until its heading stands. */
const PATIENCE_MS = 3000;
const EVERY_MS = 60;

/**
 * Gives the focus to the heading of the new screen as soon as it stands. Screens come in pieces: the old heading may go after it was
 * focused, and the new one may come late, so it is looked at again until it stays. A person who has moved on meanwhile is left alone.
 * @param work the work area, when it is asked for
 * @returns how to stop
 */
export function focusHeading(work: () => HTMLElement | null): () => void {
  const until = performance.now() + PATIENCE_MS;
  let ours: Element | null = null;
  const look = () => {
    const area = work();
    const active = document.activeElement;
    const nowhere = active === null || active === document.body || active === area;
    // what led here may keep the focus at first; afterwards whoever is neither nowhere nor where we put them has moved on
    const movedOn = ours === null ? area?.contains(active) === true && active !== area : active !== ours;
    // a dialog that led here, the palette for one, is still closing: it is waited for
    const inDialog = active !== null && active.closest('[role="dialog"]') !== null;
    if (!nowhere && !inDialog && movedOn) return;
    if (!inDialog) {
      const heading = area?.querySelector<HTMLElement>('[data-page-title]') ?? null;
      const target = heading ?? area;
      if (target !== null && target !== active) target.focus({ preventScroll: true });
      ours = target;
    }
    if (performance.now() < until) timer = setTimeout(look, EVERY_MS);
  };
  let timer = setTimeout(look, EVERY_MS);
  return () => clearTimeout(timer);
}
