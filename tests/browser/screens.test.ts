import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '../../src-main/contract/basics.ts';
import type { Release } from '../../src-main/contract/release-nouns.ts';
import type { Role } from '../../src-main/contract/rights.ts';
import { type Person, visit } from '../harness/client.ts';
import { type RunningCore, startCore } from '../harness/core-process.ts';
import { expect, expectAccessible, laptop, phone, test as plain } from './test.ts';

/**
 * Every screen in both languages, themes and sizes: no axe violation, nothing wider than the window. With
 * KULKUL_SCREENS=<folder> each is also kept as a picture: `<size>-<theme>-<language>-<name>.png`.
 */
const folder = process.env.KULKUL_SCREENS;

/** Who looks: in the sample office each sees what the role works with. */
type Seer = 'Kepala' | 'Admin' | 'Penulis' | 'Protokol';
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
  ['pejabat', '/pengaturan/pejabat', 'Protokol'],
  ['sesi', '/pengaturan/sesi', 'Admin'],
  ['nomor', '/pengaturan/nomor', 'Admin'],
  ['pengingat', '/pengaturan/pengingat', 'Admin'],
  ['aturan-agenda', '/pengaturan/agenda', 'Kepala'],
  ['kalender', '/pengaturan/kalender', 'Admin'],
  ['undangan', '/undangan', 'Protokol'],
  ['kabar', '/kabar', 'Kepala'],
  ['piket', '/piket', 'Kepala'],
  ['surel', '/pengaturan/surel', 'Admin'],
  ['situs', '/pengaturan/situs', 'Admin'],
  ['cadangan', '/pengaturan/cadangan', 'Admin'],
  ['jejak-audit', '/pengaturan/jejak-audit', 'Admin'],
];
/** What stands behind a list. The path is known once the sample office is there. */
const details: readonly (readonly [name: string, path: (sample: Sample) => string, seer: Seer])[] = [
  ['agenda-pekan', () => '/agenda?lihat=pekan', 'Kepala'],
  ['agenda-bulan', () => '/agenda?lihat=bulan', 'Kepala'],
  ['agenda-matriks', () => '/agenda?lihat=matriks', 'Kepala'],
  ['tugas-saya', () => '/tugas', 'Penulis'],
  ['agenda-daftar', () => '/agenda?lihat=daftar', 'Kepala'],
  ['acara', ({ sent }) => `/agenda/${sent.eventId}`, 'Kepala'],
  ['acara-ubah', ({ sent }) => `/agenda/${sent.eventId}/ubah`, 'Protokol'],
  ['acara-baru', () => '/agenda/baru', 'Protokol'],
  ['agenda-tempel', () => '/agenda/tempel', 'Protokol'],
  ['undangan-baru', () => '/undangan/baru', 'Protokol'],
  ['acara-hilang', () => '/agenda/01ARZ3NDEKTSV4RRFFQ69G5FAV', 'Protokol'],
  ['naskah-draf', ({ draft }) => `/siaran-pers/${draft.id}`, 'Penulis'],
  ['naskah-dikembalikan', ({ returned }) => `/siaran-pers/${returned.id}`, 'Penulis'],
  ['naskah-diajukan', ({ submitted }) => `/siaran-pers/${submitted.id}`, 'Penulis'],
  ['naskah-disetujui', ({ approved }) => `/siaran-pers/${approved.id}`, 'Kepala'],
  ['naskah-terdistribusi', ({ sent }) => `/siaran-pers/${sent.id}`, 'Kepala'],
  ['acc', ({ submitted }) => `/siaran-pers/${submitted.id}/acc`, 'Kepala'],
  ['acc-terdistribusi', ({ sent }) => `/siaran-pers/${sent.id}/acc`, 'Kepala'],
  ['bandingkan', ({ returned }) => `/siaran-pers/${returned.id}/bandingkan?lama=1`, 'Kepala'],
  ['kirim-belum', ({ draft }) => `/distribusi/${draft.id}`, 'Kepala'],
  ['kirim-sebelum', ({ approved }) => `/distribusi/${approved.id}`, 'Kepala'],
  ['kirim-sesudah', ({ sent }) => `/distribusi/${sent.id}`, 'Kepala'],
  ['surel-contoh', () => '/distribusi/surel-contoh', 'Kepala'],
  ['mitra-media', () => '/mitra?bagian=media', 'Kepala'],
  ['mitra-grup', () => '/mitra?bagian=grup', 'Kepala'],
  ['bukan-untuk-saya', () => '/pengaturan/kantor', 'Penulis'],
];

interface Sample {
  readonly core: RunningCore;
  readonly people: Readonly<Record<Seer, Person>>;
  readonly draft: Release;
  readonly returned: Release;
  readonly submitted: Release;
  readonly approved: Release;
  readonly sent: Release;
}

/** One sample office for all tests of a worker: they only look. */
const test = plain.extend<object, { sample: Sample }>({
  sample: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
    async ({}, use) => {
      const core = await startCore({ demo: true });
      const { choose } = await (await visit(core)).rpc.session.status();
      const enter = async (role: Role) => {
        const person = await visit(core);
        const userId = choose.find((one) => one.roles.includes(role))?.userId ?? '';
        await person.rpc.session.signInAs({ userId });
        return person;
      };
      const people = {
        Kepala: await enter('head'),
        Admin: await enter('admin'),
        Penulis: await enter('writer'),
        Protokol: await enter('protocol'),
      };
      const releases = await people.Kepala.rpc.releases.list({});
      const of = (state: Release['state']) => releases.find((release) => release.state === state) as Release;
      await use({
        core,
        people,
        draft: of('draft'),
        returned: of('returned'),
        submitted: of('submitted'),
        approved: of('approved'),
        sent: of('distributed'),
      });
      await core.dispose();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

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

/** Changes the colours of the page that stands, as the system does. */
async function wear(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
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

/** Signs the page in as this person, in this language. */
async function become(page: Page, { core, people }: Sample, seer: Seer, language: Language): Promise<void> {
  const { cookies, rpc } = people[seer];
  await rpc.session.setLanguage({ language });
  await page.context().clearCookies();
  await page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url: core.url })));
  await page.goto(core.url);
  await page.evaluate((value) => localStorage.setItem('kulkul.language', value), language);
}

test.describe('the sample office', () => {
  for (const size of ['laptop', 'phone'] as const)
    for (const language of languages)
      test(`every screen: ${size}, ${language}`, async ({ page, sample }) => {
        test.setTimeout(600_000);
        // Words take the same room by day and by night: dark English is only walked for its pictures.
        const worn = themes.filter((theme) => theme === 'light' || language === 'id' || folder);
        await dress(page, size, 'light');
        const wrong: string[] = [];
        const all = [...screens, ...details.map(([name, path, who]) => [name, path(sample), who] as const)];
        for (const seer of ['Kepala', 'Admin', 'Penulis', 'Protokol'] as const) {
          await become(page, sample, seer, language);
          for (const [name, path, who] of all) {
            if (who !== seer) continue;
            await page.goto(sample.core.url + path);
            await settle(page);
            // the screen stays as it is while it changes its colours, as at nightfall
            for (const theme of worn) {
              await wear(page, theme);
              const wrongHere = (error: unknown) => wrong.push(`${name}, ${theme}: ${String(error)}`);
              await keep(page, `${size}-${theme}-${language}-${name}`);
              await expectFits(page).catch(wrongHere);
              // What axe finds does not hang on the language; once is enough on an old machine.
              if (language === 'id') await expectAccessible(page).catch(wrongHere);
            }
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
