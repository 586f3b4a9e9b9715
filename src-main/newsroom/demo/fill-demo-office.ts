import type { Event } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import { changeSite } from '../distribution/site-settings.ts';
import type { Newsroom } from '../newsroom.ts';
import { done } from '../outcome.ts';
import { demoOffice } from './cast.ts';
import { addDemoEvent, addDemoInvitation, addDemoSeries, type DemoPeople } from './fill-agenda.ts';
import { fillPartners, fillRegister, hire, openMailAccount } from './fill-people.ts';
import { fillDemoRoster } from './fill-roster.ts';
import { as, SAMPLE_OFFICE, unwrap } from './sample.ts';
import { takePhotos } from './take-photos.ts';
import { demoReleases } from './texts.ts';
import { demoWeek } from './week.ts';
import { writeDemoRelease } from './write-releases.ts';

/**
 * Fills a new data folder with a whole sample office around today: people, leaders, partners, a week of events with photos,
 * releases in every state. Everything goes through the verbs that people use, so the sample can only be what Kulkul can do.
 * Does nothing where an office already is; a filling that was cut off leaves SAMPLE_FILLING, and core.ts begins again in an empty folder.
 * @param folders.pictures resources/demo on this computer; null where it was not shipped, then there are no photos
 * @param folders.site where the sample newsroom site is written: an absolute path inside the data folder
 */
export async function fillDemoOffice(
  newsroom: Newsroom,
  { pictures, site }: { readonly pictures: string | null; readonly site: string },
): Promise<void> {
  if ((await newsroom.read((stores) => stores.office.get())) !== null) {
    return;
  }
  const cast = await hire(newsroom);
  const officials = await fillRegister(newsroom, as(cast, 'admin'));
  await fillPartners(newsroom, as(cast, 'editor'));
  await openMailAccount(newsroom, as(cast, 'admin'));
  const { city } = demoOffice;
  unwrap(
    await changeSite(newsroom, as(cast, 'admin'), {
      folder: site,
      baseUrl: 'https://berita.suryakerta.example',
      title: `Ruang Berita Kota ${city}`,
      description: `Siaran pers Pemerintah Kota ${city}.`,
      publicAgenda: true,
      version: 0,
    }),
  );
  const today = newsroom.clock.now().toZonedDateTimeISO(demoOffice.zone).toPlainDate();
  const events = new Map<string, { event: Event; photoIds: Id[] }>();
  const people: DemoPeople = {
    as: (user) => as(cast, user),
    officialId: (official) => officials.get(official)?.id ?? '',
    unwrap,
  };
  for (const item of demoWeek) {
    const event = await addDemoEvent(newsroom, people, item, today);
    const photoIds = await takePhotos(newsroom, as(cast, 'documentation'), event, item, pictures);
    events.set(item.key, { event, photoIds });
  }
  await addDemoSeries(newsroom, people, today);
  await addDemoInvitation(newsroom, people, today);
  await fillDemoRoster(newsroom, cast, today);
  for (const release of demoReleases) {
    const at = events.get(release.event);
    if (at !== undefined) {
      await writeDemoRelease(newsroom, cast, officials, release, at.event, at.photoIds);
    }
  }
  unwrap(await newsroom.write(async (stores) => done(await stores.office.setSetting(SAMPLE_OFFICE, true))));
}
