import { makePicture } from '../builders/pictures.ts';
import type { Person } from '../harness/client.ts';
import { expect, laptop, test } from './test.ts';

/** KULKUL_MANY=2000 measures a big event by hand; a few hundred show the same thing in less time. */
const count = Number(process.env.KULKUL_MANY ?? 300);

/** Photos of one event: small pictures, each with a comment of its own so that no two are the same file. */
async function fill(person: Person, eventId: string): Promise<void> {
  const picture = await makePicture(1, { width: 320, height: 213 });
  const photo = (index: number) => {
    const words = Buffer.from(`foto ${index}`);
    return Buffer.concat([
      picture.subarray(0, 2),
      Buffer.from([0xff, 0xfe, 0, words.length + 2]),
      words,
      picture.subarray(2),
    ]);
  };
  for (let first = 0; first < count; first += 250) {
    const batch = Array.from({ length: Math.min(250, count - first) }, (_, index) => photo(first + index));
    const { id, files } = await person.rpc.photos.importBegin({
      eventId,
      files: batch.map((bytes, index) => ({
        name: `DSC_${String(first + index).padStart(4, '0')}.JPG`,
        size: bytes.byteLength,
        lastModified: 1_763_600_000_000 + (first + index) * 1000,
      })),
    });
    for (const [index, file] of files.entries()) {
      const sent = await person.fetch(`/raw/imports/${id}/files/${file.id}?offset=0`, {
        method: 'PUT',
        body: new Uint8Array(batch[index] as Buffer),
      });
      expect(sent.status).toBe(200);
    }
  }
}

test('an event with very many photos is scrolled through without holding up the page', async ({ page, office }) => {
  test.setTimeout(600_000);
  const { founder } = office;
  const event = await founder.rpc.agenda.add({
    title: 'Pesta Kesenian',
    start: '2030-12-20T09:00',
    zone: 'Asia/Makassar',
    state: 'confirmed',
  });
  await fill(founder, event.id);
  await page.setViewportSize(laptop);
  await office.open(page, 'founder', `/agenda/${event.id}`);
  const tiles = page.getByRole('option').and(page.locator('[data-photo]'));
  await expect(page.getByText(new RegExp(`^${count} ·`))).toBeVisible();
  await expect(tiles.first()).toBeVisible();
  // of all photos only those near what one sees are in the page
  expect(await tiles.count()).toBeLessThan(80);

  // a finger that flicks: 400 px with every frame, from the first photo to the last
  const fared = await page.locator('main').evaluate(async (main) => {
    const long: number[] = [];
    const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => entry.duration)));
    observer.observe({ type: 'longtask' });
    let [frames, most, slowest] = [0, 0, 0];
    let before = performance.now();
    while (main.scrollTop < main.scrollHeight - main.clientHeight - 2 && frames < 2000) {
      main.scrollTop += 400;
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      slowest = Math.max(slowest, now - before);
      before = now;
      frames += 1;
      most = Math.max(most, main.querySelectorAll('[data-photo]').length);
    }
    observer.disconnect();
    return { frames, most, slowest: Math.round(slowest), long: long.map(Math.round) };
  });
  console.log(`${count} photos: ${JSON.stringify(fared)}`);
  expect(fared.most).toBeLessThan(120);
  await expect(tiles.filter({ hasText: `Foto ${count} dari ${count}` })).toBeInViewport();

  // by keyboard from one end to the other, and no photo is lost on the way
  await tiles.last().focus();
  await page.keyboard.press('Home');
  await expect(tiles.filter({ hasText: `Foto 1 dari ${count}` })).toBeFocused();
  await page.keyboard.press('End');
  await expect(tiles.filter({ hasText: `Foto ${count} dari ${count}` })).toBeFocused();
});
