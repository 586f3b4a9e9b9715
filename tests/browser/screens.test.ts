import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, laptop, phone, test } from './test.ts';

/**
 * Every screen in both languages, themes and sizes: no axe violation, nothing wider than the window. With
 * KULKUL_SCREENS=<folder> each is also kept as a picture: `<size>-<theme>-<language>-<name>.png`.
 */
const folder = process.env.KULKUL_SCREENS;

const screens: readonly (readonly [name: string, path: string])[] = [
  ['beranda', '/'],
  ['agenda', '/agenda'],
  ['siaran-pers', '/siaran-pers'],
  ['menunggu', '/siaran-pers/menunggu'],
  ['foto', '/foto'],
  ['distribusi', '/distribusi'],
  ['mitra', '/mitra'],
  ['mulai', '/mulai'],
  ['akun', '/pengaturan/akun'],
  ['kantor', '/pengaturan/kantor'],
  ['orang', '/pengaturan/orang'],
  ['sesi', '/pengaturan/sesi'],
  ['surel', '/pengaturan/surel'],
  ['situs', '/pengaturan/situs'],
  ['cadangan', '/pengaturan/cadangan'],
  ['jejak-audit', '/pengaturan/jejak-audit'],
];
const sizes = { laptop, phone } as const;
const themes = ['light', 'dark'] as const;
const languages = ['id', 'en'] as const;

async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

async function keep(page: Page, name: string): Promise<void> {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function expectFits(page: Page): Promise<void> {
  const { wide, inner } = await page.evaluate(() => {
    const main = document.querySelector('main');
    return {
      wide: Math.max(document.documentElement.scrollWidth, main ? main.scrollWidth - main.clientWidth + innerWidth : 0),
      inner: innerWidth,
    };
  });
  expect(wide, 'the screen scrolls sideways').toBeLessThanOrEqual(inner);
}

for (const size of ['laptop', 'phone'] as const)
  for (const theme of themes) {
    test(`every screen: ${size}, ${theme}`, async ({ page, office }) => {
      test.setTimeout(180_000);
      await page.setViewportSize(sizes[size]);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await office.open(page, 'founder', '/');
      const wrong: string[] = [];
      for (const language of languages) {
        await office.founder.rpc.session.setLanguage({ language });
        for (const [name, path] of screens) {
          await page.goto(new URL(path, page.url()).href);
          await settle(page);
          await keep(page, `${size}-${theme}-${language}-${name}`);
          await test
            .step(`${name} ${language}`, async () => {
              await expectFits(page);
              if (language === 'id') await expectAccessible(page);
            })
            // every screen is looked at before the test fails
            .catch((error: unknown) => wrong.push(`${name} ${language}: ${String(error)}`));
        }
      }
      expect(wrong).toEqual([]);
    });

    test(`before the newsroom: ${size}, ${theme}`, async ({ page, core }) => {
      await page.setViewportSize(sizes[size]);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.goto(core.openUrl);
      for (const language of languages) {
        await page.evaluate((value) => localStorage.setItem('kulkul.language', value), language);
        await page.reload();
        await settle(page);
        await keep(page, `${size}-${theme}-${language}-0-mulai`);
        await expectFits(page);
        await expectAccessible(page);
      }
    });

    test(`signing in: ${size}, ${theme}`, async ({ page, core, office }) => {
      await page.setViewportSize(sizes[size]);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      expect(office.founder.rpc).toBeDefined();
      for (const [name, url] of [
        ['masuk', core.url],
        ['masuk-pilih', core.openUrl],
      ] as const) {
        await page.goto(url);
        await settle(page);
        await keep(page, `${size}-${theme}-id-0-${name}`);
        await expectFits(page);
        await expectAccessible(page);
      }
    });
  }
