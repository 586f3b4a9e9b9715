import { type Kysely, type Selectable, sql } from 'kysely';
import type { Id } from '../../../contract/basics.ts';
import type { Photo } from '../../../contract/photo-nouns.ts';
import type { PhotoSight, PhotoStore, StoredPhoto } from '../../../newsroom/photos/photo-store.ts';
import { isClosed } from '../closed-by-words.ts';
import type { Tables } from '../tables/index.ts';

/** SQLite takes 32,766 parameters; far fewer are asked at once. */
const atOnce = 1000;

export function photoStore(db: Kysely<Tables>): PhotoStore {
  /** Adds the events a photo is shown with; `position` is that of `eventId`, or of the photo's own event. */
  async function withEvents(rows: readonly Selectable<Tables['photo']>[], eventId?: Id): Promise<StoredPhoto[]> {
    const links: Selectable<Tables['photo_event']>[] = [];
    for (let from = 0; from < rows.length; from += atOnce) {
      const ids = rows.slice(from, from + atOnce).map((row) => row.id);
      links.push(...(await db.selectFrom('photo_event').selectAll().where('photo_id', 'in', ids).execute()));
    }
    const byPhoto = Map.groupBy(links, (link) => link.photo_id);
    return rows.map((row) => {
      const mine = byPhoto.get(row.id) ?? [];
      const wanted = eventId ?? row.event_id;
      return {
        ...toPhoto(row),
        eventIds: mine.map((link) => link.event_id),
        position: mine.find((link) => link.event_id === wanted)?.position ?? 0,
      };
    });
  }

  /** Position of the first of these photos in the event's order, null where none of them stands there. */
  async function placeBefore(eventId: Id, photoIds: readonly Id[]): Promise<number | null> {
    if (photoIds.length === 0) return null;
    const row = await db
      .selectFrom('photo_event')
      .select((of) => of.fn.min('position').as('place'))
      .where('event_id', '=', eventId)
      .where('photo_id', 'in', [...photoIds])
      .executeTakeFirst();
    return row?.place ?? null;
  }

  const closed = isClosed('event');
  const seen = (sight: PhotoSight) => {
    let query = db.selectFrom('photo');
    if (sight.addedById !== null) query = query.where('photo.added_by', '=', sight.addedById);
    if (!sight.openOnly) return query;
    return query.where(({ and, not, exists, selectFrom }) =>
      and([
        not(
          exists(
            selectFrom('photo_event as shown')
              .leftJoin('event', 'event.id', 'shown.event_id')
              .select('shown.event_id')
              .whereRef('shown.photo_id', '=', 'photo.id')
              .where(closed),
          ),
        ),
        not(
          exists(
            selectFrom('release_photo as used')
              .innerJoin('release', 'release.id', 'used.release_id')
              .leftJoin('event', 'event.id', 'release.event_id')
              .select('used.photo_id')
              .whereRef('used.photo_id', '=', 'photo.id')
              .where('release.event_id', 'is not', null)
              .where(closed),
          ),
        ),
      ]),
    );
  };

  return {
    async byIds(ids) {
      const found = new Map<Id, StoredPhoto>();
      for (let from = 0; from < ids.length; from += atOnce) {
        const part = ids.slice(from, from + atOnce);
        const rows = await db.selectFrom('photo').selectAll().where('id', 'in', part).execute();
        for (const photo of await withEvents(rows)) found.set(photo.id, photo);
      }
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    async bySha256(sha256) {
      const row = await db.selectFrom('photo').selectAll().where('sha256', '=', sha256).executeTakeFirst();
      return row === undefined ? null : ((await withEvents([row]))[0] ?? null);
    },
    async ofEvent(eventId, sight) {
      const rows = await seen(sight)
        .innerJoin('photo_event', 'photo_event.photo_id', 'photo.id')
        .where('photo_event.event_id', '=', eventId)
        .orderBy('photo_event.position')
        .orderBy('photo.id')
        .selectAll('photo')
        .execute();
      return withEvents(rows, eventId);
    },
    async newest(sight, { cursor, limit }) {
      let query = seen(sight).selectAll('photo').orderBy('photo.id', 'desc').limit(limit);
      if (cursor !== null) query = query.where('photo.id', '<', cursor);
      return withEvents(await query.execute());
    },
    async count(sight) {
      const row = await seen(sight)
        .select((of) => of.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    },
    async unfinished() {
      const rows = await db.selectFrom('photo').select('id').where('state', '=', 'copied').orderBy('id').execute();
      return rows.map((row) => row.id);
    },
    async add(photo) {
      await db
        .insertInto('photo')
        .values({
          id: photo.id,
          event_id: photo.eventId,
          sha256: photo.sha256,
          path: photo.path,
          file_name: photo.fileName,
          format: photo.format,
          bytes: photo.bytes,
          width: photo.width,
          height: photo.height,
          taken_at: photo.takenAt,
          camera: photo.camera,
          caption: photo.caption,
          credit: photo.credit,
          alt: photo.alt,
          state: photo.state,
          preview: photo.preview ? 1 : 0,
          verified: photo.verified,
          added_at: photo.addedAt,
          added_by: photo.addedById,
          added_by_name: photo.addedBy,
          version: 1,
        })
        .execute();
    },
    async link(photoId, eventId, before = []) {
      const known = await db
        .selectFrom('photo_event')
        .select('photo_id')
        .where('photo_id', '=', photoId)
        .where('event_id', '=', eventId)
        .executeTakeFirst();
      if (known !== undefined) return false;
      const place = await placeBefore(eventId, before);
      if (place !== null)
        await db
          .updateTable('photo_event')
          .set((at) => ({ position: at('position', '+', 1) }))
          .where('event_id', '=', eventId)
          .where('position', '>=', place)
          .execute();
      await db
        .insertInto('photo_event')
        .values({
          photo_id: photoId,
          event_id: eventId,
          position:
            place ?? sql<number>`(select coalesce(max(position) + 1, 0) from photo_event where event_id = ${eventId})`,
        })
        .execute();
      return true;
    },
    async changeWords(id, version, words) {
      const answer = await db
        .updateTable('photo')
        .set((at) => ({ ...words, version: at('version', '+', 1) }))
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      return answer.numUpdatedRows === 1n;
    },
    async moved(id, path, verified) {
      await db.updateTable('photo').set({ path, verified }).where('id', '=', id).execute();
    },
    async setState(id, state, preview) {
      await db
        .updateTable('photo')
        .set({ state, preview: preview ? 1 : 0 })
        .where('id', '=', id)
        .execute();
    },
    async setOrder(eventId, photoIds) {
      for (const [position, photoId] of photoIds.entries()) {
        await db
          .updateTable('photo_event')
          .set({ position })
          .where('event_id', '=', eventId)
          .where('photo_id', '=', photoId)
          .execute();
      }
    },
  };
}

function toPhoto(row: Selectable<Tables['photo']>): Omit<StoredPhoto, 'eventIds' | 'position'> {
  return {
    id: row.id,
    eventId: row.event_id,
    sha256: row.sha256,
    path: row.path,
    fileName: row.file_name,
    format: row.format as Photo['format'],
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    takenAt: row.taken_at,
    camera: row.camera,
    caption: row.caption,
    credit: row.credit,
    alt: row.alt,
    state: row.state as Photo['state'],
    preview: row.preview === 1,
    verified: row.verified as StoredPhoto['verified'],
    addedAt: row.added_at,
    addedBy: row.added_by_name,
    addedById: row.added_by,
    version: row.version,
  };
}
