import { add, answer, at, leaders } from './agenda-grid.ts';
import { expect, expectAccessible, phone, test } from './test.ts';

test.use({ viewport: phone });

test('confirming what clashes opens the clash: somebody stands in, and it is confirmed', async ({ page, office }) => {
  const { rpc } = office.founder;
  const { mayor, deputy } = await leaders(office.founder);
  await add(office.founder, {
    title: 'Rapat Paripurna',
    start: at('09:00'),
    end: at('11:00'),
    venue: 'Gedung DPRD',
    attendance: [answer(mayor)],
  });
  const event = await add(office.founder, {
    title: 'Audiensi KONI',
    start: at('09:30'),
    end: at('10:30'),
    venue: 'Ruang Tamu',
    state: 'tentative',
    attendance: [answer(mayor)],
  });
  await office.open(page, 'founder', `/agenda/${event.id}`);
  await page.getByRole('button', { name: 'Konfirmasi' }).click();
  const dialog = page.getByRole('dialog', { name: 'Masih bentrok' });
  await expect(dialog).toContainText('Wali Kota pada waktu itu juga di “Rapat Paripurna”');
  await expect(dialog.getByRole('button', { name: 'Konfirmasi' })).toBeDisabled();
  await expectAccessible(page);
  // a reason is one way out
  await dialog.getByText('Hadir sebentar saja').click();
  await expect(dialog.getByRole('button', { name: 'Konfirmasi' })).toBeEnabled();
  // the other: the deputy goes there
  await dialog.getByRole('button', { name: 'Wakilkan Wali Kota' }).click();
  await page.getByRole('option', { name: /Wakil Wali Kota/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(dialog).toContainText('Tidak ada bentrokan lagi');
  expect((await rpc.agenda.get({ id: event.id })).state).toBe('tentative');
  await dialog.getByRole('button', { name: 'Konfirmasi' }).click();
  await expect(dialog).toBeHidden();
  expect(await rpc.agenda.get({ id: event.id })).toMatchObject({
    state: 'confirmed',
    attendance: [{ officialId: mayor, answer: 'delegated', delegateId: deputy }],
  });
});

test('or a reason is kept with the clash', async ({ page, office }) => {
  const { rpc } = office.founder;
  const { mayor } = await leaders(office.founder);
  const with09 = { start: at('09:00'), end: at('11:00'), attendance: [answer(mayor)] };
  await add(office.founder, { title: 'Rapat Paripurna', venue: 'Gedung DPRD', ...with09 });
  const event = await add(office.founder, { title: 'Audiensi', venue: 'Ruang Tamu', state: 'tentative', ...with09 });
  await office.open(page, 'founder', `/agenda/${event.id}`);
  await page.getByRole('button', { name: 'Konfirmasi' }).click();
  const dialog = page.getByRole('dialog', { name: 'Masih bentrok' });
  await dialog.getByText('Hadir sebentar saja').click();
  await dialog.getByRole('button', { name: 'Konfirmasi' }).click();
  await expect(dialog).toBeHidden();
  expect((await rpc.agenda.get({ id: event.id })).state).toBe('confirmed');
  expect((await rpc.agenda.clashes({ id: event.id }))[0]?.answered?.reason).toBe('Hadir sebentar saja');
});
