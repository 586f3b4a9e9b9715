import type { Page } from '@playwright/test';
import { expect, expectAccessible, laptop, type Office, phone, test } from './test.ts';

// a Wednesday, far from today
const day = '2030-11-20';
const zone = 'Asia/Makassar' as const;

/** Two events that want the same leader at once, one that has nothing to do with them, and one whose clash was answered. */
async function aDoubledDay(office: Office): Promise<{ first: string; second: string }> {
  const { rpc } = office.founder;
  const mayor = await rpc.register.addOfficial({ name: 'I Gusti Ngurah Jaya', position: 'Wali Kota', leader: true });
  const attendance = [
    { officialId: mayor.id, answer: 'attends' as const, delegateId: null, delegateName: null, instruction: null },
  ];
  const shared = { zone, state: 'confirmed' as const };
  const first = await rpc.agenda.add({
    ...shared,
    title: 'Sidang Paripurna',
    start: `${day}T09:00`,
    end: `${day}T11:00`,
    attendance,
  });
  // pasted, so that it lands without an answer
  const landed = await rpc.agenda.accept({
    proposals: [
      {
        ...shared,
        key: '1',
        kind: 'rapat',
        title: 'Pembukaan Lomba',
        start: `${day}T09:30`,
        end: `${day}T10:30`,
        attendance: attendance.map((one) => ({ ...one, called: 'Wali Kota' })),
      },
    ],
  });
  await rpc.agenda.add({ ...shared, title: 'Apel Sore', start: `${day}T15:00`, end: `${day}T16:00` });
  return { first: first.id, second: landed.events[0]?.id ?? '' };
}

const eventIn = (page: Page, title: string) => page.locator('main [data-event]').filter({ hasText: title }).first();

test('an event that asks for somebody twice is marked in every view, with a word, and leads to the clash', async ({
  page,
  office,
}) => {
  test.slow();
  const { second } = await aDoubledDay(office);
  await page.setViewportSize(laptop);
  for (const view of ['hari', 'pekan', 'bulan', 'matriks', 'daftar']) {
    await office.open(page, 'founder', `/agenda?lihat=${view}&tanggal=${day}`);
    for (const title of ['Sidang Paripurna', 'Pembukaan Lomba'])
      await expect(eventIn(page, title), `${view}: ${title}`).toContainText('Bentrok');
    await expect(eventIn(page, 'Apel Sore')).not.toContainText('Bentrok');
    await expectAccessible(page);
  }
  await eventIn(page, 'Pembukaan Lomba').click();
  await expect(page).toHaveURL(new RegExp(`/agenda/${second}$`));
  const clashes = page.getByRole('region', { name: 'Yang perlu diperhatikan' });
  await expect(clashes).toBeInViewport();
  await expect(clashes.getByText(/Sidang Paripurna/)).toBeVisible();
  await expect(clashes.getByRole('button', { name: /Wali Kota/ })).toBeVisible();
  await clashes.getByRole('button', { name: 'Jelaskan' }).click();
  await clashes.getByLabel('Mengapa tetap begitu?').fill('Hadir sebentar saja');
  await clashes.getByRole('button', { name: 'Simpan' }).click();
  await expect(clashes.getByText(/Hadir sebentar saja/)).toBeVisible();
  await office.open(page, 'founder', `/agenda?lihat=pekan&tanggal=${day}`);
  await expect(eventIn(page, 'Sidang Paripurna')).toBeVisible();
  await page.waitForLoadState('networkidle').catch(() => {});
  await expect(eventIn(page, 'Sidang Paripurna')).not.toContainText('Bentrok');
});

test('the list of a day on a phone marks it too; who may not answer sees no mark', async ({ page, office }) => {
  await aDoubledDay(office);
  await page.setViewportSize(phone);
  await office.open(page, 'founder', `/agenda?lihat=hari&tanggal=${day}`);
  await expect(page.getByText('Bentrok', { exact: true })).toHaveCount(2);
  await expectAccessible(page);
  await office.open(page, 'writer', `/agenda?lihat=hari&tanggal=${day}`);
  await expect(page.getByText('Sidang Paripurna').first()).toBeVisible();
  await expect(page.getByText('Bentrok', { exact: true })).toHaveCount(0);
});

test('on a phone the days of a week and a month say where somebody is asked for twice', async ({ page, office }) => {
  await aDoubledDay(office);
  await page.setViewportSize(phone);
  for (const view of ['pekan', 'bulan']) {
    await office.open(page, 'founder', `/agenda?lihat=${view}&tanggal=2030-11-19`);
    const days = page.getByRole('group', { name: view === 'pekan' ? 'Pekan' : 'Bulan' });
    await expect(days.getByRole('button', { name: /^Rabu, 20 November 2030, 3 acara, Bentrok$/ })).toBeVisible();
    await expect(days.getByRole('button', { name: /Bentrok/ })).toHaveCount(1);
    await expectAccessible(page);
    await page.screenshot({ path: test.info().outputPath(`${view}.png`) });
  }
});

test('a mark that comes draws its own event again, and no other', async ({ page, office }) => {
  const { second } = await aDoubledDay(office);
  await page.setViewportSize(laptop);
  await office.open(page, 'founder', `/agenda?lihat=bulan&tanggal=${day}`);
  await expect(eventIn(page, 'Pembukaan Lomba')).toContainText('Bentrok');
  // everything that is written into the month while the marks go
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { written: seen });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const at = target instanceof Element ? target : target.parentElement;
        seen.add(at?.closest('[data-event]')?.querySelector('[class*="title"]')?.textContent ?? 'month');
      }
    }).observe(document.querySelector('[role="grid"]') as Element, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
  const { rpc } = office.founder;
  const [clash] = (await rpc.agenda.clashes({ id: second })).filter(({ code }) => code === 'leader_double');
  await rpc.agenda.answerClash({ eventId: second, key: clash?.key ?? '', reason: 'Hadir sebentar saja' });
  await expect(eventIn(page, 'Pembukaan Lomba')).not.toContainText('Bentrok');
  await expect(eventIn(page, 'Sidang Paripurna')).not.toContainText('Bentrok');
  const written = await page.evaluate(() => [...(window as unknown as { written: Set<string> }).written].sort());
  expect(written).toEqual(['Pembukaan Lomba', 'Sidang Paripurna']);
});

test('a short event of the week shows a line of its name beside its marks', async ({ page, office }) => {
  const { rpc } = office.founder;
  const made = [
    { title: 'Upacara', start: '07:00', end: '07:45', to: 'done' as const },
    { title: 'Wawancara', start: '16:00', end: '17:00', to: 'tentative' as const, pressAccess: 'closed' as const },
    { title: 'Audiensi', start: '13:00', end: '13:30', to: 'done' as const },
  ];
  for (const { title, start, end, to, pressAccess = 'open' } of made) {
    const event = await rpc.agenda.add({
      title,
      start: `${day}T${start}`,
      end: `${day}T${end}`,
      zone,
      pressAccess,
      state: to === 'tentative' ? 'tentative' : 'confirmed',
    });
    if (to === 'done') await rpc.agenda.setState({ id: event.id, version: event.version, state: 'done' });
  }
  await page.setViewportSize(laptop);
  await office.open(page, 'founder', `/agenda?lihat=pekan&tanggal=${day}`);
  for (const { title } of made) {
    const name = eventIn(page, title).getByText(title, { exact: true });
    await expect(name).toBeVisible();
    const room = await name.evaluate((words) => {
      const own = words.getBoundingClientRect();
      const event = (words.closest('a') as Element).getBoundingClientRect();
      const seen = Math.min(own.bottom, event.bottom) - Math.max(own.top, event.top);
      return own.left < event.right - 30 ? seen : 0;
    });
    expect(room, `pixels of “${title}” that are seen`).toBeGreaterThanOrEqual(12);
  }
});
