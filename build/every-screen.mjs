// npm run screenshots -- --every FOLDER [language] [pattern of names]: every screen, state and dialog in both languages, themes
// and sizes, as <name>.<language>.<size>.<theme>.png. Not for the README: for a hard look at all of it before a release.
// A scene that cannot be reached is said at the end, with why; then the exit code is 1.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { begun, begunScenes, crammed, crammedScenes, fresh, freshScenes } from './every-screen/begun.mjs';
import { demo, demoScenes } from './every-screen/sample.mjs';
import { troubled, troubledScenes } from './every-screen/troubled.mjs';
import { warned, warnedScenes } from './every-screen/warned.mjs';

const sizes = { laptop: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } };
const themes = ['light', 'dark'];
/** A long page is shown whole, up to here. */
const TALLEST = 2600;

const offices = {
  demo: { open: demo, scenes: demoScenes },
  troubled: { open: troubled, scenes: troubledScenes },
  warned: { open: warned, scenes: warnedScenes },
  begun: { open: begun, scenes: begunScenes },
  fresh: { open: fresh, scenes: freshScenes },
  crammed: { open: crammed, scenes: crammedScenes },
};

/**
 * @param {import('@playwright/test').Browser} browser
 * @returns {Promise<number>} how many scenes could not be reached
 */
export async function everyScreen(browser, folder, onlyLanguage, part = '') {
  mkdirSync(folder, { recursive: true });
  const failed = [];
  const small = new Map();
  let taken = 0;
  for (const language of ['id', 'en']) {
    if (onlyLanguage && onlyLanguage !== language) continue;
    const { [language]: w } = await import(`../src-renderer/words/${language}/index.ts`);
    for (const [name, office] of Object.entries(offices)) {
      const scenes = office.scenes.filter(([scene]) => new RegExp(part).test(scene));
      if (scenes.length === 0) continue;
      const place = await office.open();
      if (place === null) {
        for (const [scene] of scenes) failed.push(`${scene} (${language}): this machine cannot make its office`);
        continue;
      }
      try {
        for (const [scene, who, path, act, settings = {}] of scenes) {
          const started = Date.now();
          try {
            const person = typeof who === 'function' ? await who(place) : place.people[who];
            await person?.rpc.session.setLanguage({ language });
            const page = await sit(browser, place.core, person, language);
            const address = typeof path === 'function' ? await path(place) : path;
            await page.goto(address.startsWith('http') ? address : place.core.url + address);
            await settle(page);
            await act?.(page, w, place);
            await page.waitForTimeout(350);
            for (const [size, viewport] of Object.entries(sizes)) {
              if (settings.only && settings.only !== size) continue;
              await page.setViewportSize(viewport);
              if (settings.afterResize) await settings.afterResize(page, w);
              for (const theme of themes) {
                await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
                await page.waitForTimeout(350);
                const file = (more) => join(folder, `${scene}.${language}.${size}${more}.${theme}.png`);
                await page.screenshot({ path: file('') });
                taken += 1;
              }
              if (size === 'phone')
                for (const target of await page.evaluate(smallTargets))
                  if (!small.has(target)) small.set(target, scene);
              const whole = await page.evaluate(() => {
                const main = document.querySelector('main') ?? document.documentElement;
                return main.scrollHeight - main.clientHeight;
              });
              if (whole > 60 && !settings.floats) {
                await page.setViewportSize({ ...viewport, height: Math.min(viewport.height + whole, TALLEST) });
                await page.waitForTimeout(150);
                await page.screenshot({ path: join(folder, `${scene}.${language}.${size}-whole.dark.png`) });
              }
            }
            await page.context().close();
            await settings.after?.(place);
          } catch (error) {
            failed.push(`${scene} (${language}): ${String(error).split('\n')[0]}`);
            for (const context of browser.contexts()) await context.close();
          }
          console.log(`${language} ${name}: ${scene} ${((Date.now() - started) / 1000).toFixed(1)} s`);
        }
      } finally {
        await place.close();
      }
    }
  }
  console.log(`${taken} pictures in ${folder}`);
  for (const line of failed) console.log(`could not be reached: ${line}`);
  for (const [target, scene] of small) console.log(`small under a thumb: ${target} in ${scene}`);
  return failed.length;
}

/** In the page: what can be pressed and is less than 44 px high or 40 px wide. Links within a sentence are as high as their line. */
function smallTargets() {
  const found = [];
  for (const one of document.querySelectorAll(
    'button, a[href], summary, select, input, textarea, [role="option"], [role="menuitem"]',
  )) {
    const shape = one.closest('label, .mantine-Checkbox-body, .mantine-Switch-body') ?? one;
    const box = shape.getBoundingClientRect();
    const style = getComputedStyle(one);
    const unseen =
      box.width < 2 ||
      style.visibility === 'hidden' ||
      style.clipPath !== 'none' ||
      one.closest('[aria-hidden="true"], [inert], [role="dialog"] ~ *');
    if (unseen || (box.height >= 44 && box.width >= 40)) continue;
    if (one.tagName === 'A' && style.display === 'inline') continue;
    const name = (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40) || one.className;
    found.push(`${one.tagName.toLowerCase()} "${name}" ${Math.round(box.width)}x${Math.round(box.height)}`);
  }
  return found;
}

async function sit(browser, core, person, language) {
  const context = await browser.newContext({
    viewport: sizes.laptop,
    locale: language === 'id' ? 'id-ID' : 'en-GB',
    timezoneId: 'Asia/Makassar',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(8000);
  if (person) await context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: core.url })));
  await context.addInitScript((value) => localStorage.setItem('kulkul.language', value), language);
  return context.newPage();
}

async function settle(page) {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.locator('main, [role="alert"]').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'), null, { timeout: 8000 });
  await page.waitForTimeout(400);
}
