import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { walkTheDay } from '../harness/daily-path.ts';
import { goTo } from './first-stations.ts';
import { expect, test } from './test.ts';

/** A call of the core out of the page, as whoever is signed in. */
function rpc<T>(page: Page, path: string, json: unknown): Promise<T> {
  return page.evaluate(
    async ({ path, body }) => {
      const response = await fetch(`/rpc${path}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
      return (await response.json()).json;
    },
    { path, body: JSON.stringify({ json }) },
  );
}

test('the daily path in the window: pasted with Ctrl+V, moved, covered by a colleague at the same desk, and printed', async ({
  desktop: { page, app },
}, info) => {
  const password = 'kata sandi yang panjang';
  const office = { unit: 'Prokompim', city: 'Denpasar', name: 'Ni Luh Sari', zone: 'Asia/Makassar', people: 2 };
  const { me } = await rpc<{ me: { userId: string; username: string } }>(page, '/office/start', office);
  await rpc(page, '/people/setPassword', { id: me.userId, password });
  const made = { username: 'made', name: 'Made Dwipayana', roles: ['documentation'], password };
  await rpc(page, '/people/add', made);
  const usernames = { protocol: me.username, photographer: 'made' };
  const folder = info.outputPath('unduhan');
  mkdirSync(folder, { recursive: true });
  // in earnest the system's own dialog asks where
  await app.evaluate(({ BrowserWindow }, into) => {
    BrowserWindow.getAllWindows()[0]?.webContents.session.on('will-download', (_event, item) => {
      item.setSavePath(`${into}/${item.getFilename()}`);
    });
  }, folder);

  const { presses } = await walkTheDay(
    {
      async open(who, path) {
        await rpc(page, '/session/signIn', { username: usernames[who], password });
        await goTo(page, path);
        return page;
      },
      press: (target) => target.click(),
      async paste(on, text) {
        await expect(on.getByRole('heading', { level: 1 })).toBeVisible();
        await app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
        await on.keyboard.press('Control+v');
      },
      async download(on, act) {
        await act();
        const status = on.getByRole('dialog').getByRole('status');
        await expect(status).toContainText('.pdf sudah jadi.');
        const name = (await status.textContent())?.replace(' sudah jadi.', '') ?? '';
        const file = join(folder, name);
        await expect.poll(() => existsSync(file) && statSync(file).size > 0).toBe(true);
        return { name, bytes: readFileSync(file) };
      },
    },
    made.name,
  );
  expect(Math.max(...presses)).toBeLessThanOrEqual(4);
});
