import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, phone, test } from './test.ts';

const message = readFileSync('tests/fixtures/agenda/01-whatsapp-one-day.txt', 'utf8');
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Makassar' }).format(new Date());

/** Ctrl+K and letters as a quick hand sends them: the next is there before the page has answered the last. */
async function pressAndTypeOn(page: Page, letters: string): Promise<void> {
  const keys = await page.context().newCDPSession(page);
  const combined = { type: 'rawKeyDown', key: 'k', code: 'KeyK', windowsVirtualKeyCode: 75, modifiers: 2 } as const;
  await Promise.all([
    keys.send('Input.dispatchKeyEvent', combined),
    ...Array.from(letters, (text) => keys.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, text })),
  ]);
  await keys.detach();
}

test('Ctrl+K finds an event and a release by their words, and the keyboard opens them', async ({ page, office }) => {
  const { rpc } = office.founder;
  const event = await rpc.agenda.add({
    title: 'Peninjauan Pasar Kumbasari',
    start: `${today()}T10:00`,
    zone: 'Asia/Makassar',
    venue: 'Pasar Kumbasari',
    state: 'confirmed',
  });
  await rpc.agenda.add({ title: 'Apel pagi', start: `${today()}T07:30`, zone: 'Asia/Makassar' });
  const release = await rpc.releases.create({ eventId: event.id });

  await office.open(page, 'founder', '/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const palette = page.getByRole('dialog');
  await pressAndTypeOn(page, 'kumbasari');
  await expect(palette.getByRole('textbox')).toHaveValue('kumbasari');
  const found = palette.getByRole('button');
  // the event and the release that was begun from it, and nothing else
  await expect(found).toHaveCount(2);
  await expect(found.nth(0)).toContainText('Peninjauan Pasar Kumbasari');
  await expect(found.nth(0)).toContainText('Hari ini', { ignoreCase: true });
  await expect(found.nth(1)).toContainText('Draf');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/agenda/${event.id}$`));
  await expect(page.locator('[data-page-title]')).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('kumbasari');
  await expect(found).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/siaran-pers/${release.id}$`));

  await page.keyboard.press('Control+k');
  await page.keyboard.type('tidak ada yang begini');
  await expect(palette.getByText('Tidak ada yang cocok.', { exact: false })).toBeVisible();

  // a search that was not answered is not called empty
  await page.route('**/rpc/releases/list*', (route) => route.fulfill({ status: 500, body: '{}' }));
  await page.keyboard.type(' juga');
  await expect(palette.getByText('belum dapat dicari', { exact: false })).toBeVisible();
});

test('what one may not see is not found either', async ({ page, office }) => {
  await office.founder.rpc.agenda.add({
    title: 'Rapat Kumbasari tertutup',
    start: `${today()}T10:00`,
    zone: 'Asia/Makassar',
    pressAccess: 'closed',
    state: 'confirmed',
  });
  await office.open(page, 'observer', '/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const answered = page.waitForResponse(/rpc\/agenda\/list/);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('kumbasari');
  await answered;
  await expect(page.getByText('Tidak ada yang cocok.', { exact: false })).toBeVisible();
});

test('the words of the palette are whole on a phone', async ({ page, office }) => {
  await page.setViewportSize(phone);
  await office.open(page, 'founder', '/');
  for (const language of ['Indonesia', 'English']) {
    await page.getByRole('button', { name: /Buka menu|Open menu/ }).click();
    await page.getByRole('radiogroup').first().getByText(language).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^(Cari atau lakukan|Search or act)/ }).click();
    const field = page.getByRole('dialog').getByRole('textbox');
    await expect(field).toBeFocused();
    const cut = await field.evaluate((input) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(input);
      const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
      pen.font = font;
      const room = input.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      return pen.measureText((input as HTMLInputElement).placeholder).width - room;
    });
    expect(cut, `pixels of the placeholder that are cut (${language})`).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('Ctrl+V on Beranda takes an agenda from the clipboard to its proposals', async ({ page, office }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await office.open(page, 'founder', '/');
  await expect(page.getByRole('button', { name: 'Tempel apa saja' })).toBeVisible();
  await page.evaluate((text) => navigator.clipboard.writeText(text), message);
  await page.keyboard.press('Control+v');
  await expect(page).toHaveURL(/\/agenda\/tempel$/);
  await expect(page.getByRole('heading', { name: '2 usulan acara' })).toBeVisible();
  const first = page.getByRole('article', { name: 'Pembukaan Pekan Literasi' });
  await expect(first).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 acara masuk agenda')).toBeVisible();
  const days = { from: '2025-11-20', to: '2025-11-20' };
  expect(await office.founder.rpc.agenda.list(days)).toHaveLength(2);

  // who may not write the agenda is taken nowhere
  await office.open(page, 'writer', '/');
  await expect(page.getByRole('heading', { name: 'Agenda hari ini' })).toBeVisible();
  await page.keyboard.press('Control+v');
  await page.waitForTimeout(500);
  await expect(page).toHaveURL(/\/$/);
});
