import { expect, test } from './test.ts';

test('the page opens over the door with its policy, and a fresh office asks for the first start', async ({
  page,
  core,
}) => {
  const response = await page.goto(core.openUrl);
  expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(new URL(page.url()).search).toBe('');
});

test('what changed while the stream of happenings was not yet open is seen as soon as it is', async ({
  page,
  office,
}) => {
  const writer = await office.person('writer');
  let open = () => {};
  const opened = new Promise<void>((done) => {
    open = done;
  });
  await page.route('**/happenings', async (route) => {
    await opened;
    await route.continue();
  });
  await office.open(page, 'founder', '/siaran-pers');
  await expect(page.getByText('Belum ada siaran pers')).toBeVisible();
  // longer than the page gathers looks, shorter than it takes an answer for good
  await page.waitForTimeout(1500);
  await writer.rpc.releases.create({});
  await page.waitForTimeout(1500);
  await expect(page.getByText('Belum ada siaran pers')).toBeVisible();
  open();
  await expect(page.getByRole('option', { name: /Tanpa judul/ })).toBeVisible({ timeout: 5000 });
});

test('kill -9 of the core and a restart keep the session', async ({ page, core, office }) => {
  await office.open(page, 'writer');
  await core.kill();
  await core.restart();
  await page.reload();
  const status = await (await office.person('writer')).rpc.session.status();
  expect(status.state).toBe('signed_in');
});
