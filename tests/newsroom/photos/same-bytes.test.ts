import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Role, roleSchema } from '../../../src-main/contract/rights.ts';
import { may } from '../../../src-main/newsroom/access.ts';
import { type TestCore, testCore } from '../../builders/core.ts';
import { announced, dropPhotos, type Person } from '../../builders/photo-import.ts';
import { makePicture } from '../../builders/pictures.ts';

let office: TestCore;
let documentation: Person;
beforeEach(async () => {
  office = await testCore();
  documentation = await office.as('documentation');
  await office.core.start();
});
afterEach(() => office.end());

const anEvent = (title: string, pressAccess: 'open' | 'closed' = 'open') =>
  office.first.client.agenda.add({ title, start: '2025-11-20T08:00', zone: 'Asia/Makassar', pressAccess });
const photosOf = async (eventId: string) => (await documentation.client.photos.list({ eventId })).photos;

/** A photo of the office with words of its own, and the bytes it was made of. */
async function officePhoto(eventId: string | null) {
  const bytes = await makePicture(7);
  const done = await dropPhotos(office, documentation, [{ name: 'rahasia-kantor.jpg', bytes }], eventId);
  const id = done.files[0]?.photoId ?? '';
  const [photo] = await documentation.client.photos.byIds({ ids: [id] });
  await documentation.client.photos.change({ id, version: photo?.version ?? 0, caption: 'Belum untuk umum.' });
  return { id, bytes };
}

const bringers = roleSchema.options.filter((role) => may({ roles: [role] }, 'photos.write'));

describe('who brings the bytes of a photo that somebody else brought', () => {
  it.each(bringers)('as %s hears the truth, and attaches it only when they may see it', async (role: Role) => {
    const { id, bytes } = await officePhoto((await anEvent('Rapat Internal')).id);
    const event = await anEvent('Peresmian Pasar');
    const person = await office.as(role);
    const brought = await dropPhotos(office, person, [{ name: 'foto-saya.jpg', bytes }], event.id);
    const [file] = brought.files;
    const sees = (await person.client.photos.byIds({ ids: [id] })).length === 1;
    expect(sees).toBe(role !== 'contributor');
    if (sees) {
      expect(file).toMatchObject({ state: 'linked', photoId: id });
      expect((await photosOf(event.id)).map((photo) => photo.id)).toEqual([id]);
      return;
    }
    expect(file).toMatchObject({
      state: 'refused',
      photoId: null,
      refusal: { code: 'already_there', params: { name: 'foto-saya.jpg' } },
    });
    // nothing of the other photo: neither its id, its words, its name, nor who brought it
    const said = JSON.stringify([brought, office.happenings.filter((one) => one.kind === 'import.progress')]);
    for (const secret of [id, 'Belum untuk umum', 'rahasia-kantor', documentation.caller.name])
      expect(said).not.toContain(secret);
    expect(await photosOf(event.id)).toEqual([]);
    expect((await person.client.photos.list({})).total).toBe(0);
  });

  it('a contributor cannot find it by its name, size and time without having its bytes', async () => {
    const { bytes } = await officePhoto(null);
    const event = await anEvent('Peresmian Pasar');
    const contributor = await office.as('contributor');
    const files = announced([{ name: 'rahasia-kantor.jpg', bytes }]);
    const begun = await contributor.client.photos.importBegin({ eventId: event.id, files });
    expect(begun.files[0]).toMatchObject({ state: 'waiting', photoId: null });
    expect(await photosOf(event.id)).toEqual([]);
    const other = await office.as('documentation');
    const known = await other.client.photos.importBegin({ eventId: event.id, files });
    expect(known.files[0]?.state).toBe('linked');
  });

  it('a contributor finds their own again', async () => {
    const contributor = await office.as('contributor');
    const bytes = await makePicture(8);
    const event = await anEvent('Peresmian Pasar');
    const [first] = (await dropPhotos(office, contributor, [{ name: 'a.jpg', bytes }])).files;
    const [again] = (await dropPhotos(office, contributor, [{ name: 'b.jpg', bytes }], event.id)).files;
    expect(again).toMatchObject({ state: 'linked', photoId: first?.photoId });
  });

  it('who may see no closed event is not given its photo by an open one', async () => {
    const closed = await anEvent('Rapat Tertutup', 'closed');
    const { id, bytes } = await officePhoto(closed.id);
    const event = await anEvent('Peresmian Pasar');
    const both = await office.as('contributor', 'observer');
    const [file] = (await dropPhotos(office, both, [{ name: 'x.jpg', bytes }], event.id)).files;
    expect(file).toMatchObject({ state: 'refused', photoId: null, refusal: { code: 'already_there' } });
    expect((await photosOf(closed.id)).map((photo) => photo.eventIds)).toEqual([[closed.id]]);
    expect((await documentation.client.photos.byIds({ ids: [id] }))[0]?.eventIds).toEqual([closed.id]);
  });

  it('a lost original comes back by a contributor, who still learns nothing of it', async () => {
    const { id, bytes } = await officePhoto(null);
    const stored = await office.core.newsroom.read((stores) => stores.photos.byIds([id]));
    rmSync(join(office.folder, 'Foto', stored[0]?.path ?? '-'));
    const event = await anEvent('Peresmian Pasar');
    const contributor = await office.as('contributor');
    const [file] = (await dropPhotos(office, contributor, [{ name: 'x.jpg', bytes }], event.id)).files;
    expect(file).toMatchObject({ state: 'refused', photoId: null, refusal: { code: 'already_there' } });
    const [after] = await office.core.newsroom.read((stores) => stores.photos.byIds([id]));
    expect(await office.core.newsroom.files.originals.size(after?.path ?? '')).toBe(bytes.byteLength);
    expect(await photosOf(event.id)).toEqual([]);
  });
});
