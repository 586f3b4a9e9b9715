import type { Page } from '@playwright/test';
import type { RunningCore } from '../harness/core-process.ts';
import { expect as atOnce, expectAccessible, type Office, test } from './test.ts';

test.setTimeout(150_000);
test.use({ actionTimeout: 30_000, coreSettings: { words: ['--beat-ms', '300'] } });
const expect = atOnce.configure({ timeout: 30_000 });

const body = (page: Page) => page.getByRole('textbox', { name: 'Isi', exact: true });
const title = (page: Page) => page.getByRole('textbox', { name: 'Judul', exact: true });
const sign = (page: Page, kind: string) => page.locator(`[data-save="${kind}"]`);
const notice = (page: Page) => page.getByText('Ada tulisan yang belum terkirim');
const banner = (page: Page) => page.getByText('Sambungan ke Kulkul terputus');

/** A release with a title on the core's disk, open before the writer. */
async function opened(office: Office, page: Page): Promise<string> {
  const writer = await office.person('writer');
  const release = await writer.rpc.releases.create({});
  await office.open(page, 'writer', `/siaran-pers/${release.id}`);
  await title(page).fill('Pasar Badung Dibuka');
  await expect(sign(page, 'saved')).toContainText('Tersimpan');
  return release.id;
}

async function typeWhileAway(page: Page, core: RunningCore, words: string): Promise<void> {
  await body(page).click();
  await core.kill();
  await page.keyboard.type(words);
  await expect(sign(page, 'kept')).toContainText('aman di komputer ini');
}

/** What a browser that never saw this text reads. */
async function readElsewhere(page: Page, office: Office, releaseId: string, words: string): Promise<void> {
  const fresh = await page.context().browser()?.newContext();
  const elsewhere = await (fresh as NonNullable<typeof fresh>).newPage();
  await office.open(elsewhere, 'editor', `/siaran-pers/${releaseId}`);
  await expect(body(elsewhere)).toContainText(words);
  await fresh?.close();
}

test('words typed while the core was away are told on Beranda, and sent from there when it is back', async ({
  page,
  core,
  office,
}) => {
  const id = await opened(office, page);
  await typeWhileAway(page, core, 'Kata selama mati.');
  await page.getByRole('link', { name: 'Beranda' }).first().click();
  await expect(notice(page)).toBeVisible();
  await expect(notice(page).getByRole('link', { name: 'Pasar Badung Dibuka' })).toBeVisible();
  await expectAccessible(page);
  await core.restart();
  await expect(notice(page)).toBeHidden();
  await readElsewhere(page, office, id, 'Kata selama mati.');
});

test('a window that went is not needed: any page of the same person sends them, and nobody else does', async ({
  page,
  core,
  office,
}) => {
  const id = await opened(office, page);
  await typeWhileAway(page, core, 'Kata jendela lama.');
  await page.goto('about:blank');
  await core.restart();

  // somebody else at the same browser: nothing of it is sent as theirs, or shown to them
  await office.open(page, 'editor', '/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForTimeout(4000);
  await expect(notice(page)).toBeHidden();
  const writer = await office.person('writer');
  const before = (await writer.rpc.releaseText.open({ releaseId: id })).updates.length;

  await office.open(page, 'writer', '/');
  await expect.poll(async () => (await writer.rpc.releaseText.open({ releaseId: id })).updates.length).toBe(before + 1);
  await readElsewhere(page, office, id, 'Kata jendela lama.');
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kulkul-unsent')))).toEqual(
    [],
  );
});

test('words that come behind an approval wait for the next draft, as late words of an editor do', async ({
  page,
  core,
  office,
}) => {
  const id = await opened(office, page);
  await body(page).click();
  await page.keyboard.type('Isi pertama.');
  await expect(sign(page, 'saved')).toContainText('Tersimpan');
  await typeWhileAway(page, core, ' Terlambat.');
  await page.goto('about:blank');
  await core.restart();
  const writer = await office.person('writer');
  await writer.rpc.approval.submit({ releaseId: id, note: '' });
  await office.open(page, 'writer', '/');
  await expect
    .poll(async () => (await writer.rpc.releases.get({ releaseId: id })).late.count, { timeout: 30_000 })
    .toBe(1);
  expect((await writer.rpc.releases.get({ releaseId: id })).state).toBe('submitted');
});

test('a core that lives and does not answer is said everywhere, and no longer when it does', async ({
  page,
  core,
  office,
}) => {
  await office.open(page, 'writer', '/agenda');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForTimeout(2500);
  await expect(banner(page)).toBeHidden();
  process.kill(core.pid, 'SIGSTOP');
  await expect(banner(page)).toBeVisible({ timeout: 10_000 });
  process.kill(core.pid, 'SIGCONT');
  await expect(banner(page)).toBeHidden({ timeout: 10_000 });
});

test('a browser that takes its database away is not called safe, and is written to again', async ({
  page,
  core,
  office,
}) => {
  // every connection the page opens is known, so that one can be closed under its hands as a browser does
  await page.addInitScript(() => {
    const known: IDBDatabase[] = [];
    Object.assign(window, { known, refuseDatabases: false });
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...words: Parameters<typeof open>) {
      if ((window as unknown as { refuseDatabases: boolean }).refuseDatabases)
        throw new DOMException('no', 'UnknownError');
      const opening = open.apply(this, words);
      opening.addEventListener('success', () => known.push(opening.result));
      return opening;
    };
  });
  const id = await opened(office, page);
  await body(page).click();
  await core.kill();
  await page.keyboard.type('Satu. ');
  await expect(sign(page, 'kept')).toContainText('aman di komputer ini');
  await page.evaluate(() => {
    const { known } = window as unknown as { known: IDBDatabase[] };
    Object.assign(window, { refuseDatabases: true });
    for (const database of known) database.close();
  });
  await page.keyboard.type('Dua. ');
  await expect(sign(page, 'kept')).toContainText('jendela ini');
  await page.evaluate(() => Object.assign(window, { refuseDatabases: false }));
  await expect(sign(page, 'kept')).toContainText('aman di komputer ini');
  await page.keyboard.type('Tiga.');
  await page.goto('about:blank');
  await core.restart();
  await page.goto(`${core.url}/siaran-pers/${id}`);
  await expect(body(page)).toContainText('Satu. Dua. Tiga.');
});

test('words that a slow database brings after the text has opened are sent, and on the list until then', async ({
  page,
  core,
  office,
}) => {
  const id = await opened(office, page);
  await typeWhileAway(page, core, 'Kata dari basis data lambat.');
  await page.goto('about:blank');
  await core.restart();
  // the browser hands the text's database over after six seconds: longer than the page waits for it
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...words: Parameters<typeof open>) {
      const opening = open.apply(this, words);
      if (!words[0].startsWith('kulkul-text')) return opening;
      const late = {} as IDBOpenDBRequest;
      opening.onsuccess = (event) => setTimeout(() => late.onsuccess?.call(late, event), 6000);
      return late;
    };
  });
  const lines = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kulkul-unsent')));
  await page.goto(`${core.url}/siaran-pers/${id}`);
  await expect(title(page)).toHaveValue('Pasar Badung Dibuka');
  await expect(body(page)).not.toContainText('basis data lambat');
  expect(await lines()).toHaveLength(1);
  await expect(body(page)).toContainText('Kata dari basis data lambat.');
  await expect.poll(lines).toEqual([]);
  await readElsewhere(page, office, id, 'Kata dari basis data lambat.');
});

test('an update that nobody could read is refused in the editor, said, and put aside', async ({
  page,
  core,
  office,
}) => {
  const id = await opened(office, page);
  // a fault of the page: what it sends holds a node that no Kulkul knows
  await page.route('**/rpc/releaseText/append', async (route) => {
    const sent = JSON.parse(route.request().postData() ?? '{}') as { json: { update: string } };
    const bytes = Buffer.from(sent.json.update, 'base64').toString('latin1').replace('paragraph', 'paragrapx');
    sent.json.update = Buffer.from(bytes, 'latin1').toString('base64');
    await route.continue({ postData: JSON.stringify(sent) });
  });
  await body(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Baris baru.');
  await expect(sign(page, 'refused')).toContainText('aman di komputer ini');
  await expect(sign(page, 'refused')).toContainText('Salin kata-kata yang belum tersimpan');
  await expectAccessible(page);
  await page.unroute('**/rpc/releaseText/append');
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => /^kulkul-(aside|unsent)/.test(key))),
  ).toEqual([expect.stringContaining('kulkul-aside')]);
  await page.goto(`${core.url}/siaran-pers/${id}`);
  await expect(title(page)).toHaveValue('Pasar Badung Dibuka');
  await body(page).click();
  await page.keyboard.type('Bisa lagi.');
  await expect(sign(page, 'saved')).toContainText(/Tersimpan \d/);
  await readElsewhere(page, office, id, 'Bisa lagi.');

  // what was put aside is offered on Beranda until its writer has copied what they need, and throws it away
  await page.goto(`${core.url}/`);
  const aside = page.getByText('Ada tulisan yang tidak bisa disimpan Kulkul');
  await expect(aside).toBeVisible();
  await expectAccessible(page);
  await aside.getByRole('button', { name: 'lihat kata-katanya' }).click();
  const kept = page.getByRole('dialog', { name: 'Pasar Badung Dibuka' });
  await expect(kept.getByLabel('Kata-kata yang tersimpan di komputer ini')).toHaveValue(/Baris baru\./);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('kata-tersimpan.png') });
  await kept.getByRole('button', { name: 'Buang' }).click();
  const asked = page.getByRole('dialog', { name: 'Buang kata-kata ini?' });
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(kept).toBeVisible();
  await kept.getByRole('button', { name: 'Buang' }).click();
  await asked.getByRole('button', { name: 'Buang' }).click();
  await expect(asked).toBeHidden();
  await expect(aside).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(aside).toBeHidden();
});

test('who leaves a text whose last words are in the window alone is asked first', async ({ page, core, office }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'UnknownError');
    };
  });
  await opened(office, page);
  await body(page).click();
  await core.kill();
  await page.keyboard.type('Hanya di sini.');
  await expect(sign(page, 'kept')).toContainText('jendela ini');
  await page.getByRole('link', { name: 'Beranda' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Tinggalkan naskah ini?' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(body(page)).toContainText('Hanya di sini.');
  await core.restart();
  await expect(sign(page, 'saved')).toContainText(/Tersimpan/);
  await page.getByRole('link', { name: 'Beranda' }).first().click();
  await expect(body(page)).toBeHidden();
  await expect(dialog).toBeHidden();
});
