import type { Page } from '@playwright/test';
import { expect, expectAccessible, laptop, test } from './test.ts';

const day = '2030-12-20';
const small = { width: 390, height: 700 };
const zone = 'Asia/Makassar' as const;

/** A full day: its text is longer than any dialog. */
async function aFullDay(office: import('./test.ts').Office): Promise<string> {
  const { rpc } = office.founder;
  let id = '';
  for (let n = 0; n < 9; n += 1) {
    const event = await rpc.agenda.add({
      title: `Peninjauan Pasar ${n + 1}`,
      start: `${day}T${String(8 + n).padStart(2, '0')}:00`,
      zone,
      venue: `Pasar Badung Blok ${n + 1}`,
      state: 'confirmed',
      crew: [{ role: 'photographer', userId: null, name: 'Made' }],
    });
    id = event.id;
  }
  return id;
}

async function seeActs(page: Page, { axe }: { axe: boolean }): Promise<void> {
  const dialog = page.getByRole('dialog', { name: /Bagikan/ });
  for (const tab of await dialog.getByRole('tab').all()) {
    await tab.click();
    const panel = dialog.getByRole('tabpanel');
    const buttons = panel.locator('[data-primary], a[href^="https://wa.me"], button:has-text("Salin")');
    await expect(buttons.first()).toBeVisible();
    for (const button of await buttons.all())
      await expect(button, (await tab.textContent()) ?? '').toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    if (axe) await expectAccessible(page);
  }
}

for (const [name, size] of Object.entries({ laptop, small })) {
  test(`what is done with a shared day is in sight without scrolling (${name})`, async ({ page, office }) => {
    test.slow();
    const id = await aFullDay(office);
    await page.setViewportSize(size);
    await office.open(page, 'founder', `/agenda?lihat=hari&tanggal=${day}`);
    await page.getByRole('button', { name: 'Bagikan', exact: true }).first().click();
    const dialog = page.getByRole('dialog', { name: /Bagikan/ });
    await expect(dialog.getByLabel(/Teks untuk WhatsApp/)).toHaveValue(/Pasar 9/);
    await expect(dialog.getByLabel(/Teks untuk WhatsApp/)).toBeInViewport({ ratio: name === 'laptop' ? 1 : 0.5 });
    await seeActs(page, { axe: true });
    if (name === 'small') expect(await dialog.boundingBox()).toMatchObject({ x: 0, y: 0, ...size });

    await office.open(page, 'founder', `/agenda/${id}`);
    await page.getByRole('button', { name: 'Bagikan', exact: true }).first().click();
    await expect(dialog.getByRole('tab').first()).toBeVisible();
    await seeActs(page, { axe: false });
  });
}

test('a week is shared as its seven days', async ({ page, office }) => {
  await aFullDay(office);
  await office.open(page, 'founder', `/agenda?lihat=pekan&tanggal=${day}`);
  await page.getByRole('button', { name: 'Bagikan', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Bagikan agenda hari Senin, 16 Desember 2030' });
  // Friday of the same week
  await expect(dialog.getByLabel(/Teks untuk WhatsApp/)).toHaveValue(/20 Desember 2030[\s\S]*Pasar 9/i);
});
