import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { writtenRelease } from '../harness/approved-release.ts';
import type { RunningCore } from '../harness/core-process.ts';
import { expect as atOnce, expectAccessible, type Office, phone, test } from './test.ts';

// Each test has a core of its own; on a busy machine the first look at a page takes its time.
test.setTimeout(150_000);
test.use({ actionTimeout: 30_000 });
const expect = atOnce.configure({ timeout: 30_000 });

const body = (page: Page) => page.getByRole('textbox', { name: 'Isi', exact: true });
const title = (page: Page) => page.getByRole('textbox', { name: 'Judul', exact: true });
const sign = (page: Page, kind: string) => page.locator(`[data-save="${kind}"]`);

async function newRelease(office: Office, page: Page): Promise<string> {
  const writer = await office.person('writer');
  const release = await writer.rpc.releases.create({});
  await office.open(page, 'writer', `/siaran-pers/${release.id}`);
  await expect(body(page)).toBeVisible();
  return release.id;
}

/** Another page of the same person, as a second window is. */
async function secondWindow(page: Page, core: RunningCore, releaseId: string): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(`${core.url}/siaran-pers/${releaseId}`);
  await expect(body(other)).toBeVisible();
  return other;
}

test('a release is begun from the list, typed, and says Tersimpan only when it is', async ({ page, office }) => {
  await office.open(page, 'writer', '/siaran-pers');
  await expect(page.getByText('Belum ada siaran pers')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Buat siaran pers' }).click();
  await expect(page).toHaveURL(/\/siaran-pers\/[0-9A-Z]{26}$/);
  await title(page).fill('Pasar Badung Dibuka Kembali');
  await title(page).press('Enter');
  await page.keyboard.type('Wali Kota membuka pasar.');
  await expect(sign(page, 'saved')).toContainText(/Tersimpan \d\d\.\d\d/);
  await page.keyboard.press('Control+s');
  await expect(sign(page, 'saved')).toContainText('Sudah tersimpan');
  await expect(page.getByText('5 kata')).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(title(page)).toHaveValue('Pasar Badung Dibuka Kembali');
  await expect(body(page)).toContainText('Wali Kota membuka pasar.');
  await page.goBack();
  await expect(page.getByRole('option', { name: /Pasar Badung/ })).toBeVisible();
});

test('Enter in the title takes the keyboard into the body before the next letter can come', async ({
  page,
  office,
}) => {
  const { id } = await writtenRelease(await office.person('writer'), { title: 'Pasar Badung', paragraphs: ['Awal.'] });
  await office.open(page, 'writer', `/siaran-pers/${id}`);
  await expect(body(page)).toContainText('Awal.');
  await title(page).focus();
  // within one task, as on a machine that is too busy to draw between two keys
  const holder = await title(page).evaluate((field) => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    return document.activeElement?.getAttribute('aria-label');
  });
  expect(holder).toBe(await body(page).getAttribute('aria-label'));
});

test('the keys reach every part of a long text, and what is typed there stands in its order', async ({
  page,
  office,
}) => {
  const sentence = 'Wali Kota meninjau pasar, jalan, jembatan dan sekolah bersama kepala dinas dan warga setempat. ';
  const paragraphs = Array.from({ length: 15 }, (_, n) => `Alinea ${n + 1}. ${sentence.repeat(4)}`.trim());
  const { id } = await writtenRelease(await office.person('writer'), { title: 'Naskah Panjang', paragraphs });
  await office.open(page, 'writer', `/siaran-pers/${id}`);
  const last = body(page).locator('p').last();
  for (const round of ['pertama', 'kedua']) {
    await expect(last).toContainText('Alinea 15.');
    await body(page).locator('p').first().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(` Ujung ${round}.`);
    await expect(last).toHaveText(new RegExp(`Ujung ${round}\\.$`));
    await page.reload();
  }
  await expect(last).toHaveText(/Ujung pertama\. Ujung kedua\.$/);
  await body(page).locator('p').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+End');
  await page.keyboard.press('Delete');
  await expect(body(page)).toHaveText('');
});

test('a double click makes one release', async ({ page, office }) => {
  await office.open(page, 'writer', '/siaran-pers');
  await page.getByRole('button', { name: 'Buat siaran pers' }).dblclick();
  await expect(page).toHaveURL(/\/siaran-pers\/[0-9A-Z]{26}$/);
  await expect(body(page)).toBeVisible();
  expect(await (await office.person('writer')).rpc.releases.list({})).toHaveLength(1);
});

test('two windows in one text merge while both type', async ({ page, core, office }) => {
  const id = await newRelease(office, page);
  const other = await secondWindow(page, core, id);
  await body(page).click();
  await page.keyboard.type('Kalimat pertama. ');
  await expect(body(other)).toContainText('Kalimat pertama.');
  await body(other).click();
  await other.keyboard.press('Control+End');
  await Promise.all([
    other.keyboard.type('Dari jendela kedua.', { delay: 20 }),
    title(page).pressSequentially('Judul bersama', { delay: 20 }),
  ]);
  await expect(body(page)).toContainText('Kalimat pertama. Dari jendela kedua.');
  await expect(title(other)).toHaveValue('Judul bersama');
  await expect(sign(page, 'saved')).toBeVisible();
  await expect(sign(other, 'saved')).toBeVisible();
});

test('what was typed while the core was dead survives a reload and arrives', async ({ page, core, office }) => {
  const id = await newRelease(office, page);
  await body(page).click();
  await page.keyboard.type('Sebelum mati. ');
  await expect(sign(page, 'saved')).toContainText('Tersimpan');
  await core.kill();
  await page.keyboard.type('Selama mati.');
  await expect(sign(page, 'kept')).toContainText('aman di komputer ini');
  // The window is gone before the core comes back: only what the browser kept can bring the words.
  await page.goto('about:blank');
  await core.restart();
  await page.goto(`${core.url}/siaran-pers/${id}`);
  await expect(body(page)).toContainText('Sebelum mati. Selama mati.');
  await expect(sign(page, 'saved')).toContainText(/Tersimpan \d/);
  // A browser that never saw this text reads it from the core.
  const fresh = await page.context().browser()?.newContext();
  const elsewhere = await (fresh as NonNullable<typeof fresh>).newPage();
  await office.open(elsewhere, 'editor', `/siaran-pers/${id}`);
  await expect(body(elsewhere)).toContainText('Sebelum mati. Selama mati.');
  await fresh?.close();
});

test('without a reload, too, the words arrive when the core is back', async ({ page, core, office }) => {
  const id = await newRelease(office, page);
  await body(page).click();
  await core.kill();
  await page.keyboard.type('Terus mengetik.');
  await expect(sign(page, 'kept')).toBeVisible();
  await core.restart();
  await expect(sign(page, 'saved')).toContainText(/Tersimpan \d/);
  const writer = await office.person('writer');
  expect((await writer.rpc.releaseText.open({ releaseId: id })).updates.length).toBeGreaterThan(1);
});

/** Every kind the sign of saving shows from the next letter on; what it says before stands for what is on the disk already. */
async function watchSign(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seenSigns: seen });
    const look = () => {
      const kind = document.querySelector('[data-save]')?.getAttribute('data-save') ?? 'none';
      if (seen.at(-1) !== kind && (seen.length > 0 || kind !== 'saved')) seen.push(kind);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  return () => page.evaluate(() => (window as unknown as { seenSigns: string[] }).seenSigns);
}

/** The words a core that lives but does not answer is typed to. */
const typedToSilence = 'Selama beku, satu kalimat yang panjang.';

/** A release with words on the core's disk; then the core falls silent while somebody types on. */
async function typeToSilence(page: Page, core: RunningCore, id: string): Promise<void> {
  await body(page).click();
  await page.keyboard.type('Sebelum beku. ');
  await expect(sign(page, 'saved')).toContainText('Tersimpan');
  const signs = await watchSign(page);
  process.kill(core.pid, 'SIGSTOP');
  await page.keyboard.type(typedToSilence, { delay: 60 });
  expect(await signs()).toContain('writing');
  expect(await signs()).not.toContain('saved');
  // the hands do not rest before the window goes
  expect(await body(page).innerText()).toBe(`Sebelum beku. ${typedToSilence}`);
  expect(new URL(page.url()).pathname).toBe(`/siaran-pers/${id}`);
}

test('what was typed while the core was silent survives its death, without a reload', async ({
  page,
  core,
  office,
}) => {
  const id = await newRelease(office, page);
  await typeToSilence(page, core, id);
  // long enough for whatever would say it too early
  await page.waitForTimeout(3_000);
  await expect(sign(page, 'saved')).toBeHidden();
  await core.kill();
  await core.restart();
  await expect(sign(page, 'saved')).toContainText(/Tersimpan \d/);
  await page.goto('about:blank');
  const fresh = await page.context().browser()?.newContext();
  const elsewhere = await (fresh as NonNullable<typeof fresh>).newPage();
  await office.open(elsewhere, 'editor', `/siaran-pers/${id}`);
  await expect(body(elsewhere)).toContainText(`Sebelum beku. ${typedToSilence}`);
  await fresh?.close();
});

for (const ending of ['killed', 'awake'] as const) {
  test(`what was typed to a silent core outlives a window that goes in the middle; the core is ${ending} then`, async ({
    page,
    core,
    office,
  }) => {
    const id = await newRelease(office, page);
    await typeToSilence(page, core, id);
    await page.goto('about:blank');
    if (ending === 'killed') {
      await core.kill();
      await core.restart();
    } else process.kill(core.pid, 'SIGCONT');
    await page.goto(`${core.url}/siaran-pers/${id}`);
    await expect(body(page)).toContainText(`Sebelum beku. ${typedToSilence}`);
    // without a time when a core that woke had taken everything before the window came back
    await expect(sign(page, 'saved')).toContainText('Tersimpan');
    const fresh = await page.context().browser()?.newContext();
    const elsewhere = await (fresh as NonNullable<typeof fresh>).newPage();
    await office.open(elsewhere, 'editor', `/siaran-pers/${id}`);
    await expect(body(elsewhere)).toContainText(`Sebelum beku. ${typedToSilence}`);
    await fresh?.close();
  });
}

test('a quote gets its speaker from the register or a guest, by keyboard', async ({ page, office }) => {
  await office.founder.rpc.register.addOfficial({
    name: 'I Gusti Ngurah Jaya Negara',
    position: 'Wali Kota Denpasar',
    shortName: 'Jaya Negara',
    leader: true,
  });
  await newRelease(office, page);
  await body(page).click();
  await page.keyboard.type('Pasar ini milik bersama');
  await page.keyboard.press('Control+Shift+K');
  const dialog = page.getByRole('dialog', { name: 'Siapa yang mengatakannya?' });
  await expect(dialog.getByRole('button', { name: /Jaya Negara/ })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Cari nama atau jabatan' }).fill('wali');
  await page.keyboard.press('Enter');
  await expect(page.locator('blockquote')).toContainText('ujar Wali Kota Denpasar I Gusti Ngurah Jaya Negara');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Kami senang');
  await page.getByRole('button', { name: 'Kutipan' }).click();
  await dialog.getByRole('button', { name: 'Tambah tamu' }).click();
  await dialog.getByRole('textbox', { name: 'Nama lengkap' }).fill('Ni Wayan Sari');
  await dialog.getByRole('textbox', { name: 'Jabatan atau sebutan' }).fill('pedagang');
  await dialog.getByRole('button', { name: 'Pakai nama ini' }).click();
  await expect(page.locator('blockquote').nth(1)).toContainText('ujar pedagang Ni Wayan Sari');
  await expect(sign(page, 'saved')).toContainText('Tersimpan');
});

/** Pastes as a browser does: HTML and plain text on the clipboard. */
async function paste(page: Page, clip: { html?: string; text: string }) {
  await body(page).click();
  await page.evaluate(({ html, text }) => {
    const data = new DataTransfer();
    if (html !== undefined) data.setData('text/html', html);
    data.setData('text/plain', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, clip);
}

test('pasted Word keeps paragraphs, bold and lists and drops the rest', async ({ page, office }) => {
  await newRelease(office, page);
  await paste(page, {
    text: '',
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body lang=IN>
<!--StartFragment--><h1>Subjudul</h1><p class=MsoNormal style='mso-margin-top-alt:auto'><b><span style='font-family:"Times New Roman"'>Wali Kota</span></b>
membuka<o:p></o:p> acara.</p>
<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>Stunting</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Sampah</p>
<table><tr><td>Hari</td><td>Kamis</td></tr></table><!--EndFragment--></body></html>`,
  });
  const html = await body(page).innerHTML();
  expect(html).not.toMatch(/style=|class="Mso|<o:p|<span|<table/);
  await expect(body(page).locator('h2')).toHaveText('Subjudul');
  await expect(body(page).locator('strong')).toHaveText('Wali Kota');
  await expect(body(page).locator('ul > li')).toHaveText(['Stunting', 'Sampah']);
  await expect(body(page)).toContainText('Wali Kota membuka acara.');
  await expect(body(page)).toContainText('Hari | Kamis');
});

test('pasted WhatsApp becomes paragraphs with bold and italic, without names and times', async ({ page, office }) => {
  await newRelease(office, page);
  await paste(page, {
    text: '[20/11/25 09.12] Made Prokopim: *PENTING* acara _diundur_ jam 10\r\n\r\nAkun @denpasar_kota tetap',
  });
  await expect(body(page).locator('p')).toHaveText(['PENTING acara diundur jam 10', 'Akun @denpasar_kota tetap']);
  await expect(body(page).locator('strong')).toHaveText('PENTING');
  await expect(body(page).locator('em')).toHaveText('diundur');
});

test('hostile HTML runs nothing and leaves no address behind', async ({ page, office }) => {
  await newRelease(office, page);
  await page.evaluate(() => Object.assign(window, { hit: 0 }));
  await paste(page, {
    text: 'x',
    html: `<p onclick="hit++">Halo<img src=x onerror="hit++"><script>hit++</script><svg onload="hit++"></svg>
<a href="javascript:hit++">klik</a> <a href="https://denpasarkota.go.id">situs</a><iframe src="javascript:parent.hit++"></iframe></p>
<p data-pm-slice="1 1 []"><a href="java&#10;script:hit++">lagi</a></p>`,
  });
  await expect(body(page)).toContainText('lagi');
  const html = await body(page).innerHTML();
  expect(html).not.toMatch(/onerror|onclick|javascript|<img|<svg|<iframe|<script/i);
  expect(await page.evaluate(() => (window as unknown as { hit: number }).hit)).toBe(0);
});

test('real published texts are pasted whole', async ({ page, office }) => {
  const sample = new URL('../../../shared/samples/press/kalteng-bali-2022.txt', import.meta.url);
  let text = '';
  try {
    text = readFileSync(sample, 'utf8');
  } catch {
    test.skip(true, '../shared/samples/press is not here');
  }
  await newRelease(office, page);
  await paste(page, { text });
  const paragraphs = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  await expect(body(page).locator('p')).toHaveText(paragraphs);
  await expect(sign(page, 'saved')).toContainText('Tersimpan');
});

test('on a phone one reads, in both themes, without a sideways scroll', async ({ page, office }) => {
  const id = await newRelease(office, page);
  await paste(page, { text: 'Paragraf pembuka yang cukup panjang untuk dibaca di ponsel.\n\nParagraf kedua.' });
  await page.setViewportSize(phone);
  await page.goto(`${new URL(page.url()).origin}/siaran-pers/${id}`);
  await expect(body(page)).toContainText('Paragraf kedua.');
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  await expectAccessible(page);

  // the tools are made for thumbs, stand in one row, and the last is brought in by the keyboard
  const toolbar = page.getByRole('toolbar');
  const tools = await toolbar.getByRole('button').all();
  const boxes = await Promise.all(tools.map((tool) => tool.boundingBox()));
  for (const box of boxes) {
    expect(box?.width).toBeGreaterThanOrEqual(44);
    expect(box?.height).toBeGreaterThanOrEqual(44);
  }
  expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
  await page.screenshot({ path: test.info().outputPath('alat.png') });
  await tools[0]?.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(toolbar.getByRole('button', { name: 'Ulangi' })).toBeFocused();
  await expect(toolbar.getByRole('button', { name: 'Ulangi' })).toBeInViewport({ ratio: 1 });
});

test('a browser that keeps nothing says so, and does not call the words safe', async ({ page, core, office }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { get: () => undefined }));
  await newRelease(office, page);
  await body(page).click();
  await page.keyboard.type('Sebelum mati. ');
  await expect(sign(page, 'saved')).toContainText('Tersimpan');
  await core.kill();
  await page.keyboard.type('Selama mati.');
  await expect(sign(page, 'kept')).toContainText('hanya ada di jendela ini');
  await core.restart();
  await expect(sign(page, 'saved')).toContainText(/Tersimpan \d/);
});
