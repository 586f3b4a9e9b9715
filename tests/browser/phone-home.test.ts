import { day } from './pasting.ts';
import { expect, expectAccessible, phone, test } from './test.ts';

test.use({ viewport: phone });

test('with changes and clashes waiting, the day and Tempel apa saja stand on the first screen, and four taps lead to a notice', async ({
  page,
  office,
}) => {
  const { rpc } = await office.person('protocol');
  const mayor = await rpc.register.addOfficial({ name: 'Jaya Negara', shortPosition: 'Wali Kota', leader: true });
  const leader = { officialId: mayor.id, called: 'Wali Kota', answer: 'attends' } as const;
  const proposals = (
    [
      ['Apel Gabungan', '05:45', '07:00'],
      ['Rapat Inflasi', '06:30', '07:30'],
      ['Audiensi PWI', '10:00', '11:00'],
      ['Tinjauan Pasar', '10:30', '11:30'],
    ] as const
  ).map(([title, start, end], at) => ({
    key: `${at}`,
    title,
    start: `${day()}T${start}`,
    end: `${day()}T${end}`,
    zone: 'Asia/Makassar' as const,
    venue: `Ruang ${at}`,
    state: 'confirmed' as const,
    attendance: [{ ...leader, delegateId: null, delegateName: null, instruction: null }],
  }));
  const { events } = await rpc.agenda.accept({ proposals });
  for (const [at, { id, version }] of events.slice(0, 2).entries())
    await office.founder.rpc.agenda.change({ id, version, venue: `Halaman ${at}`, reason: 'Cuaca' });
  await office.open(page, 'protocol', '/');
  const changes = page.getByRole('button', { name: /^Berubah sejak terakhir Anda buka\s*2/ });
  const clashes = page.getByRole('button', { name: /^2 hal di agenda perlu diputuskan/ });
  await expect(changes).toContainText('Apel Gabungan');
  await expect(clashes).toContainText('Rapat Inflasi');
  const bar = page.getByRole('navigation', { name: 'Bagian Kulkul' }).filter({ visible: true });
  const floor = (await bar.boundingBox())?.y ?? 0;
  const first = page.getByRole('option', { name: /Apel Gabungan/ });
  for (const one of [first, page.getByRole('button', { name: 'Tempel apa saja' })]) {
    await expect(one).toBeVisible();
    const box = await one.boundingBox();
    expect((box?.y ?? floor) + (box?.height ?? 0)).toBeLessThanOrEqual(floor);
  }
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('beranda.png') });
  await changes.click();
  await expect(page.locator('section', { has: changes }).getByRole('listitem')).toHaveCount(2);
  await clashes.click();
  await expect(page.locator('section', { has: clashes }).getByRole('listitem')).toHaveCount(2);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('terbuka.png') });
  await changes.click();
  await clashes.click();

  let taps = 0;
  const tap = async (target: typeof first) => {
    taps += 1;
    await target.click();
  };
  const dialog = page.getByRole('dialog');
  await tap(first);
  await tap(page.getByRole('button', { name: 'Batalkan', exact: true }));
  await tap(dialog.getByText('Cuaca'));
  // the main act is the last of a row; where they stand below each other it is the first, as wide as the other
  const [main, other] = await Promise.all(
    ['Batalkan & bagikan', 'Batalkan acara ini'].map((name) => dialog.getByRole('button', { name }).boundingBox()),
  );
  if (!main || !other) throw new Error('both acts are there');
  if (main.y === other.y) expect(main.x).toBeGreaterThan(other.x);
  else {
    expect(main.y).toBeLessThan(other.y);
    expect(Math.round(main.width)).toBe(Math.round(other.width));
  }
  await page.screenshot({ path: test.info().outputPath('batalkan.png') });
  await tap(dialog.getByRole('button', { name: 'Batalkan & bagikan' }));
  await expect(page.getByLabel(/Teks untuk WhatsApp/)).toHaveValue(/BATAL[\s\S]*Apel Gabungan/);
  expect(taps).toBe(4);
});
