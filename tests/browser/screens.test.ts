import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, laptop, phone, test } from './test.ts';

/**
 * Every screen in both languages, themes and sizes: no axe violation, nothing wider than the window. With
 * KULKUL_SCREENS=<folder> each is also kept as a picture: `<size>-<theme>-<language>-<name>.png`.
 */
const folder = process.env.KULKUL_SCREENS;

/** Who looks: in the sample office a head reads and decides, an admin sets up. */
type Seer = 'Kepala' | 'Admin';
const screens: readonly (readonly [name: string, path: string, seer: Seer])[] = [
  ['beranda', '/', 'Kepala'],
  ['tempel', '/mulai', 'Kepala'],
  ['agenda', '/agenda', 'Kepala'],
  ['siaran-pers', '/siaran-pers', 'Kepala'],
  ['menunggu', '/siaran-pers/menunggu', 'Kepala'],
  ['foto', '/foto', 'Kepala'],
  ['distribusi', '/distribusi', 'Kepala'],
  ['mitra', '/mitra', 'Kepala'],
  ['akun', '/pengaturan/akun', 'Admin'],
  ['kantor', '/pengaturan/kantor', 'Admin'],
  ['orang', '/pengaturan/orang', 'Admin'],
  ['sesi', '/pengaturan/sesi', 'Admin'],
  ['surel', '/pengaturan/surel', 'Admin'],
  ['situs', '/pengaturan/situs', 'Admin'],
  ['cadangan', '/pengaturan/cadangan', 'Admin'],
  ['jejak-audit', '/pengaturan/jejak-audit', 'Admin'],
];
// A trace of so many screens costs more than the screens.
test.use({ trace: 'off' });

const sizes = { laptop, phone } as const;
const themes = ['light', 'dark'] as const;
const languages = ['id', 'en'] as const;

async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await expect(page.locator('main, [role="alert"]').first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  // what is asked in the same moment has come too, and the small movements are over
  await page.waitForTimeout(250);
}

async function keep(page: Page, name: string): Promise<void> {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function expectFits(page: Page): Promise<void> {
  const over = await page.evaluate(() => {
    const main = document.querySelector('main');
    return Math.max(document.documentElement.scrollWidth - innerWidth, main ? main.scrollWidth - main.clientWidth : 0);
  });
  expect(over, 'pixels the screen is wider than the window').toBeLessThanOrEqual(0);
}

async function dress(page: Page, size: keyof typeof sizes, theme: (typeof themes)[number]): Promise<void> {
  await page.setViewportSize(sizes[size]);
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
}

async function speak(page: Page, language: (typeof languages)[number]): Promise<void> {
  await page.goto(new URL('/pengaturan/akun', page.url()).href);
  await page
    .getByRole('radiogroup', { name: /^(Bahasa|Language)$/ })
    .getByText(language === 'id' ? 'Indonesia' : 'English')
    .click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

test.describe('the sample office', () => {
  test.use({ coreSettings: { demo: true } });
  for (const size of ['laptop', 'phone'] as const)
    for (const theme of themes)
      for (const language of languages)
        test(`every screen: ${size}, ${theme}, ${language}`, async ({ page, core }) => {
          test.setTimeout(600_000);
          await dress(page, size, theme);
          const wrong: string[] = [];
          for (const seer of ['Kepala', 'Admin'] as const) {
            await page.context().clearCookies();
            await page.goto(core.openUrl);
            await page.evaluate(() => localStorage.setItem('kulkul.language', 'id'));
            await page.reload();
            await page
              .getByRole('button', { name: new RegExp(`${seer}$`) })
              .first()
              .click();
            await speak(page, language);
            for (const [name, path, who] of screens) {
              if (who !== seer) continue;
              await page.goto(core.url + path);
              await settle(page);
              await keep(page, `${size}-${theme}-${language}-${name}`);
              await expectFits(page).catch((error: unknown) => wrong.push(`${name}: ${String(error)}`));
              // What axe finds does not hang on the language; once is enough on an old machine.
              if (language === 'id')
                await expectAccessible(page).catch((error: unknown) => wrong.push(`${name}: ${String(error)}`));
            }
          }
          expect(wrong).toEqual([]);
        });
});

test.describe('a new office', () => {
  for (const [size, theme, language] of [
    ['laptop', 'light', 'id'],
    ['phone', 'dark', 'en'],
  ] as const)
    test(`every empty screen: ${size}, ${theme}, ${language}`, async ({ page, office }) => {
      test.setTimeout(600_000);
      await dress(page, size, theme);
      await office.open(page, 'founder', '/');
      await speak(page, language);
      const wrong: string[] = [];
      for (const [name, path] of screens) {
        await page.goto(new URL(path, page.url()).href);
        await settle(page);
        await keep(page, `${size}-${theme}-${language}-kosong-${name}`);
        await expectFits(page).catch((error: unknown) => wrong.push(`${name}: ${String(error)}`));
        await expectAccessible(page).catch((error: unknown) => wrong.push(`${name}: ${String(error)}`));
      }
      expect(wrong).toEqual([]);
    });

  for (const size of ['laptop', 'phone'] as const)
    for (const theme of themes) {
      test(`before the newsroom: ${size}, ${theme}`, async ({ page, core }) => {
        await dress(page, size, theme);
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
        await dress(page, size, theme);
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
});
