import type { AuditLine } from './audit-store.ts';
import type { ReadStores } from './ports.ts';

/** What a line is about, for a person to read: a title and the number of a release, a file name, a person. */
export interface AuditAbout {
  readonly name: string;
  readonly number: string | null;
}

type Named = Pick<AuditLine, 'subjectKind' | 'subjectId' | 'details'>;

/**
 * Names for lines of the audit trail. A line that keeps the name of its time is named by it; for the others the thing is looked up
 * as it is now, each once.
 */
export async function aboutLines(stores: ReadStores, lines: readonly Named[]): Promise<AuditAbout[]> {
  const found = new Map<string, Promise<AuditAbout>>();
  return Promise.all(
    lines.map(async (line) => {
      const name = ['title', 'name', 'unit'].map((key) => line.details[key]).find((one) => typeof one === 'string');
      const number = typeof line.details.number === 'string' ? line.details.number : null;
      // a line of a release without a number may be older than the number; then it is not looked up
      if (typeof name === 'string' && name !== '') return { name, number };
      const key = `${line.subjectKind} ${line.subjectId}`;
      const looked = found.get(key) ?? lookUp(stores, line.subjectKind, line.subjectId);
      found.set(key, looked);
      const about = await looked;
      return { name: about.name, number: number ?? about.number };
    }),
  );
}

const nameless: AuditAbout = { name: '', number: null };

async function lookUp(stores: ReadStores, kind: string, id: string): Promise<AuditAbout> {
  const named = (name: string | undefined | null, number: string | null = null) => ({ name: name ?? '', number });
  switch (kind) {
    case 'release': {
      const release = await stores.releases.get(id);
      return named(release?.title, release?.number ?? null);
    }
    case 'photo':
      return named((await stores.photos.byIds([id]))[0]?.fileName);
    case 'photo_import': {
      const eventId = (await stores.imports.byId(id))?.eventId ?? null;
      return named(eventId === null ? null : (await stores.events.byId(eventId))?.title);
    }
    case 'event':
      return named((await stores.events.byId(id))?.title);
    case 'user':
      return named((await stores.users.byId(id))?.name);
    case 'official':
      return named((await stores.officials.byIds([id]))[0]?.name);
    case 'group':
      return named((await stores.partners.groups()).find((group) => group.id === id)?.name);
    case 'journalist':
      return named((await stores.partners.journalists()).find((journalist) => journalist.id === id)?.name);
    case 'outlet':
      return named((await stores.partners.outlets()).find((outlet) => outlet.id === id)?.name);
    case 'sign-in':
      return named(id);
    default:
      return nameless;
  }
}
