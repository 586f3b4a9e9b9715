import { cutTrail } from '../harness/behind-the-core.ts';
import { expect, expectAccessible, phone, test } from './test.ts';

test.setTimeout(90_000);

test('a trail that was cut behind the back of the core is said on Beranda, and the admin takes note of it', async ({
  page,
  core,
  office,
}) => {
  const { rpc } = office.founder;
  for (const name of ['Ida Bagus Surya', 'Ni Made Ayu', 'I Wayan Sudana']) await rpc.register.addOfficial({ name });
  await cutTrail(core);

  await office.open(page, 'founder', '/');
  const broken = page.getByText('Ujung jejak audit tidak sama dengan tanda yang disimpan');
  await expect(broken).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('beranda.png') });
  await page.getByRole('link', { name: 'Buka Jejak Audit' }).click();
  await expect(broken).toBeVisible();

  await page.setViewportSize(phone);
  await page.getByRole('button', { name: 'Akui dan mulai lagi' }).click();
  const asked = page.getByRole('dialog', { name: 'Mulai lagi tanda ujung jejak audit?' });
  await expect(asked).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('akui.png') });
  // who only looked into it changes nothing
  await page.keyboard.press('Escape');
  await expect(asked).toBeHidden();
  expect(await rpc.audit.end()).toBe('other');

  await page.getByRole('button', { name: 'Akui dan mulai lagi' }).click();
  await asked.getByRole('button', { name: 'Akui dan mulai lagi' }).click();
  await expect(asked).toBeHidden();
  await expect(broken).toBeHidden();
  await expect(page.getByText('Mengakui ujung jejak audit yang berbeda')).toBeVisible();
  await page.goto(`${core.url}/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(broken).toBeHidden();

  // those who may not read the trail hear nothing of it
  await cutTrail(core);
  await office.open(page, 'writer', '/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(broken).toBeHidden();
});
