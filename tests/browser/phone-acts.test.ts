import type { Locator } from '@playwright/test';
import { expect, expectAccessible, phone, test } from './test.ts';

test.use({ viewport: phone });

/** Counts what a thumb does; typing is not counted, pressing Save is. */
function thumb() {
  let taps = 0;
  return {
    get taps() {
      return taps;
    },
    async on(target: Locator) {
      taps += 1;
      await target.click();
    },
  };
}

function today(clock: string): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Makassar' }).format(new Date());
  return `${day}T${clock}`;
}

test('each change from Beranda to the notice that is ready takes at most four taps', async ({ page, office }) => {
  const { rpc } = await office.person('protocol');
  const add = (name: string, shortPosition: string) => rpc.register.addOfficial({ name, shortPosition, leader: true });
  const leaders = [await add('Jaya Negara', 'Wali Kota'), await add('Arya Wibawa', 'Wakil Wali Kota')];
  await rpc.register.addOfficial({ name: 'Ida Bagus Alit', shortPosition: 'Sekda' });
  const answer = { answer: 'unknown', delegateId: null, delegateName: null, instruction: null } as const;
  const acts = ['time typed', 'time preset', 'place', 'stand-in', 'second leader', 'postponed', 'cancelled'] as const;
  const events = new Map<string, string>();
  for (const [at, act] of acts.entries()) {
    const event = await rpc.agenda.add({
      title: `Acara ${act}`,
      start: today(`${String(6 + 2 * at).padStart(2, '0')}:00`),
      end: today(`${String(7 + 2 * at).padStart(2, '0')}:00`),
      zone: 'Asia/Makassar',
      venue: `Ruang ${at}`,
      state: 'confirmed',
      attendance: leaders.slice(0, act === 'second leader' ? 2 : 1).map(({ id }) => ({ officialId: id, ...answer })),
    });
    events.set(act, event.id);
  }
  const text = page.getByLabel(/Teks untuk WhatsApp/);
  const counted: Record<string, number> = {};
  const saves = page.getByRole('button', { name: 'Simpan & bagikan' });
  const steps: Record<(typeof acts)[number], (finger: ReturnType<typeof thumb>) => Promise<RegExp>> = {
    'time typed': async (finger) => {
      await finger.on(page.getByRole('button', { name: 'Ubah waktu' }));
      await page.getByLabel('Waktu', { exact: true }).fill('06.30');
      await finger.on(page.getByText('Cuaca'));
      await finger.on(saves);
      return /PERUBAHAN AGENDA[\s\S]*06\.30[\s\S]*Sebab: Cuaca/;
    },
    'time preset': async (finger) => {
      await finger.on(page.getByRole('button', { name: 'Ubah waktu' }));
      await finger.on(page.getByRole('button', { name: '+30 menit' }));
      await finger.on(saves);
      // nobody gave a reason, so none is invented
      return /PERUBAHAN AGENDA[\s\S]*08\.30[\s\S]*Sebab: Perubahan jadwal/;
    },
    place: async (finger) => {
      await finger.on(page.getByRole('button', { name: 'Ubah tempat' }));
      await page.getByRole('textbox', { name: 'Tempat' }).fill('Ruang Sewaka');
      await finger.on(page.getByText('Permintaan penyelenggara'));
      await finger.on(saves);
      return /PERUBAHAN AGENDA[\s\S]*Ruang Sewaka/;
    },
    'stand-in': async (finger) => {
      await finger.on(page.getByRole('button', { name: 'Diwakili', exact: true }));
      await finger.on(page.getByRole('option', { name: /Sekda/ }));
      await finger.on(saves);
      // a reason that claims no more than that the leader does not come
      return /PERUBAHAN AGENDA[\s\S]*Sekda[\s\S]*Sebab: Berhalangan/;
    },
    'second leader': async (finger) => {
      await finger.on(page.getByRole('button', { name: 'Diwakili: Wakil Wali Kota' }));
      // a look, and no tap of this change: who comes anyway is no stand-in
      await page.getByRole('option', { name: /Wali Kota/ }).click();
      await expect(page.getByText('Wali Kota sudah diminta hadir sendiri di acara ini.')).toBeVisible();
      await finger.on(page.getByRole('option', { name: /Sekda/ }));
      await finger.on(saves);
      return /PERUBAHAN AGENDA[\s\S]*Sekda/;
    },
    postponed: async (finger) => {
      await finger.on(page.getByRole('button', { name: 'Tunda', exact: true }));
      await finger.on(page.getByText('Cuaca'));
      await finger.on(page.getByRole('button', { name: 'Tunda & bagikan' }));
      return /DITUNDA/;
    },
    cancelled: async (finger) => {
      await finger.on(page.getByRole('button', { name: 'Batalkan', exact: true }));
      await finger.on(page.getByText('Cuaca'));
      await finger.on(page.getByRole('button', { name: 'Batalkan & bagikan' }));
      return /BATAL/;
    },
  };
  for (const act of acts) {
    const finger = thumb();
    await office.open(page, 'protocol', '/');
    await finger.on(page.getByRole('option', { name: new RegExp(`Acara ${act}`) }));
    const notice = await steps[act](finger);
    // the notice comes by itself, with a greeting that can be changed
    await expect(text, act).toHaveValue(notice);
    await expect(page.getByLabel('Salam')).toBeEditable();
    if (act === 'time preset') await expectAccessible(page);
    counted[act] = finger.taps;
  }
  test.info().annotations.push({ type: 'taps', description: JSON.stringify(counted) });
  expect(Math.max(...Object.values(counted)), JSON.stringify(counted)).toBeLessThanOrEqual(4);
  expect((await rpc.agenda.get({ id: events.get('second leader') ?? '' })).attendance).toMatchObject([
    { answer: 'unknown' },
    { answer: 'delegated' },
  ]);
});

test('an event called off by a slip is taken back unheard, unless the notice was taken out', async ({
  page,
  office,
}) => {
  const { rpc } = await office.person('protocol');
  const start = today('23:30');
  const { id } = await rpc.agenda.add({ title: 'Apel', start, zone: 'Asia/Makassar', state: 'confirmed' });
  await office.open(page, 'protocol', `/agenda/${id}`);
  const dialog = page.getByRole('dialog');
  const callOff = async (how: string) => {
    await page.getByRole('button', { name: 'Batalkan', exact: true }).click();
    await dialog.getByText('Cuaca').click();
    await dialog.getByRole('button', { name: how, exact: true }).click();
  };
  const undo = page.getByRole('button', { name: 'Urungkan' });
  for (const how of ['Batalkan acara ini', 'Batalkan & bagikan']) {
    await callOff(how);
    if (how === 'Batalkan & bagikan') {
      await expect(page.getByLabel(/Teks untuk WhatsApp/)).toHaveValue(/BATAL/);
      await expect(undo).toBeHidden();
      await dialog.getByRole('button', { name: 'Tutup' }).click();
    }
    await expect(page.getByText('Apel: Batal')).toBeVisible();
    expect((await rpc.agenda.get({ id })).state).toBe('cancelled');
    await undo.click();
    await expect(page.getByRole('button', { name: 'Batalkan', exact: true })).toBeVisible();
    expect(await rpc.agenda.get({ id })).toMatchObject({ state: 'confirmed', stateReason: null, revision: 1 });
  }
  await callOff('Batalkan & bagikan');
  await dialog.getByRole('button', { name: 'Salin teks' }).click();
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await expect(page.getByText('Alasan: Cuaca').first()).toBeVisible();
  await expect(undo).toBeHidden();
});

test('every step that offers Urungkan goes back by it', async ({ page, office }) => {
  test.slow();
  const { rpc } = await office.person('protocol');
  const steps = [
    ['proposed', 'Konfirmasi'],
    ['proposed', 'Jadikan tentatif'],
    ['tentative', 'Konfirmasi'],
    ['confirmed', 'Mulai berlangsung'],
    ['confirmed', 'Tandai selesai'],
    ['confirmed', 'Jadikan tentatif'],
    ['ongoing', 'Tandai selesai'],
    ['done', 'Konfirmasi'],
    ['postponed', 'Konfirmasi'],
    ['postponed', 'Jadikan tentatif'],
    ['cancelled', 'Konfirmasi'],
    ['cancelled', 'Jadikan tentatif'],
  ] as const;
  for (const [at, [from, step]] of steps.entries()) {
    const first = from === 'proposed' || from === 'tentative' ? from : 'confirmed';
    const title = `Acara ${at}`;
    // still to come, so that nothing hides what may be done with it
    let was = await rpc.agenda.add({ title, start: '2031-03-03T09:00', zone: 'Asia/Makassar', state: first });
    const { id } = was;
    const reason = from === 'postponed' || from === 'cancelled' ? 'Cuaca' : undefined;
    if (from !== first) was = await rpc.agenda.setState({ id, version: 1, state: from, reason });
    await office.open(page, 'protocol', `/agenda/${id}`);
    const straight = page.getByRole('button', { name: step, exact: true });
    await expect(page.getByRole('button', { name: 'Lainnya' })).toBeVisible();
    if (!(await straight.isVisible())) await page.getByRole('button', { name: 'Lainnya' }).click();
    await straight.or(page.getByRole('menuitem', { name: step, exact: true })).click();
    const undo = page.getByRole('status').getByRole('button', { name: 'Urungkan' });
    await undo.click();
    await expect(undo, `${from}: ${step}`).toBeHidden();
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0);
    expect(await rpc.agenda.get({ id }), `${from}: ${step}`).toEqual({ ...was, version: was.version + 2 });
  }
});

test('what was put off or moved says when it was to be', async ({ page, office }) => {
  const { rpc } = await office.person('protocol');
  const zone = 'Asia/Makassar' as const;
  const add = (title: string) =>
    rpc.agenda.add({ title, start: '2030-11-21T09:00', end: '2030-11-21T10:00', zone, state: 'confirmed' });
  const [off, late, moved] = [await add('Satu'), await add('Dua'), await add('Tiga')];
  const postponed = { version: 1, state: 'postponed' as const, reason: 'Cuaca' };
  await rpc.agenda.setState({ id: off.id, ...postponed });
  await rpc.agenda.setState({ id: late.id, ...postponed, start: '2030-11-22T13:00' });
  await rpc.agenda.change({ id: moved.id, version: 1, start: '2030-11-21T08:00', reason: 'Cuaca' });
  const before = page.getByText('semula Kamis, 21 November 2030 09.00–10.00 WITA');
  await office.open(page, 'protocol', `/agenda/${off.id}`);
  await expect(page.getByText('waktu baru menyusul')).toBeVisible();
  await expect(page.locator('header del')).toHaveText('09.00–10.00 WITA');
  await expectAccessible(page);
  for (const { id } of [late, moved]) {
    await office.open(page, 'protocol', `/agenda/${id}`);
    await expect(before).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  }
});

test('who stands in may come with a reason, in the notice and in the history, and takes four taps on the event', async ({
  page,
  office,
}) => {
  const { rpc } = await office.person('protocol');
  const mayor = await rpc.register.addOfficial({ name: 'Jaya Negara', shortPosition: 'Wali Kota', leader: true });
  await rpc.register.addOfficial({ name: 'Ida Bagus Alit', shortPosition: 'Sekda' });
  const { id } = await rpc.agenda.add({
    title: 'Pembukaan',
    start: today('10:00'),
    zone: 'Asia/Makassar',
    state: 'confirmed',
    attendance: [{ officialId: mayor.id, answer: 'attends', delegateId: null, delegateName: null, instruction: null }],
  });
  await office.open(page, 'protocol', `/agenda/${id}`);
  const finger = thumb();
  await finger.on(page.getByRole('button', { name: 'Diwakili', exact: true }));
  await finger.on(page.getByRole('option', { name: /Sekda/ }));
  await expect(page.getByText('sudah diminta hadir sendiri')).toHaveCount(0);
  await finger.on(page.getByRole('dialog').getByText('Dinas luar kota'));
  await expectAccessible(page);
  await finger.on(page.getByRole('button', { name: 'Simpan & bagikan' }));
  await expect(page.getByLabel(/Teks untuk WhatsApp/)).toHaveValue(
    /PERUBAHAN AGENDA[\s\S]*Sekda[\s\S]*Sebab: Dinas luar kota/,
  );
  expect(finger.taps).toBe(4);
  expect(await rpc.agenda.history({ id })).toContainEqual(
    expect.objectContaining({ act: 'attendance', reason: 'Dinas luar kota' }),
  );
});

test('who stands elsewhere at that time is offered after who is free, and said to be before it is saved', async ({
  page,
  office,
}) => {
  const { rpc } = await office.person('protocol');
  const add = (name: string, shortPosition: string) => rpc.register.addOfficial({ name, shortPosition, leader: true });
  const mayor = await add('Jaya Negara', 'Wali Kota');
  const deputy = await add('Arya Wibawa', 'Wakil Wali Kota');
  const secretary = await add('Ida Bagus Alit', 'Sekda');
  await add('Made Toya', 'Asisten I');
  const answer = { answer: 'attends', delegateId: null, delegateName: null, instruction: null } as const;
  const asked = (...officials: { id: string }[]) => officials.map(({ id }) => ({ officialId: id, ...answer }));
  const base = { zone: 'Asia/Makassar', state: 'confirmed' } as const;
  const span = { start: today('10:00'), end: today('11:00') };
  await rpc.agenda.add({ ...base, ...span, title: 'Rapat Inflasi', attendance: asked(secretary) });
  const { id } = await rpc.agenda.add({ ...base, ...span, title: 'Pembukaan', attendance: asked(mayor, deputy) });
  await office.open(page, 'protocol', `/agenda/${id}`);
  await page.getByRole('button', { name: 'Diwakili: Wali Kota' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('option')).toHaveText([
    'Asisten I – Made Toya',
    'Sekda – Ida Bagus Alit ada acara lain pada jam itu',
    'Wakil Wali Kota – Arya Wibawa diminta hadir sendiri',
  ]);
  await dialog.getByRole('option', { name: /Sekda/ }).click();
  // seen without a scroll, since nothing can be saved before it is answered
  await expect(dialog.getByText(/Rapat Inflasi/)).toBeInViewport();
  await expect(dialog.getByRole('button', { name: 'Simpan & bagikan' })).toBeDisabled();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('mewakili.png') });
  await dialog.getByRole('option', { name: /Asisten I/ }).click();
  await expect(dialog.getByText(/Rapat Inflasi/)).toBeHidden();
  await dialog.getByRole('button', { name: 'Simpan & bagikan' }).click();
  await expect(page.getByLabel(/Teks untuk WhatsApp/)).toHaveValue(/Asisten I/);
});

test('while the core is away words say so, and what was chosen stays until it is saved', async ({
  page,
  core,
  office,
}) => {
  const { rpc } = await office.person('protocol');
  const { id } = await rpc.agenda.add({
    title: 'Apel',
    start: today('07:00'),
    zone: 'Asia/Makassar',
    venue: 'Lapangan',
    state: 'confirmed',
  });
  await office.open(page, 'protocol', `/agenda/${id}`);
  await page.getByRole('button', { name: 'Ubah tempat' }).click();
  await page.getByRole('textbox', { name: 'Tempat' }).fill('Ruang Sewaka');
  await page.getByText('Cuaca').click();
  await core.kill();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Simpan & bagikan' }).click();
  await expect(dialog.getByText(/Kulkul sedang tidak bisa dihubungi/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('textbox', { name: 'Tempat' })).toHaveValue('Ruang Sewaka');
  await expect(
    page.getByRole('radio', { name: 'Cuaca' }).or(page.getByRole('checkbox', { name: 'Cuaca' })),
  ).toBeChecked();
  await core.restart();
  await expect(async () => {
    await dialog.getByRole('button', { name: 'Simpan & bagikan' }).click({ timeout: 2_000 });
    await expect(page.getByLabel(/Teks untuk WhatsApp/)).toHaveValue(/Ruang Sewaka/, { timeout: 4_000 });
  }).toPass({ timeout: 40_000 });
  expect((await rpc.agenda.get({ id })).venue).toBe('Ruang Sewaka');
});

test('a clash is said in words, and answered with the reason that stands there', async ({ page, office }) => {
  const { rpc } = await office.person('protocol');
  const mayor = await rpc.register.addOfficial({ name: 'Jaya Negara', shortPosition: 'Wali Kota', leader: true });
  const attendance = [
    { officialId: mayor.id, answer: 'attends', delegateId: null, delegateName: null, instruction: null } as const,
  ];
  const base = { zone: 'Asia/Makassar', state: 'confirmed', attendance } as const;
  await rpc.agenda.add({ ...base, title: 'Rapat', start: today('10:00'), end: today('11:00') });
  const { id } = await rpc.agenda.add({ ...base, title: 'Audiensi', start: today('08:00'), end: today('09:00') });
  await office.open(page, 'protocol', `/agenda/${id}`);
  await page.getByRole('button', { name: 'Ubah waktu' }).click();
  await page.getByLabel('Waktu', { exact: true }).fill('10.30');
  await page.getByText('Cuaca').click();
  const save = page.getByRole('dialog').getByRole('button', { name: 'Simpan & bagikan' });
  await save.click();
  await expect(page.getByRole('dialog').getByText(/Rapat/)).toBeVisible();
  await expectAccessible(page);
  await save.click();
  await expect(page.getByLabel(/Teks untuk WhatsApp/)).toHaveValue(/10\.30/);
});
