import { add, at, DAY, linkOf } from './agenda-grid.ts';
import { expect, expectAccessible, test } from './test.ts';

test('by keyboard alone: found, moved, made longer, saved, and a new one at a free hour', async ({ page, office }) => {
  const { rpc } = office.founder;
  const first = await add(office.founder, { title: 'Apel Pagi', start: at('07:30'), end: at('08:00') });
  await add(office.founder, { title: 'Rapat Staf', start: at('09:00'), end: at('10:00', '2027-03-18') });
  await office.open(page, 'founder', '/agenda');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('2');
  await expect(page).toHaveURL(/lihat=pekan/);
  await page.keyboard.press('3');
  await expect(page).toHaveURL(/lihat=bulan/);
  await page.keyboard.press('t');
  await page.keyboard.press('1');
  await page.goto(`${page.url().split('/agenda')[0]}/agenda?lihat=pekan&tanggal=${DAY}`);
  await linkOf(page, 'Apel Pagi').waitFor();
  await page.keyboard.press('ArrowDown');
  await expect(linkOf(page, 'Apel Pagi')).toBeFocused();
  await page.keyboard.press('j');
  await expect(linkOf(page, 'Rapat Staf')).toBeFocused();
  await page.keyboard.press('k');
  // Alt with an arrow begins, arrows go on, Shift makes it longer
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('status').filter({ hasText: 'Jumat, 19 Maret 2027, 08.00–08.45' })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('status').filter({ hasText: '08.00–08.45' })).toHaveCount(0);
  await expect(linkOf(page, 'Apel Pagi')).toBeFocused();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Pindahkan acara?' });
  await expect(dialog.getByLabel('Alasan')).toBeFocused();
  await page.keyboard.type('Menyesuaikan');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  expect(await rpc.agenda.get({ id: first.id })).toMatchObject({ start: '2027-03-19T07:30', revision: 2 });
  // the focus came along; from here to a free half hour, where a new one begins
  await expect(linkOf(page, 'Apel Pagi')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Jumat, 19 Maret 2027, 08.00: acara baru' })).toBeFocused();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/agenda\/baru\?.*tanggal=.?2027-03-19.*jam=.?08(:|%3A)00/);
  await page.goBack();
  await page.keyboard.press(']');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('22–28 Maret 2027');
  await page.keyboard.press('PageUp');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('15–21 Maret 2027');
  // no single key while one types
  await page.keyboard.press('/');
  await page.keyboard.type('t3n');
  await expect(page).toHaveURL(/lihat=pekan.*cari=t3n|cari=t3n.*lihat=pekan/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByText('Geser 15 menit atau satu hari')).toBeVisible();
  await expectAccessible(page);
});

test('another month takes the cells, and the focus goes where the keys go', async ({ page, office }) => {
  await add(office.founder, { title: 'Rapat Maret', start: at('09:00', '2027-03-18'), end: at('10:00', '2027-03-18') });
  // the same cell of the month after it
  await add(office.founder, { title: 'Rapat April', start: at('09:00', '2027-04-15'), end: at('10:00', '2027-04-15') });
  await office.open(page, 'founder', '/agenda?lihat=bulan&tanggal=2027-03-01');
  await linkOf(page, 'Rapat Maret').focus();
  // the neighbours are asked for while one looks, and stand here at once
  await page.waitForTimeout(900);
  await page.keyboard.press('PageDown');
  await expect(linkOf(page, 'Rapat April')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Kamis, 1 April 2027/ })).toBeFocused();
  await page.keyboard.press('j');
  await expect(linkOf(page, 'Rapat April')).toBeFocused();
  await page.keyboard.press('PageUp');
  await expect(linkOf(page, 'Rapat Maret')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/tanggal=.?2027-03-01/);
});
