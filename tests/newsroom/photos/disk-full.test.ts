import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataFiles } from '../../../src-main/adapters/files/files.ts';
import { testCore } from '../../builders/core.ts';
import { announced, sendFile } from '../../builders/photo-import.ts';
import { makePicture } from '../../builders/pictures.ts';
import { canMount, smallDisk } from '../../builders/small-disk.ts';

const megabyte = 1024 * 1024;

test.skipIf(!canMount)(
  'a full disk pauses the batch, keeps what was taken in, and goes on when there is room',
  async () => {
    const disk = smallDisk(96);
    if (disk === null) throw new Error('no small disk');
    const office = await testCore({ dataFolder: disk.path });
    try {
      const me = await office.as('documentation');
      const pictures = await Promise.all(
        [1, 2, 3, 4, 5, 6].map((seed) => makePicture(seed, { width: 1500, height: 1000 })),
      );
      const files = pictures.map((bytes, index) => ({ name: `${index}.jpg`, bytes }));
      const { newsroom } = office.core;

      // said before a byte is sent, with numbers
      await expect(
        me.client.photos.importBegin({
          eventId: null,
          files: [{ name: 'besar.jpg', size: 500 * megabyte, lastModified: 1 }],
        }),
      ).rejects.toMatchObject({ data: { code: 'disk_full', params: { needed: 577 } } });

      const begun = await me.client.photos.importBegin({ eventId: null, files: announced(files) });
      for (const index of [0, 1]) {
        const file = begun.files[index];
        if (file === undefined) throw new Error('no file');
        expect(await sendFile(office, me, begun.id, file, pictures[index] as Buffer)).toMatchObject({
          value: { state: 'done' },
        });
      }
      // somebody else fills the disk meanwhile, to the last block but for half a picture
      const ballast = join(disk.path, 'penuh');
      const free = statfsSync(disk.path);
      const half = Math.floor((pictures[2] as Buffer).byteLength / 2);
      writeFileSync(ballast, Buffer.alloc(free.bavail * free.bsize - half));
      const third = begun.files[2];
      if (third === undefined) throw new Error('no file');
      expect(await sendFile(office, me, begun.id, third, pictures[2] as Buffer)).toMatchObject({
        ok: false,
        refusal: { code: 'disk_full' },
      });
      rmSync(ballast);
      writeFileSync(ballast, Buffer.alloc(1));

      const paused = await me.client.photos.importState({ importId: begun.id });
      expect(paused.state).toBe('paused');
      expect(paused.files.map((file) => file.state)).toEqual([
        'done',
        'done',
        'waiting',
        'waiting',
        'waiting',
        'waiting',
      ]);
      // nothing more is taken before a person says so
      expect(await sendFile(office, me, begun.id, third, pictures[2] as Buffer)).toMatchObject({
        refusal: { code: 'disk_full' },
      });
      // the reserve for the database counts: no room yet for a person who presses too early
      const room = await newsroom.files.freeBytes();
      expect(room).toBeLessThan(96 * megabyte - 64 * megabyte);

      const resumed = await me.client.photos.importResume({ importId: begun.id });
      expect(resumed.state).toBe('open');
      for (const [index, file] of resumed.files.entries())
        if (file.state === 'waiting')
          expect(await sendFile(office, me, begun.id, file, pictures[index] as Buffer)).toMatchObject({
            value: { state: 'done' },
          });
      expect((await me.client.photos.importState({ importId: begun.id })).state).toBe('finished');
      const folder = join(disk.path, 'Foto/2025', readdirSync(join(disk.path, 'Foto/2025'))[0] as string);
      const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
      expect(
        readdirSync(folder)
          .map((name) => hash(readFileSync(join(folder, name))))
          .sort(),
      ).toEqual(pictures.map(hash).sort());
    } finally {
      await office.core.stop();
      disk.unmount();
    }
  },
  60_000,
);

test.skipIf(!canMount)('every writing of the files port says disk_full and leaves nothing half behind', async () => {
  const disk = smallDisk(3);
  if (disk === null) throw new Error('no small disk');
  try {
    const files = dataFiles(disk.path, 0);
    const id = '01JD0000000000000000000001';
    const large = Buffer.alloc(4 * megabyte, 7);
    const full = { ok: false, refusal: { code: 'disk_full', params: {} } };
    expect(await files.incoming.append(id, 0, large)).toEqual(full);
    expect(await files.incoming.received(id)).toBe(0);
    const source = mkdtempSync(join(tmpdir(), 'kulkul-card-'));
    writeFileSync(join(source, 'a.jpg'), large);
    const chosen = await files.incoming.look(join(source, 'a.jpg'));
    if (chosen === null) throw new Error('no file');
    expect(await files.incoming.copyFrom(id, join(source, 'a.jpg'), chosen)).toEqual(full);
    rmSync(source, { recursive: true });
    expect(
      await files.attachments.put(
        (async function* () {
          yield large;
        })(),
      ),
    ).toEqual(full);
    expect(await files.freeBytes()).toBeGreaterThan(2 * megabyte);
    // and there is room again for what fits
    expect(await files.incoming.append(id, 0, large.subarray(0, megabyte))).toMatchObject({ ok: true });
  } finally {
    disk.unmount();
  }
});
