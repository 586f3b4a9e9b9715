import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

/** A call of the core out of the page, as whoever is signed in. */
function rpc(page: Page, path: string, json?: unknown): Promise<{ json: never }> {
  return page.evaluate(
    async ({ path, body }) => {
      const response = await fetch(`/rpc${path}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
      return response.json();
    },
    { path, body: JSON.stringify(json === undefined ? {} : { json }) },
  );
}

test('what is told to a person is shown by the system; a click opens the event; a closed one says nothing', async ({
  desktop: { page, app },
}) => {
  // the system's notices, kept instead of shown: there is no desktop behind this display
  await app.evaluate(({ Notification }) => {
    const shown: Electron.Notification[] = [];
    Object.assign(globalThis, { shown });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(this);
    };
  });
  const shown = () =>
    app.evaluate(() =>
      (globalThis as unknown as { shown: Electron.Notification[] }).shown.map(({ title, body }) => ({ title, body })),
    );
  await page.addInitScript(() => {
    document.hasFocus = () => false;
  });
  const password = 'kata sandi yang panjang';
  const office = { unit: 'Prokompim', city: 'Denpasar', name: 'Ni Luh Sari', zone: 'Asia/Makassar', people: 2 };
  const { me } = (await rpc(page, '/office/start', office)).json as { me: { userId: string; username: string } };
  await rpc(page, '/people/setPassword', { id: me.userId, password });
  await rpc(page, '/people/add', { username: 'made', name: 'Made', roles: ['protocol'], password });
  await page.reload();
  await expect(page.getByRole('link', { name: 'Untuk Anda: tidak ada yang baru' })).toBeVisible();

  const add = async (title: string, pressAccess: 'open' | 'closed') => {
    await rpc(page, '/session/signIn', { username: 'made', password });
    const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    await rpc(page, '/agenda/add', {
      title,
      start: `${day}T${pressAccess === 'open' ? '08' : '13'}:00`,
      zone: 'Asia/Makassar',
      venue: 'Graha Sewaka Dharma',
      state: 'confirmed',
      pressAccess,
      crew: [{ role: 'writer', userId: me.userId, name: '' }],
    });
    await rpc(page, '/session/signIn', { username: me.username, password });
    await page.reload();
  };
  await add('Pekan Literasi', 'open');
  await expect.poll(shown).toHaveLength(1);
  const [first] = await shown();
  expect(first?.title).toBe('Anda ditugaskan sebagai penulis');
  expect(first?.body).toContain('Pekan Literasi');
  await add('Rapat Rahasia', 'closed');
  await expect.poll(shown).toHaveLength(2);
  expect(JSON.stringify((await shown())[1])).not.toMatch(/Rahasia|Graha|13/);

  await app.evaluate(() => (globalThis as unknown as { shown: Electron.Notification[] }).shown[1]?.emit('click'));
  await expect(page.getByRole('heading', { name: 'Rapat Rahasia' })).toBeVisible();
  // what was shown once is not shown again
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Rapat Rahasia' })).toBeVisible();
  expect(await shown()).toHaveLength(2);
});
