import { createHash } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Id } from '../../../contract/basics.ts';
import type { Release } from '../../../contract/release-nouns.ts';
import { frozenVersionSchema } from '../../../contract/release-nouns.ts';
import type { ReleaseRecord, ReleaseStore, StoredUpdate } from '../../../newsroom/releases/release-store.ts';
import type { Tables } from '../tables/index.ts';
import { listed } from './release-list.ts';

/** Releases with their texts: updates are only ever appended. */
export function releaseStore(db: Kysely<Tables>): ReleaseStore {
  const withRest = async (rows: readonly Selectable<Tables['release']>[]): Promise<ReleaseRecord[]> => {
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.id);
    const photos = await db
      .selectFrom('release_photo')
      .select(['release_id', 'photo_id'])
      .where('release_id', 'in', ids)
      .orderBy('position')
      .execute();
    const versions = await db
      .selectFrom('release_version')
      .select(['release_id', 'version', 'number'])
      .where('release_id', 'in', ids)
      .orderBy('version')
      .execute();
    const late = await db
      .selectFrom('release_update')
      .innerJoin('release', 'release.id', 'release_update.release_id')
      .select(['release_id', 'release_update.user_name', 'release_update.at'])
      .where('release_id', 'in', ids)
      .where('late', '=', 1)
      .whereRef('release_update.seq', '>', 'release.admitted_seq')
      .orderBy('seq')
      .execute();
    return rows.map((row) => {
      const approved = versions.filter((version) => version.release_id === row.id).at(-1);
      const waiting = late.filter((update) => update.release_id === row.id);
      return {
        ...toRelease(row),
        photoIds: photos.filter((photo) => photo.release_id === row.id).map((photo) => photo.photo_id),
        shows: 'draft',
        approvedVersion: approved?.version ?? null,
        number: approved?.number ?? null,
        late: {
          count: waiting.length,
          names: [...new Set(waiting.map((update) => update.user_name))],
          at: waiting.at(-1)?.at ?? null,
        },
      };
    });
  };

  /** Updates that are part of the text: all but late ones that still wait. */
  const textRows = (id: Id, after: number) =>
    db
      .selectFrom('release_update')
      .innerJoin('release', 'release.id', 'release_update.release_id')
      .select(['release_update.seq', 'release_update.data'])
      .where('release_update.release_id', '=', id)
      .where('release_update.seq', '>', after)
      .where((where) =>
        where.or([where('late', '=', 0), where('release_update.seq', '<=', where.ref('release.admitted_seq'))]),
      )
      .orderBy('release_update.seq');

  const newestSnapshot = async (id: Id): Promise<StoredUpdate | null> => {
    const row = await db
      .selectFrom('release_snapshot')
      .select(['seq', 'data'])
      .where('release_id', '=', id)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : { seq: row.seq, data: bytes(row.data) };
  };

  const text: ReleaseStore['text'] = async (id) => {
    const snapshot = await newestSnapshot(id);
    const rows = await textRows(id, snapshot?.seq ?? 0).execute();
    return { snapshot, updates: rows.map(toUpdate) };
  };

  const lateRows = (id: Id) =>
    db
      .selectFrom('release_update')
      .innerJoin('release', 'release.id', 'release_update.release_id')
      .where('release_update.release_id', '=', id)
      .where('late', '=', 1)
      .whereRef('release_update.seq', '>', 'release.admitted_seq');

  return {
    async get(id) {
      const row = await db.selectFrom('release').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : ((await withRest([row]))[0] ?? null);
    },
    async list(filter) {
      return withRest(await listed(db, filter).execute());
    },
    async insert(release) {
      await db
        .insertInto('release')
        .values({
          id: release.id,
          event_id: release.eventId,
          kind: release.kind,
          state: 'draft',
          info_class: release.infoClass,
          embargo_until: null,
          title: release.title,
          excerpt: release.excerpt,
          words: release.words,
          working_version: 1,
          schema_version: release.schemaVersion,
          text_seq: 0,
          digest_seq: 0,
          admitted_seq: 0,
          created_by: release.createdBy.id,
          created_by_name: release.createdBy.name,
          created_at: release.at,
          changed_by_name: release.createdBy.name,
          changed_at: release.at,
          version: 1,
        })
        .execute();
    },
    async change(id, fields, by) {
      await db
        .updateTable('release')
        .set((at) => ({
          ...(fields.kind === undefined ? {} : { kind: fields.kind }),
          ...(fields.state === undefined ? {} : { state: fields.state }),
          ...(fields.infoClass === undefined ? {} : { info_class: fields.infoClass }),
          ...(fields.embargoUntil === undefined ? {} : { embargo_until: fields.embargoUntil }),
          ...(fields.workingVersion === undefined ? {} : { working_version: fields.workingVersion }),
          changed_by_name: by.name,
          changed_at: by.at,
          version: at('version', '+', 1),
        }))
        .where('id', '=', id)
        .execute();
    },
    async markDistributed(id) {
      await db
        .updateTable('release')
        .set((at) => ({ state: 'distributed', version: at('version', '+', 1) }))
        .where('id', '=', id)
        .where('state', '=', 'approved')
        .execute();
    },
    async setDigest(id, digest, guests, at) {
      await db
        .updateTable('release')
        .set({ digest_seq: digest.seq, title: digest.title, excerpt: digest.excerpt, words: digest.words })
        .where('id', '=', id)
        .execute();
      await db.deleteFrom('release_guest').where('release_id', '=', id).execute();
      for (const guest of guests) {
        await db
          .insertInto('release_guest')
          .values({ release_id: id, name: guest.name, position: guest.position, short_name: guest.shortName, at })
          .onConflict((on) => on.doNothing())
          .execute();
      }
    },

    async appendUpdate(update) {
      const sha256 = createHash('sha256').update(update.data).digest('hex');
      const same = await db
        .selectFrom('release_update')
        .select('seq')
        .where('release_id', '=', update.releaseId)
        .where('sha256', '=', sha256)
        .executeTakeFirst();
      if (same !== undefined) return { seq: same.seq, fresh: false };
      const { text_seq: seq } = await db
        .updateTable('release')
        .set((at) => ({
          text_seq: at('text_seq', '+', 1),
          // The list shows the newest writing first; late words are not part of the text yet.
          ...(update.late ? {} : { changed_at: update.at, changed_by_name: update.userName }),
          schema_version: sql<number>`max(schema_version, ${update.schemaVersion})`,
        }))
        .where('id', '=', update.releaseId)
        .returning('text_seq')
        .executeTakeFirstOrThrow();
      await db
        .insertInto('release_update')
        .values({
          release_id: update.releaseId,
          seq,
          working_version: update.workingVersion,
          late: update.late ? 1 : 0,
          data: update.data,
          sha256,
          user_id: update.userId,
          user_name: update.userName,
          origin: update.origin,
          schema_version: update.schemaVersion,
          at: update.at,
        })
        .execute();
      return { seq, fresh: true };
    },
    text,
    async textUpdates(id) {
      const { snapshot, updates } = await text(id);
      return [...(snapshot === null ? [] : [snapshot.data]), ...updates.map((update) => update.data)];
    },
    async updatesAfter(id, seq) {
      return (await textRows(id, seq).execute()).map(toUpdate);
    },
    async lateUpdates(id) {
      const rows = await lateRows(id)
        .select(['release_update.seq', 'release_update.data', 'user_id', 'user_name', 'release_update.at'])
        .orderBy('release_update.seq')
        .execute();
      return rows.map((row) => ({ ...toUpdate(row), userId: row.user_id, userName: row.user_name, at: row.at }));
    },
    async admitLate(id) {
      await db
        .updateTable('release')
        .set((at) => ({ admitted_seq: at.ref('text_seq') }))
        .where('id', '=', id)
        .execute();
    },
    async snapshotDue(id) {
      const snapshot = await newestSnapshot(id);
      const rows = await textRows(id, snapshot?.seq ?? 0).execute();
      const waiting = await lateRows(id).select('release_update.seq').orderBy('release_update.seq').executeTakeFirst();
      // A snapshot must not jump over words that still wait: opening reads only what comes after it.
      const held = rows.filter((row) => waiting === undefined || row.seq < waiting.seq);
      return { count: held.length, upTo: held.at(-1)?.seq ?? snapshot?.seq ?? 0 };
    },
    async addSnapshot(id, seq, data, at) {
      await db
        .insertInto('release_snapshot')
        .values({ release_id: id, seq, data, at })
        .onConflict((on) => on.doNothing())
        .execute();
    },
    async writersAfter(id, seq) {
      const rows = await db
        .selectFrom('release_update')
        .select(['user_id', 'user_name'])
        .distinct()
        .where('release_id', '=', id)
        .where('seq', '>', seq)
        .execute();
      return rows.map((row) => ({ userId: row.user_id, userName: row.user_name }));
    },

    async photoIds(id) {
      const rows = await db
        .selectFrom('release_photo')
        .select('photo_id')
        .where('release_id', '=', id)
        .orderBy('position')
        .execute();
      return rows.map((row) => row.photo_id);
    },
    async setPhotos(id, photoIds) {
      await db.deleteFrom('release_photo').where('release_id', '=', id).execute();
      if (photoIds.length === 0) return;
      await db
        .insertInto('release_photo')
        .values(photoIds.map((photoId, position) => ({ release_id: id, photo_id: photoId, position })))
        .execute();
    },
    async usingPhoto(photoId) {
      const rows = await db.selectFrom('release_photo').select('release_id').where('photo_id', '=', photoId).execute();
      return rows.map((row) => row.release_id);
    },

    async addVersion(version) {
      await db
        .insertInto('release_version')
        .values({
          release_id: version.releaseId,
          version: version.version,
          number: version.number,
          manifest: version.canonical,
          content_hash: version.contentHash,
          approved_at: version.approvedAt,
          approved_by: version.approvedBy.id,
          approved_by_name: version.approvedBy.name,
        })
        .execute();
    },
    async frozen(id, version) {
      let query = db
        .selectFrom('release_version')
        .selectAll()
        .where('release_id', '=', id)
        .orderBy('version', 'desc')
        .limit(1);
      if (version !== undefined) query = query.where('version', '=', version);
      const row = await query.executeTakeFirst();
      return row === undefined ? null : toFrozen(row);
    },
    async newestVersion(id) {
      const row = await db
        .selectFrom('release_version')
        .select((eb) => eb.fn.max('version').as('newest'))
        .where('release_id', '=', id)
        .executeTakeFirst();
      return row?.newest ?? null;
    },
    async versions(id) {
      const rows = await db
        .selectFrom('release_version')
        .selectAll()
        .where('release_id', '=', id)
        .orderBy('version', 'desc')
        .execute();
      return rows.map(toFrozen);
    },

    async guests(createdBy) {
      let query = db
        .selectFrom('release_guest')
        .innerJoin('release', 'release.id', 'release_guest.release_id')
        .select(['name', 'position', 'short_name'])
        .orderBy('at', 'desc')
        .limit(500);
      if (createdBy !== undefined) query = query.where('created_by', '=', createdBy);
      const seen = new Set<string>();
      return (await query.execute())
        .filter((row) => !seen.has(row.name) && seen.add(row.name))
        .map((row) => ({ name: row.name, position: row.position, shortName: row.short_name }));
    },
  };
}

/** better-sqlite3 gives a Buffer; the newsroom knows only Uint8Array. */
function bytes(data: Uint8Array): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function toUpdate(row: { seq: number; data: Uint8Array }): StoredUpdate {
  return { seq: row.seq, data: bytes(row.data) };
}

function toFrozen(row: Selectable<Tables['release_version']>) {
  return frozenVersionSchema.parse({
    releaseId: row.release_id,
    version: row.version,
    number: row.number,
    manifest: JSON.parse(row.manifest),
    contentHash: row.content_hash,
    approvedAt: row.approved_at,
    approvedBy: row.approved_by_name,
  });
}

function toRelease(
  row: Selectable<Tables['release']>,
): Omit<ReleaseRecord, 'photoIds' | 'approvedVersion' | 'number' | 'late' | 'shows'> {
  return {
    id: row.id,
    eventId: row.event_id,
    kind: row.kind as Release['kind'],
    state: row.state as Release['state'],
    infoClass: row.info_class as Release['infoClass'],
    embargoUntil: row.embargo_until,
    title: row.title,
    excerpt: row.excerpt,
    words: row.words,
    workingVersion: row.working_version,
    createdBy: { id: row.created_by, name: row.created_by_name },
    createdAt: row.created_at,
    changedBy: row.changed_by_name,
    changedAt: row.changed_at,
    version: row.version,
    schemaVersion: row.schema_version,
    textSeq: row.text_seq,
    digestSeq: row.digest_seq,
  };
}
