import type { Event } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import { correctionUpdate } from '../../text/corrected.ts';
import type { TextNode } from '../../text/release-document.ts';
import { SCHEMA_VERSION } from '../../text/schema.ts';
import { leadDay } from '../../text/skeleton.ts';
import { approveRelease } from '../approval/approve.ts';
import { sheetOf } from '../approval/sheet.ts';
import { returnRelease, submitRelease } from '../approval/submit-and-return.ts';
import type { Caller } from '../caller.ts';
import { setMailAccount } from '../distribution/mail-account.ts';
import { sendRelease } from '../distribution/send-release.ts';
import { changeSite } from '../distribution/site-settings.ts';
import type { Newsroom } from '../newsroom.ts';
import { newOffice } from '../office/office.ts';
import { done, type Outcome } from '../outcome.ts';
import { addGroup } from '../partners/groups.ts';
import { addJournalist } from '../partners/journalists.ts';
import { addOutlet } from '../partners/outlets.ts';
import { addAgency, addOfficial } from '../people/register.ts';
import { changePhoto } from '../photos/change-photos.ts';
import { beginPathImport, copyImport } from '../photos/copy-import.ts';
import { attachPhotos } from '../releases/change-release.ts';
import { createRelease } from '../releases/create-release.ts';
import { appendText } from '../releases/release-text.ts';
import { textChecks } from '../releases/text-checks.ts';
import { demoAgencies, demoGroups, demoOffice, demoOfficials, demoOutlets, demoUsers } from './cast.ts';
import { addDemoEvent, addDemoInvitation, addDemoSeries, type DemoPeople } from './fill-agenda.ts';
import { type DemoBlock, type DemoRelease, demoReleases } from './texts.ts';
import { type DemoEvent, demoWeek } from './week.ts';

/** Setting that marks a data folder as the sample office for good: its mail never leaves, nobody needs a password. */
export const SAMPLE_OFFICE = 'demo';
/** The value of that setting from the first commit of the filling to its last; `true` once it is whole. */
export const SAMPLE_FILLING = 'filling';

type Cast = ReadonlyMap<string, Caller>;
type Officials = ReadonlyMap<string, { id: Id; name: string; position: string; shortName: string }>;

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
  for (const release of demoReleases) {
    const at = events.get(release.event);
    if (at !== undefined) {
      await writeDemoRelease(newsroom, cast, officials, release, at.event, at.photoIds);
    }
  }
  unwrap(await newsroom.write(async (stores) => done(await stores.office.setSetting(SAMPLE_OFFICE, true))));
}

/** The office and one person per role; people are chosen by one press, so there are no passwords to leak. */
async function hire(newsroom: Newsroom): Promise<Cast> {
  const cast = new Map<string, Caller>();
  unwrap(
    await newsroom.write(async (stores) => {
      await stores.office.set({
        ...newOffice(demoOffice),
        letterhead: { ...demoOffice.letterhead, lines: [...demoOffice.letterhead.lines], logo: null },
        boilerplate: demoOffice.boilerplate,
        contact: demoOffice.contact,
        credit: demoOffice.credit,
      });
      await stores.office.setSetting(SAMPLE_OFFICE, SAMPLE_FILLING);
      for (const user of demoUsers) {
        const userId = newsroom.ids.next();
        await stores.users.insert({
          id: userId,
          username: user.username,
          name: user.name,
          roles: user.roles,
          active: true,
          language: 'id',
          passwordHash: null,
          pinHash: null,
        });
        cast.set(user.key, { userId, name: user.name, roles: user.roles, sessionId: userId, language: 'id' });
      }
      await stores.audit.append({
        caller: 'system',
        act: 'office.start-demo',
        subject: { kind: 'office', id: 'office' },
      });
      return done(undefined);
    }),
  );
  return cast;
}

async function fillRegister(newsroom: Newsroom, caller: Caller): Promise<Officials> {
  const officials = new Map<string, { id: Id; name: string; position: string; shortName: string }>();
  for (const { key, ...official } of demoOfficials) {
    officials.set(key, unwrap(await addOfficial(newsroom, caller, official)));
  }
  for (const agency of demoAgencies) {
    unwrap(await addAgency(newsroom, caller, agency));
  }
  return officials;
}

async function fillPartners(newsroom: Newsroom, caller: Caller): Promise<void> {
  const memberIds: Id[] = [];
  for (const { journalists, ...fields } of demoOutlets) {
    const outlet = unwrap(await addOutlet(newsroom, caller, { ...fields, city: demoOffice.city }));
    for (const journalist of journalists) {
      memberIds.push(unwrap(await addJournalist(newsroom, caller, { ...journalist, outletId: outlet.id })).id);
    }
  }
  unwrap(await addGroup(newsroom, caller, { name: demoGroups.email, kind: 'email', memberIds }));
  for (const name of demoGroups.whatsapp) {
    unwrap(await addGroup(newsroom, caller, { name, kind: 'whatsapp', memberIds: [] }));
  }
}

/** An account like any other; the core of a sample office keeps what it would send. */
async function openMailAccount(newsroom: Newsroom, caller: Caller): Promise<void> {
  unwrap(
    await setMailAccount(newsroom, caller, {
      host: 'surel.suryakerta.example',
      port: 587,
      security: 'starttls',
      allowPlain: false,
      user: 'prokopim@suryakerta.example',
      connections: 3,
      fromName: 'Prokopim Suryakerta',
      fromAddress: 'prokopim@suryakerta.example',
      replyTo: '',
      unsubscribeTo: '',
      version: null,
    }),
  );
}

async function takePhotos(
  newsroom: Newsroom,
  caller: Caller,
  event: Event,
  item: DemoEvent,
  pictures: string | null,
): Promise<Id[]> {
  const taken = item.photos ?? [];
  if (pictures === null || taken.length === 0) {
    return [];
  }
  const paths = taken.map((photo) => `${pictures}/${photo.file}`);
  const begun = unwrap(await beginPathImport(newsroom, caller, { eventId: event.id, paths }));
  await copyImport(newsroom, begun.id, { aborted: false });
  const photos = await newsroom.read((stores) => stores.photos.ofEvent(event.id, { addedById: null, openOnly: false }));
  const ids: Id[] = [];
  for (const words of taken) {
    const photo = photos.find((candidate) => candidate.fileName === words.file);
    if (photo !== undefined) {
      // The day belongs to the first sentence, as papers write it: `..., Kamis (20/11/2025).`
      const caption = words.caption.replace(/\.(?=\s|$)/, `, ${leadDay(event.start)}.`);
      unwrap(
        await changePhoto(newsroom, caller, {
          id: photo.id,
          version: photo.version,
          caption,
          credit: `${demoOffice.credit}/${caller.name.split(' ').at(-1)}`,
          alt: words.alt,
        }),
      );
      ids.push(photo.id);
    }
  }
  return ids;
}

/** Writes a release as far as its state says, each step by who does it in an office. */
async function writeDemoRelease(
  newsroom: Newsroom,
  cast: Cast,
  officials: Officials,
  release: DemoRelease,
  event: Event,
  photoIds: readonly Id[],
): Promise<void> {
  const writer = as(cast, 'writer');
  const head = as(cast, 'head');
  const { id: releaseId } = unwrap(await createRelease(newsroom, writer, { eventId: event.id, kind: release.kind }));
  const before = await newsroom.read((stores) => stores.releases.textUpdates(releaseId));
  const update = correctionUpdate(before, {
    title: release.title,
    body: { type: 'doc', content: release.blocks.map((block) => nodeOf(block, officials, event)) },
  });
  if (update === null || update === 'invalid') {
    throw new Error(`the sample text ${release.title} is no text of our schema`);
  }
  unwrap(
    await appendText(
      newsroom,
      writer,
      { releaseId, origin: 'demo', update, schemaVersion: SCHEMA_VERSION, late: false },
      textChecks(newsroom),
    ),
  );
  if (photoIds.length > 0) {
    unwrap(await attachPhotos(newsroom, writer, { releaseId, photoIds }));
  }
  if (release.state === 'draft') {
    return;
  }
  unwrap(await submitRelease(newsroom, writer, { releaseId, note: '' }));
  if (release.state === 'returned') {
    unwrap(await returnRelease(newsroom, head, { releaseId, note: release.note ?? '' }));
    return;
  }
  if (release.state === 'submitted') {
    return;
  }
  const sheet = unwrap(await sheetOf(newsroom, head, { releaseId }));
  const frozen = unwrap(await approveRelease(newsroom, head, { releaseId, seenHash: sheet.contentHash, note: '' }));
  if (release.state === 'distributed') {
    const groups = await newsroom.read((stores) => stores.partners.groups());
    unwrap(
      await sendRelease(newsroom, as(cast, 'editor'), {
        releaseId,
        contentHash: frozen.contentHash,
        to: {
          emailGroupIds: groups.filter((group) => group.kind === 'email').map((group) => group.id),
          journalistIds: [],
          site: true,
          whatsappGroupIds: groups.filter((group) => group.kind === 'whatsapp').map((group) => group.id),
        },
      }),
    );
  }
}

function nodeOf(block: DemoBlock, officials: Officials, event: Event): TextNode {
  if (typeof block === 'string') {
    return {
      type: 'paragraph',
      content: [{ type: 'text', text: block.replace('{hari}', leadDay(event.start)) }],
    };
  }
  const speaker = officials.get(block.who);
  return {
    type: 'quote',
    attrs: {
      officialId: speaker?.id ?? null,
      name: speaker?.name ?? '',
      position: speaker?.position ?? '',
      shortName: speaker?.shortName ?? '',
      verb: block.verb,
    },
    content: [{ type: 'text', text: block.quote }],
  };
}

function as(cast: Cast, key: string): Caller {
  const caller = cast.get(key);
  if (caller === undefined) {
    throw new Error(`nobody in the sample office is ${key}`);
  }
  return caller;
}

/** The sample is ours: a refusal here is a mistake in it, never a person's. */
function unwrap<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) {
    throw new Error(`the sample office was refused: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.params)}`);
  }
  return outcome.value;
}
