import { expect, expectAccessible, laptop, phone, test } from './test.ts';

const zone = 'Asia/Makassar' as const;
/** A day at the office, counted from today. */
function day(ahead: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(Date.now() + ahead * 86_400_000);
}

for (const [name, viewport] of [
  ['a laptop', laptop],
  ['a phone', phone],
] as const)
  test(`on ${name}: the head of Beranda counts what waits, and is calm only where nothing does`, async ({
    page,
    office,
  }) => {
    await page.setViewportSize(viewport);
    const { rpc } = await office.person('protocol');
    await office.open(page, 'protocol', '/');
    const head = page.getByRole('banner').or(page.locator('main header')).filter({ hasText: 'Selamat' }).last();
    await expect(head).toContainText('Belum ada acara hari ini, tidak ada yang menunggu Anda.');

    const mayor = await rpc.register.addOfficial({ name: 'Jaya Negara', shortPosition: 'Wali Kota', leader: true });
    const attends = {
      officialId: mayor.id,
      answer: 'attends',
      delegateId: null,
      delegateName: null,
      instruction: null,
    };
    const add = async (title: string, ahead: number, clock: string, state: 'confirmed' | 'tentative') => {
      const event = {
        title,
        start: `${day(ahead)}T${clock}`,
        end: `${day(ahead)}T${clock.slice(0, 2)}:45`,
        zone,
        state,
        attendance: [{ ...attends, answer: 'attends' as const }],
      };
      return rpc.agenda.add(event);
    };
    await add('Apel', 0, '07:00', 'confirmed');
    const off = await add('Senam', 0, '05:00', 'confirmed');
    await rpc.agenda.setState({ id: off.id, version: 1, state: 'cancelled', reason: 'Hujan' });
    await add('Audiensi', 1, '09:00', 'tentative');
    await add('Rapat', 2, '09:00', 'confirmed');
    await rpc.agenda.accept({
      proposals: [
        {
          key: 'a',
          title: 'Rapat lain',
          start: `${day(2)}T09:15`,
          zone,
          state: 'confirmed',
          attendance: [{ ...attends, answer: 'attends', called: 'Wali Kota' }],
        },
      ],
    });
    await rpc.invitations.add({ subject: 'Undangan Lomba' });
    await expect(head).toContainText(
      '1 acara hari ini, 1 hal di agenda perlu diputuskan, 1 acara besok belum terkonfirmasi, 1 undangan menunggu.',
    );
    await expectAccessible(page);

    // links in words have the colour of the office, in both themes
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      const link = page.getByRole('link', { name: 'Isi piket' });
      await expect
        .poll(() =>
          link.evaluate((element) => {
            const accent = document.createElement('span');
            accent.style.color = 'var(--k-accent-ink)';
            element.append(accent);
            const same = getComputedStyle(element).color === getComputedStyle(accent).color;
            accent.remove();
            return same;
          }),
        )
        .toBe(true);
      await expectAccessible(page);
    }
    await page.screenshot({ path: test.info().outputPath('beranda.png') });
    await page.getByRole('link', { name: '1 undangan menunggu' }).click();
    await expect(page).toHaveURL(/\/undangan$/);

    // who writes hears of none of it
    await office.open(page, 'writer', '/');
    await expect(head).toContainText('1 acara hari ini, tidak ada yang menunggu Anda.');
  });
