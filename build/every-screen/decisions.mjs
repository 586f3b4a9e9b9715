// The sample office: a release goes its way, scene by scene. They change the office, so they come last, and one alone cannot be reached.
import { typeInto } from '../../tests/builders/typing.ts';
import { releaseOf } from './acts.mjs';

/** The release that the head had returned, when the scenes before brought it this far. @throws when they were not taken */
const broughtTo =
  (state, more = '') =>
  async (place) => {
    const now = (await place.people.writer.rpc.releases.get({ releaseId: place.returned.id })).state;
    if (now !== state) throw new Error(`the release is ${now}, not ${state}: take the scenes before it, too`);
    return releaseOf('returned')(place, more);
  };

export const decisions = [
  [
    'acc-perubahan',
    'head',
    async (place) => {
      const { rpc } = place.people.writer;
      await typeInto(rpc, place.returned.id, { title: `${place.returned.title} Mulai Pekan Ini` });
      await rpc.approval.submit({ releaseId: place.returned.id, note: 'Judul sudah diperbaiki.' });
      return releaseOf('returned')(place, '/acc');
    },
  ],
  [
    'acc-disetujui',
    'head',
    broughtTo('submitted', '/acc'),
    async (page, w) => {
      await page.getByRole('button', { name: w.approval.approveHold }).focus();
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(1200);
    },
  ],
  [
    'bandingkan',
    'head',
    async (place) => {
      const { rpc } = place.people.writer;
      const releaseId = place.returned.id;
      const address = await broughtTo('approved', '/bandingkan?lama=1')(place);
      await rpc.approval.newVersion({ releaseId });
      await typeInto(rpc, releaseId, { title: 'Pemilahan Sampah dari Rumah Dimulai Serentak' });
      return address;
    },
  ],
  ['naskah-versi-baru', 'writer', broughtTo('draft')],
  [
    'menunggu-habis',
    'head',
    async (place) => {
      for (const { releaseId } of await place.people.head.rpc.approval
        .inbox({})
        .then((rows) => rows.map((row) => ({ releaseId: row.release?.id ?? row.releaseId ?? row.id }))))
        await place.people.head.rpc.approval.return({ releaseId, note: 'Lengkapi datanya.' });
      return '/siaran-pers/menunggu';
    },
  ],
];
