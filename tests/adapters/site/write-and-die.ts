import { createSite } from '../../../src-main/adapters/site/site.ts';
import { done } from '../../../src-main/newsroom/outcome.ts';
import { makePicture } from '../../builders/pictures.ts';
import { siteEntry, sitePhoto, siteRelease, siteSettings } from '../../builders/published.ts';

/** Started by kill.test.ts: writes the newer site and dies by SIGKILL before its n-th step. Exit code 0: it came to its end. */
const [, , folder = '', at = '0'] = process.argv;
let steps = 0;
const site = createSite(null, () => {
  if (++steps === Number(at)) process.kill(process.pid, 'SIGKILL');
});
const photo = sitePhoto(await makePicture(9));
const corrected = siteEntry(1, {
  title: 'Judul yang Sudah Diralat',
  correction: 1,
  version: 2,
  stem: siteEntry(1).stem,
});
const outcome = await site.write(siteSettings(folder), [corrected, siteEntry(3)], async () =>
  done(siteRelease({ photos: [photo] })),
);
process.exit(outcome.ok ? 0 : 1);
