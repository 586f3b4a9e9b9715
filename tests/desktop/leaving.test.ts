import { expect, test } from './test.ts';

test('a window whose page holds unsaved words asks before it closes, and keeps its core when one stays', async ({
  desktop: { app, page, corePid },
}) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
  const core = corePid();
  await app.evaluate(({ app: it, dialog }) => {
    delete process.env.KULKUL_NO_DIALOGS;
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    dialog.showMessageBoxSync = (...given: unknown[]) => {
      heard.push((given.at(-1) as { message: string }).message);
      return 0;
    };
    it.quit();
  });
  const heard = () => app.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  await expect.poll(heard).toEqual(['Tinggalkan halaman ini?']);
  // long enough for a core that was told to stop
  await page.waitForTimeout(1500);
  expect(corePid()).toBe(core);
  expect(await page.evaluate(async () => (await fetch('/')).status)).toBe(200);
  expect(() => process.kill(core, 0)).not.toThrow();
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBoxSync = () => 1;
  });
});
