import { expect, expectAccessible, phone, test } from './test.ts';

/** A clock of tomorrow in the office's zone. */
function tomorrow(clock: string): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Makassar' }).format(new Date(Date.now() + 86_400_000));
  return `${day}T${clock}`;
}

const confirmed = {
  title: 'Jamuan Malam Dekranasda',
  start: tomorrow('20:00'),
  end: tomorrow('21:00'),
  zone: 'Asia/Makassar',
  venue: 'Ruang Praja',
  state: 'confirmed',
} as const;

test('who changes an event that a colleague moves meanwhile sees both and chooses, on the phone as on the laptop', async ({
  page,
  office,
  browser,
}) => {
  await page.setViewportSize(phone);
  const { rpc } = await office.person('protocol');
  const event = await rpc.agenda.add(confirmed);
  await office.open(page, 'protocol', `/agenda/${event.id}`);
  await page.getByRole('button', { name: 'Ubah waktu' }).click();
  await page.getByRole('button', { name: '+30 menit' }).click();
  // the colleague, in another browser
  const context = await browser.newContext();
  const other = await context.newPage();
  await office.open(other, 'founder', `/agenda/${event.id}`);
  await other.getByRole('button', { name: 'Ubah waktu' }).click();
  await other.getByLabel('Waktu', { exact: true }).fill('19.00-20.00');
  await other.getByText('Cuaca').click();
  await other.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(other.getByRole('dialog')).toHaveCount(0);
  // said as soon as it is known, before anything is saved
  await expect(page.getByRole('dialog')).toContainText('baru saja diubah orang lain');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Simpan & bagikan' }).click();
  const both = page.getByRole('dialog', { name: 'Acara ini baru saja diubah' });
  await expect(both.getByRole('row', { name: /^Mulai/ })).toContainText(/20\.00[\s\S]*19\.00[\s\S]*20\.30/);
  await expect(both).toContainText('Cuaca');
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('keduanya.png') });
  expect((await rpc.agenda.get({ id: event.id })).start).toBe(tomorrow('19:00'));
  await both.getByRole('button', { name: 'Biarkan seperti sekarang' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect((await rpc.agenda.get({ id: event.id })).start).toBe(tomorrow('19:00'));
  // once more, and one's own choice is kept: nobody is asked twice
  await page.getByRole('button', { name: 'Ubah tempat' }).click();
  await page.getByRole('textbox', { name: 'Tempat' }).fill('Ruang Sewaka');
  await page.getByText('Permintaan penyelenggara').click();
  const latest = await rpc.agenda.get({ id: event.id });
  await rpc.agenda.change({ id: event.id, version: latest.version, venue: 'Lapangan', reason: 'Tamu bertambah' });
  await page.getByRole('button', { name: 'Simpan & bagikan' }).click();
  await expect(both.getByRole('row', { name: /^Tempat/ })).toContainText(
    /Ruang Praja[\s\S]*Lapangan[\s\S]*Ruang Sewaka/,
  );
  await both.getByRole('button', { name: 'Tetap pakai pilihan saya' }).click();
  await expect(page.getByLabel(/Teks untuk WhatsApp/)).toHaveValue(/Ruang Sewaka/);
  expect((await rpc.agenda.get({ id: event.id })).venue).toBe('Ruang Sewaka');
  await context.close();
});

test('an event that a colleague calls off meanwhile is not moved, put off or given away in silence', async ({
  page,
  office,
}) => {
  const { rpc } = await office.person('protocol');
  const leader = await rpc.register.addOfficial({ name: 'Jaya Negara', shortPosition: 'Wali Kota', leader: true });
  await rpc.register.addOfficial({ name: 'Ida Bagus Alit', shortPosition: 'Sekda' });
  const answer = {
    officialId: leader.id,
    answer: 'attends',
    delegateId: null,
    delegateName: null,
    instruction: null,
  } as const;
  const acts = [
    ['Ubah waktu', () => page.getByRole('button', { name: '+1 jam' })],
    ['Diwakili', () => page.getByRole('option', { name: /Sekda/ })],
    ['Tunda', () => page.getByText('Cuaca')],
  ] as const;
  for (const [at, [act, choice]] of acts.entries()) {
    const event = await rpc.agenda.add({
      ...confirmed,
      start: tomorrow(`${10 + 2 * at}:00`),
      end: tomorrow(`${11 + 2 * at}:00`),
      title: `Acara ${act}`,
      attendance: [answer],
    });
    await office.open(page, 'protocol', `/agenda/${event.id}`);
    await page.getByRole('button', { name: act, exact: true }).click();
    await choice().click();
    await rpc.agenda.setState({ id: event.id, version: 1, state: 'cancelled', reason: 'Tamu batal datang' });
    await page.getByRole('button', { name: /& bagikan$/ }).click();
    const both = page.getByRole('dialog', { name: 'Acara ini baru saja diubah' });
    await expect(both.getByRole('row', { name: /^Keadaan/ }), act).toContainText('Batal');
    await expect(both).toContainText('Tamu batal datang');
    await both.getByRole('button', { name: 'Biarkan seperti sekarang' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await rpc.agenda.get({ id: event.id }), act).toMatchObject({
      state: 'cancelled',
      start: event.start,
      version: 2,
    });
  }
});

test('a pasted change that a colleague overtakes shows both; either choice goes on with the other cards', async ({
  page,
  office,
}) => {
  const { rpc } = await office.person('protocol');
  const event = await rpc.agenda.add({ ...confirmed, title: 'Rapat Zonasi' });
  const other = await rpc.agenda.add({ ...confirmed, title: 'Audiensi PWI', start: tomorrow('13:00'), end: null });
  await office.open(page, 'protocol', '/agenda/tempel');
  await page
    .getByLabel('Pesan agenda dari WhatsApp')
    .fill('Rapat Zonasi besok diundur 1 jam\nAudiensi PWI besok jam 13.00 diundur jam 15.00');
  const card = page.getByRole('article', { name: 'Rapat Zonasi' });
  await expect(card).toBeFocused();
  // shown as it was when the text was read
  await expect(card).toContainText('21.00');
  await office.founder.rpc.agenda.change({ ...times(event), start: tomorrow('19:00'), end: tomorrow('20:00') });
  await page.keyboard.press('Control+Enter');
  const both = page.getByRole('dialog', { name: 'Acara ini baru saja diubah' });
  await expect(both.getByRole('row', { name: /^Mulai/ })).toContainText(/20\.00[\s\S]*19\.00[\s\S]*21\.00/);
  await expectAccessible(page);
  await both.getByRole('button', { name: 'Tetap pakai pilihan saya' }).click();
  await expect(both).toHaveCount(0);
  expect((await rpc.agenda.get({ id: event.id })).start).toBe(tomorrow('21:00'));
  // the rest is taken as before; theirs stays where it is chosen
  await office.founder.rpc.agenda.change({ ...times(other), start: tomorrow('14:00') });
  await page.keyboard.press('Control+Enter');
  await both.getByRole('button', { name: 'Biarkan seperti sekarang' }).click();
  await expect(both).toHaveCount(0);
  expect((await rpc.agenda.get({ id: other.id })).start).toBe(tomorrow('14:00'));
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await rpc.agenda.get({ id: event.id })).start).toBe(tomorrow('19:00'));
});

const times = ({ id, version }: { id: string; version: number }) => ({
  id,
  version,
  reason: 'Permintaan penyelenggara',
});
