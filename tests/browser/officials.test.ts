import { expect, expectAccessible, phone, test } from './test.ts';

const zone = 'Asia/Makassar' as const;

test('a new mayor comes, the old one leaves, and what they did stays readable', async ({ page, office }) => {
  const { rpc } = office.founder;
  const mayor = await rpc.register.addOfficial({
    name: 'I Gusti Ngurah Jaya Negara',
    position: 'Wali Kota Denpasar',
    shortPosition: 'Wali Kota',
    leader: true,
  });
  const event = await rpc.agenda.add({
    title: 'Serah terima jabatan',
    start: '2027-03-18T09:00',
    zone,
    attendance: [{ officialId: mayor.id, answer: 'attends', delegateId: null, delegateName: null, instruction: null }],
  });
  await office.open(page, 'founder', '/pengaturan/pejabat');
  await page.getByRole('button', { name: 'Tambah pejabat' }).click();
  const dialog = page.getByRole('dialog', { name: 'Pejabat baru' });
  await dialog.getByRole('button', { name: 'Tambah pejabat' }).click();
  await expect(dialog.getByLabel('Nama lengkap')).toBeFocused();
  await dialog.getByLabel('Nama lengkap').fill('Ni Luh Ayu Sukerti');
  await dialog.getByLabel('Jabatan lengkap').fill('Wali Kota Denpasar');
  await dialog.getByLabel('Jabatan singkat').fill('wali kota');
  await dialog.getByLabel('Nama singkat').fill('Ayu Sukerti');
  await dialog.getByRole('switch', { name: 'Punya agenda sendiri (pimpinan)' }).check();
  await expect(dialog.getByText(/Kalau ini penggantinya/)).toContainText('I Gusti Ngurah Jaya Negara');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Tambah pejabat' }).click();
  await expect(dialog).toBeHidden();

  const leaders = page.getByRole('region', { name: 'Pimpinan dengan agenda' });
  const former = page.getByRole('region', { name: 'Tidak menjabat lagi' });
  await expect(leaders).toContainText('Wali Kota Denpasar · Ayu Sukerti');
  const retire = async () => {
    await page.getByRole('button', { name: 'Buka menu: I Gusti Ngurah Jaya Negara' }).click();
    await page.getByRole('menuitem', { name: 'Tidak menjabat lagi' }).click();
    await expect(former).toContainText('I Gusti Ngurah Jaya Negara');
  };
  await retire();
  await expect(page.getByText('I Gusti Ngurah Jaya Negara tidak menjabat lagi')).toBeVisible();
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expect(former).toHaveCount(0);
  await expect(leaders).toContainText('I Gusti Ngurah Jaya Negara');
  await retire();
  await expectAccessible(page);

  // the event keeps its leader; a new one is offered only who is in office, and a paste means them
  await office.open(page, 'founder', `/agenda/${event.id}`);
  await expect(page.getByText('Wali Kota', { exact: true }).first()).toBeVisible();
  const [read] = (await rpc.agenda.readText({ text: 'Kamis 18 Maret 2027\nWALI KOTA\n08.00 Apel' })).proposals;
  expect(read?.leaders.map(({ officialId }) => officialId)).toEqual([
    (await rpc.register.officials({})).find(({ name }) => name === 'Ni Luh Ayu Sukerti')?.id,
  ]);
});

test('a name is corrected; what a colleague changed in another field meanwhile stays', async ({ page, office }) => {
  const { rpc } = office.founder;
  const { id } = await rpc.register.addOfficial({ name: 'Cok Parta', shortPosition: 'Asisten I' });
  await page.setViewportSize(phone);
  await office.open(page, 'founder', '/pengaturan/pejabat');
  await page.getByRole('button', { name: 'Buka menu: Cok Parta' }).click();
  await page.getByRole('menuitem', { name: 'Ubah' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ubah Cok Parta' });
  await dialog.getByLabel('Nama lengkap').fill('Cok Partha');
  await rpc.register.changeOfficial({ id, position: 'Asisten Pemerintahan' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect(dialog).toBeHidden();
  expect((await rpc.register.officials({})).find((one) => one.id === id)).toMatchObject({
    name: 'Cok Partha',
    position: 'Asisten Pemerintahan',
  });
});

test('who only looks on reads the register and changes nothing', async ({ page, office }) => {
  await office.founder.rpc.register.addOfficial({ name: 'Cok Partha', shortPosition: 'Asisten I' });
  await office.open(page, 'observer', '/pengaturan/pejabat');
  await expect(page.getByText('Cok Partha')).toBeVisible();
  await expect(page.getByRole('button', { name: /Tambah pejabat|Buka menu: / })).toHaveCount(0);
});
