import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../harness/core-process.ts';
import { asRoot, electron } from '../harness/runtimes.ts';
import { expect, openDesktop, test } from './test.ts';

test('the page has no Node, one object of ours, and a strict policy', async ({ desktop: { page, app } }) => {
  expect(page.url()).toBe('app://kulkul/');
  const seen = await page.evaluate(() => ({
    node: [typeof (globalThis as { process?: unknown }).process, typeof (globalThis as { require?: unknown }).require],
    desk: Object.keys((window as unknown as { desk: object }).desk).sort(),
  }));
  expect(seen.node).toEqual(['undefined', 'undefined']);
  expect(seen.desk).toContain('onCoreState');
  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe-eval');
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, boolean> } | undefined;
    const asked = contents?.getLastWebPreferences() ?? {};
    return { contextIsolation: asked.contextIsolation, sandbox: asked.sandbox, nodeIntegration: asked.nodeIntegration };
  });
  expect(preferences).toEqual({ contextIsolation: true, sandbox: true, nodeIntegration: false });
});

test('the menu speaks the language of the page, and opens a second window', async ({ desktop: { page, app } }) => {
  const labels = () =>
    app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => ({
        label,
        items: (submenu?.items ?? []).filter(({ type }) => type !== 'separator').map((item) => item.label),
      })),
    );
  const indonesian = await labels();
  expect(indonesian.map(({ label }) => label)).toEqual(['Berkas', 'Sunting', 'Tampilan', 'Jendela']);
  expect(indonesian[0]?.items).toEqual(['Jendela baru', 'Tunjukkan folder data', 'Keluar']);
  expect(indonesian[1]?.items).toContain('Tempel tanpa format');
  await page.getByRole('radiogroup', { name: 'Bahasa' }).getByText('English').click();
  await expect.poll(async () => (await labels()).map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Window']);
  const [second] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.submenu?.items[0]?.click()),
  ]);
  await expect(second.getByRole('heading', { level: 1 })).toBeVisible();
  expect(second.url()).toBe('app://kulkul/');
});

test('scripts from a string, from elsewhere and to elsewhere are stopped', async ({ desktop: { page } }) => {
  const tried = await page.evaluate(async () => {
    // later, because what the debugger itself runs is let through
    const evaluated = await new Promise((done) =>
      setTimeout(() => {
        try {
          new Function('return 1')();
          done('ran');
        } catch {
          done('stopped');
        }
      }, 50),
    );
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.head.append(script);
    const inline = 'inlineRan' in window ? 'ran' : 'stopped';
    const fetched = await fetch('https://example.com/').then(
      () => 'reached',
      () => 'stopped',
    );
    return { evaluated, inline, fetched };
  });
  expect(tried).toEqual({ evaluated: 'stopped', inline: 'stopped', fetched: 'stopped' });
});

test('a core that is killed comes back, the page hears of it, and the session stays', async ({ desktop }) => {
  const { page } = desktop;
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    (window as unknown as { desk: { onCoreState(listen: (state: string) => void): void } }).desk.onCoreState(
      (state) => {
        seen.push(state);
      },
    );
  });
  const status = () =>
    page.evaluate(async () => {
      const response = await fetch('/rpc/session/status', {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json' },
      });
      return (await response.json()) as { json: { state: string } };
    });
  expect((await status()).json.state).toBe('new');
  await page.evaluate(async () => {
    const json = { unit: 'Prokompim', city: 'Denpasar', name: 'Ni Luh Sari', zone: 'Asia/Makassar', people: 1 };
    await fetch('/rpc/office/start', {
      method: 'POST',
      body: JSON.stringify({ json }),
      headers: { 'content-type': 'application/json' },
    });
  });
  expect((await status()).json.state).toBe('signed_in');

  const before = desktop.corePid();
  process.kill(before, 'SIGKILL');
  // the request waits for the core that is being started again
  await expect.poll(() => desktop.corePid()).not.toBe(before);
  await expect.poll(async () => (await status().catch(() => null))?.json.state).toBe('signed_in');
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  // on a slow machine the page may be there before its first core
  expect(seen.filter((state) => state !== 'starting')).toEqual(['ready', 'restarting', 'ready']);
});

test('live events arrive one by one, not at the end', async ({ desktop: { page } }) => {
  const first = await page.evaluate(async () => {
    const json = { unit: 'Prokompim', city: 'Denpasar', name: 'Ni Luh Sari', zone: 'Asia/Makassar', people: 1 };
    const send = (path: string, body: object) =>
      fetch(path, {
        method: 'POST',
        body: JSON.stringify({ json: body }),
        headers: { 'content-type': 'application/json' },
      });
    await send('/rpc/office/start', json);
    const response = await fetch('/happenings');
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const text = async () => new TextDecoder().decode((await reader.read()).value);
    const opened = await text();
    await send('/rpc/register/addOfficial', { name: 'I Gusti Ngurah Jaya Negara' });
    const next = await text();
    await reader.cancel();
    return { opened, next };
  });
  expect(first.opened).toContain('event: ready');
  expect(first.next).toContain('register.changed');
});

test('an address that is no text gets an answer, and no request fails for it', async ({ desktop: { page } }) => {
  const answers = await page.evaluate(async () => {
    const ask = (path: string) => fetch(path).then(({ status }) => status, String);
    return { broken: await ask('/%E0'), file: await ask('/assets/%E0.js') };
  });
  expect(answers).toEqual({ broken: 400, file: 400 });
});

test('links go to the system’s browser, only https; windows, navigation and permissions are refused', async ({
  desktop,
}) => {
  const { app, page } = desktop;
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    // the one thing that must not really happen on a test machine
    shell.openExternal = async (url) => {
      opened.push(url);
    };
  });
  const answers = await page.evaluate(async () => ({
    window: window.open('https://wa.me/?text=halo') === null,
    file: window.open('file:///etc/passwd') === null,
    place: await new Promise((done) =>
      navigator.geolocation.getCurrentPosition(
        () => done('given'),
        () => done('refused'),
      ),
    ),
    notices: await Notification.requestPermission(),
  }));
  expect(answers).toEqual({ window: true, file: true, place: 'refused', notices: 'denied' });
  await page.evaluate(() => {
    location.href = 'https://example.com/berita';
  });
  await page.evaluate(() => {
    location.href = 'http://example.com/';
  });
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual(['https://wa.me/?text=halo', 'https://example.com/berita']);
  expect(page.url()).toBe('app://kulkul/');
  expect(app.windows()).toHaveLength(1);
});

test('a data folder that cannot be written is refused in words', async ({ folder }) => {
  writeFileSync(join(folder, 'berkas'), 'bukan folder');
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  const window = spawn(electron() ?? '', [root, ...asRoot, '--data', join(folder, 'berkas/data')], {
    env: { ...process.env, KULKUL_NO_DIALOGS: '1', TMPDIR: temporary },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  window.stderr.on('data', (text) => (said += text));
  await once(window, 'close');
  expect(said).toContain('tidak boleh menulis di folder data');
  // the folder it borrowed to say so is cleared away behind it
  const borrowed = () => readdirSync(temporary).filter((name) => name.startsWith('kulkul-window-'));
  await expect.poll(borrowed, { timeout: 10_000 }).toEqual([]);
});

test('a second window program on the same folder brings the first forward and ends', async ({ desktop }) => {
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  // by itself and not by Playwright, which stumbles over a window program that ends while it is being greeted
  const second = spawn(electron() ?? '', [root, ...asRoot, '--data', desktop.dataFolder], {
    cwd: root,
    stdio: 'ignore',
  });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  await expect
    .poll(() => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);
  expect(desktop.app.windows()).toHaveLength(1);
});

test('the window opens again where it was, and never where no display is', async ({ folder }) => {
  const first = await openDesktop(folder);
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 900, height: 640 }),
  );
  const file = join(folder, 'window/window.json');
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toContain('"width":900');
  await first.close();
  const second = await openDesktop(folder);
  const bounds = () => second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(await bounds()).toMatchObject({ width: 900, height: 640 });
  await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setPosition(-5_000, -5_000));
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('"x":-5000');
  await second.close();
  const third = await openDesktop(folder);
  const seen = await third.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(seen?.x).toBeGreaterThanOrEqual(0);
  expect(seen?.y).toBeGreaterThanOrEqual(0);
  await third.close();
});

test('whoever was signed in still is after the window was closed, and no page sees the cookie', async ({ folder }) => {
  const first = await openDesktop(folder);
  await first.page.evaluate(async () => {
    const json = { unit: 'Prokompim', city: 'Denpasar', name: 'Ni Luh Sari', zone: 'Asia/Makassar', people: 1 };
    await fetch('/rpc/office/start', {
      method: 'POST',
      body: JSON.stringify({ json }),
      headers: { 'content-type': 'application/json' },
    });
  });
  expect(await first.page.evaluate(() => document.cookie)).toBe('');
  await first.close();
  expect(statSync(join(folder, 'window/session')).mode & 0o077).toBe(0);
  const second = await openDesktop(folder);
  const state = await second.page.evaluate(async () => {
    const answer = await fetch('/rpc/session/status', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    const { json } = (await answer.json()) as { json: { state: string } };
    return { status: json.state, cookie: answer.headers.get('set-cookie') };
  });
  expect(state).toEqual({ status: 'signed_in', cookie: null });
  await second.close();
});

test('closing the window ends the core and leaves nothing to others', async ({ folder }) => {
  const desktop = await openDesktop(folder);
  await expect.poll(() => desktop.corePid()).toBeGreaterThan(0);
  const pid = desktop.corePid();
  await desktop.close();
  await expect.poll(() => isAlive(pid)).toBe(false);
  expect(statSync(join(folder, 'window')).mode & 0o077).toBe(0);
});

test('a core whose window is killed ends by itself', async ({ folder }) => {
  const desktop = await openDesktop(folder);
  await expect.poll(() => desktop.corePid()).toBeGreaterThan(0);
  const pid = desktop.corePid();
  desktop.app.process().kill('SIGKILL');
  await expect.poll(() => isAlive(pid)).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
