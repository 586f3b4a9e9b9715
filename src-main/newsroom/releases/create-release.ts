import type { Event } from '../../contract/agenda-nouns.ts';
import type { Id, Zone } from '../../contract/basics.ts';
import type { Official } from '../../contract/register.ts';
import type { ReleaseKind } from '../../contract/release-nouns.ts';
import { freeze } from '../../text/freeze.ts';
import { excerpt } from '../../text/plain-text.ts';
import { firstUpdate } from '../../text/release-document.ts';
import { SCHEMA_VERSION } from '../../text/schema.ts';
import { type EventFacts, type NamedOfficial, skeleton } from '../../text/skeleton.ts';
import { wordCount } from '../../text/word-count.ts';
import { may } from '../access.ts';
import { maySee } from '../agenda/may-see.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Stores } from '../stores.ts';
import type { ReleaseRecord } from './release-store.ts';

/**
 * *Buat siaran pers*: a draft whose text already has its dateline and, from an event, its lead with who, what, where and when.
 * The first update is made here, once; windows that each made their own would not merge.
 */
export async function createRelease(
  ports: Pick<Newsroom, 'write' | 'ids' | 'clock'>,
  caller: Caller,
  input: { readonly eventId: Id | null; readonly kind: ReleaseKind },
): Promise<Outcome<ReleaseRecord>> {
  return ports.write(async (stores) => {
    const event = input.eventId === null ? null : await stores.events.byId(input.eventId);
    // A contributor does not look into the agenda; to them an event is not there, as every other that is not.
    if (input.eventId !== null && (event === null || !may(caller, 'agenda.read') || !maySee(caller, event)))
      return refused('not_found');
    const office = await stores.office.get();
    const facts = event === null ? null : await factsOf(stores, event);
    const update = firstUpdate(skeleton(input.kind, office?.city ?? '', facts));
    const frozen = freeze([update]);
    if (!frozen.ok) throw new Error(`the skeleton holds ${frozen.unknown.join(', ')}`);
    const at = ports.clock.now().toString();
    const id = ports.ids.next();
    const by = { id: caller.userId, name: caller.name };
    await stores.releases.insert({
      id,
      eventId: event?.id ?? null,
      kind: input.kind,
      infoClass: 'berkala',
      title: frozen.content.title,
      excerpt: excerpt(frozen.content),
      words: wordCount(frozen.content),
      schemaVersion: SCHEMA_VERSION,
      createdBy: by,
      at,
    });
    await stores.releases.appendUpdate({
      releaseId: id,
      workingVersion: 1,
      late: false,
      data: update,
      userId: by.id,
      userName: by.name,
      origin: 'kerangka',
      schemaVersion: SCHEMA_VERSION,
      at,
    });
    await stores.audit.append({
      caller,
      act: 'releases.create',
      subject: { kind: 'release', id },
      details: { title: frozen.content.title, kind: input.kind, event: event?.title ?? null },
    });
    stores.happen({ kind: 'release.changed', releaseId: id });
    const made = await stores.releases.get(id);
    return made === null ? refused('not_found') : done(made);
  });
}

const zoneNames: Readonly<Record<Zone, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** What the event says, with names and titles out of the register. Who is absent is not in the release. */
async function factsOf(stores: Pick<Stores, 'officials'>, event: Event): Promise<EventFacts> {
  const ids = event.attendance.flatMap((one) => [one.officialId, ...(one.delegateId === null ? [] : [one.delegateId])]);
  const officials = new Map((await stores.officials.byIds(ids)).map((official) => [official.id, official]));
  const present: EventFacts['present'][number][] = [];
  for (const one of event.attendance) {
    const leader = officials.get(one.officialId);
    if (leader === undefined || one.answer === 'absent') continue;
    if (one.answer !== 'delegated') present.push({ ...named(leader), standsInFor: null });
    else {
      const delegate = one.delegateId === null ? undefined : officials.get(one.delegateId);
      const name = one.delegateName ?? '';
      if (delegate !== undefined) present.push({ ...named(delegate), standsInFor: named(leader) });
      else if (name !== '')
        present.push({ officialId: null, name, position: '', shortName: name, standsInFor: named(leader) });
    }
  }
  const { kind, title, start, end, openEnd, venue, organizer, dressCode } = event;
  return { kind, title, start, end, openEnd, zoneShort: zoneNames[event.zone], venue, organizer, dressCode, present };
}

function named(official: Official): NamedOfficial {
  const { id, name, position, shortName } = official;
  return { officialId: id, name, position, shortName };
}
