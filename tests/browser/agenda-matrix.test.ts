import { add, answer, at, block, DAY, drag, hourHeight, leaders } from './agenda-grid.ts';
import { expect, expectAccessible, phone, test } from './test.ts';

test('the matrix shows who leads and who stands in, and hands over by dragging', async ({ page, office }) => {
  const { rpc } = office.founder;
  const { mayor, deputy, secretary } = await leaders(office.founder);
  const event = await add(office.founder, {
    title: 'Peresmian Taman',
    start: at('09:00'),
    end: at('10:00'),
    attendance: [answer(mayor)],
  });
  await add(office.founder, {
    title: 'Peninjauan',
    start: at('13:00'),
    end: at('14:00'),
    attendance: [answer(secretary, { answer: 'delegated', delegateId: deputy })],
  });
  await add(office.founder, { title: 'Donor Darah', start: at('11:00'), end: at('12:00') });
  await office.open(page, 'founder', `/agenda?lihat=matriks&tanggal=${DAY}`);
  const column = (name: string) => page.getByRole('group', { name: new RegExp(`^${name}:`) });
  await expect(column('Sekda').getByRole('link', { name: /Peninjauan.*diwakili Wakil Wali Kota/ })).toBeVisible();
  await expect(column('Wakil Wali Kota').getByRole('link', { name: /Peninjauan.*mewakili Sekda/ })).toBeVisible();
  await expect(column('Tanpa pimpinan').getByRole('link', { name: /Donor Darah/ })).toBeVisible();
  const width = (await page.locator('[data-column]').first().boundingBox())?.width ?? 0;
  await drag(page, 'Peresmian Taman', { x: width });
  const dialog = page.getByRole('dialog', { name: 'Ubah pimpinan acara?' });
  await expect(dialog.getByRole('radio', { name: 'Wali Kota diwakili Wakil Wali Kota' })).toBeChecked();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect(
    column('Wakil Wali Kota').getByRole('link', { name: /Peresmian Taman.*mewakili Wali Kota/ }),
  ).toBeVisible();
  expect((await rpc.agenda.get({ id: event.id })).attendance).toMatchObject([
    { officialId: mayor, answer: 'delegated', delegateId: deputy },
  ]);
  // the same by keys, and now to be moved altogether
  await column('Wali Kota')
    .getByRole('link', { name: /Peresmian Taman/ })
    .focus();
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await dialog.getByRole('radio', { name: 'Pindahkan dari Wali Kota ke Sekda' }).check();
  await dialog.getByText('Permintaan penyelenggara').click();
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect
    .poll(async () => (await rpc.agenda.get({ id: event.id })).attendance.map((one) => one.officialId))
    .toEqual([secretary]);
});

test.describe('on a phone', () => {
  test.use({ viewport: phone, hasTouch: true });

  test('the matrix scrolls aside with its hours in sight, and a long press takes hold', async ({ page, office }) => {
    const { rpc } = office.founder;
    const { mayor } = await leaders(office.founder);
    const event = await add(office.founder, {
      title: 'Peninjauan',
      start: at('08:00'),
      end: at('09:00'),
      state: 'tentative',
      attendance: [answer(mayor)],
    });
    await office.open(page, 'founder', `/agenda?lihat=matriks&tanggal=${DAY}`);
    const place = block(page, 'Peninjauan');
    await place.scrollIntoViewIfNeeded();
    const box = await place.boundingBox();
    const hour = await hourHeight(page);
    const from = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 12 };
    const cdp = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: from.x, y }] });
    // a short touch that moves scrolls
    await touch('touchStart', from.y);
    await touch('touchMove', from.y - 60);
    await touch('touchEnd');
    await page.waitForTimeout(300);
    expect((await rpc.agenda.get({ id: event.id })).version).toBe(1);
    await place.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    await page.waitForTimeout(700);
    const again = await place.boundingBox();
    from.y = (again?.y ?? 0) + 12;
    await touch('touchStart', from.y);
    await page.waitForTimeout(450);
    await touch('touchMove', from.y + hour / 2);
    await touch('touchMove', from.y + hour);
    await page.screenshot({ path: test.info().outputPath('ghost.png') });
    await touch('touchEnd');
    await expect.poll(async () => (await rpc.agenda.get({ id: event.id })).start).toBe(at('09:00'));
    const scroller = page.locator('[data-leaders]').first();
    expect(await scroller.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(true);
    await scroller.evaluate((one) => {
      one.scrollLeft = 200;
    });
    await expect(page.getByText('09.00', { exact: true })).toBeInViewport();
  });
});
