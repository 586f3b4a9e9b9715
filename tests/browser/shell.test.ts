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

test('kill -9 of the core and a restart keep the session', async ({ page, core, office }) => {
  await office.open(page, 'writer');
  await core.kill();
  await core.restart();
  await page.reload();
  const status = await (await office.person('writer')).rpc.session.status();
  expect(status.state).toBe('signed_in');
});
