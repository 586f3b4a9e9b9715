import type { Kysely, Selectable } from 'kysely';
import { refusalSchema } from '../../../contract/refusals.ts';
import type { ImportStore, StoredImport, StoredImportFile } from '../../../newsroom/photos/import-store.ts';
import type { Tables } from '../tables/index.ts';

export function importStore(db: Kysely<Tables>): ImportStore {
  return {
    async add(one, files) {
      await db
        .insertInto('photo_import')
        .values({
          id: one.id,
          event_id: one.eventId,
          state: one.state,
          started_at: one.startedAt,
          started_by: one.startedById,
          started_by_name: one.startedBy,
        })
        .execute();
      const rows = files.map((file, position) => ({
        id: file.id,
        import_id: one.id,
        position,
        name: file.name,
        size: file.size,
        last_modified: file.lastModified,
        source_path: file.sourcePath,
        state: file.state,
        photo_id: file.photoId,
        refusal: file.refusal === null ? null : JSON.stringify(file.refusal),
      }));
      // hundreds at once: one statement each would hold the writer for too long
      for (let from = 0; from < rows.length; from += 200) {
        await db
          .insertInto('photo_import_file')
          .values(rows.slice(from, from + 200))
          .execute();
      }
    },
    async byId(id) {
      const row = await db.selectFrom('photo_import').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toImport(row);
    },
    async files(importId) {
      const rows = await db
        .selectFrom('photo_import_file')
        .selectAll()
        .where('import_id', '=', importId)
        .orderBy('position')
        .execute();
      return rows.map(toFile);
    },
    async file(importId, fileId) {
      const row = await db
        .selectFrom('photo_import_file')
        .selectAll()
        .where('id', '=', fileId)
        .where('import_id', '=', importId)
        .executeTakeFirst();
      return row === undefined ? null : toFile(row);
    },
    async open(startedById) {
      let query = db
        .selectFrom('photo_import')
        .selectAll()
        .where('state', 'in', ['open', 'paused'])
        .orderBy('id', 'desc');
      if (startedById !== null) query = query.where('started_by', '=', startedById);
      return (await query.execute()).map(toImport);
    },
    async anyFor(eventId) {
      const row = await db
        .selectFrom('photo_import')
        .select('id')
        .where('event_id', '=', eventId)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    async setState(id, state) {
      await db.updateTable('photo_import').set({ state }).where('id', '=', id).execute();
    },
    async finishFile(id, end) {
      await db
        .updateTable('photo_import_file')
        .set({
          state: end.state,
          photo_id: end.photoId,
          refusal: end.refusal === null ? null : JSON.stringify(end.refusal),
        })
        .where('id', '=', id)
        .execute();
    },
    async waiting(importId) {
      const row = await db
        .selectFrom('photo_import_file')
        .select((of) => of.fn.countAll<number>().as('count'))
        .where('import_id', '=', importId)
        .where('state', '=', 'waiting')
        .executeTakeFirstOrThrow();
      return row.count;
    },
    async seenBefore(file) {
      const row = await db
        .selectFrom('photo_import_file')
        .select('photo_id')
        .where('name', '=', file.name)
        .where('size', '=', file.size)
        .where('last_modified', '=', file.lastModified)
        .where('photo_id', 'is not', null)
        .executeTakeFirst();
      return row?.photo_id ?? null;
    },
  };
}

function toImport(row: Selectable<Tables['photo_import']>): StoredImport {
  return {
    id: row.id,
    eventId: row.event_id,
    state: row.state as StoredImport['state'],
    startedAt: row.started_at,
    startedBy: row.started_by_name,
    startedById: row.started_by,
  };
}

function toFile(row: Selectable<Tables['photo_import_file']>): StoredImportFile {
  return {
    id: row.id,
    importId: row.import_id,
    name: row.name,
    size: row.size,
    lastModified: row.last_modified,
    sourcePath: row.source_path,
    state: row.state as StoredImportFile['state'],
    photoId: row.photo_id,
    refusal: row.refusal === null ? null : refusalSchema.parse(JSON.parse(row.refusal)),
  };
}
