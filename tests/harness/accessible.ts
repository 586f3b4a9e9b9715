import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What is on its way passes by: it is looked at once more after so long, so often. */
const AGAIN_MS = 400;
const TRIES = 4;

/**
 * What axe objects to in the page as it rests, one line for each rule with the places it means. Frames are left out: the only one
 * of the program shows a mail without scripts, in which nothing can run.
 * axe is brought into a document once and says only what is wrong, which is five times lighter than its own playwright package.
 */
export async function objectionsOf(page: Page): Promise<string[]> {
  let found: string[] = [];
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await page.waitForTimeout(AGAIN_MS);
    await rest(page);
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
    found = await page.evaluate(async () => {
      const { axe: here } = window as unknown as { axe: typeof axe };
      // the style sheets of a public page may not be fetched a second time; no rule that is on asks for them
      const said = await here.run({ exclude: [['iframe']] }, { resultTypes: ['violations'], preload: false });
      return said.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    });
    if (found.length === 0) break;
  }
  return found;
}

/** Waits until nothing fades or slides any more; half of a fade has no contrast, and rests for nobody. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const picture = () => new Promise((done) => requestAnimationFrame(done));
    for (let rounds = 0; rounds < 20; rounds += 1) {
      await picture();
      await picture();
      const moving = document
        .getAnimations()
        .filter(
          (one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
        );
      if (moving.length === 0) return;
      await Promise.allSettled(moving.map((one) => one.finished));
    }
  });
}
