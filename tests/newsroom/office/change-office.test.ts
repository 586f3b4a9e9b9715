import { afterEach, beforeEach, expect, it } from 'vitest';
import { done } from '../../../src-main/newsroom/outcome.ts';
import { type Client, type TestCore, testCore } from '../../builders/core.ts';
import { makePicture } from '../../builders/pictures.ts';

let test: TestCore;
let admin: Client;
beforeEach(async () => {
  test = await testCore();
  admin = test.first.client;
});
afterEach(() => test.end());

const refusal = (code: string) => ({ data: { code } });

it('two people at once do not lose each other’s lines: who comes second is told', async () => {
  const { version } = await admin.office.get();
  const head = (await test.as('head')).client;
  const first = await admin.office.change({ version, letterhead: { lines: ['PEMERINTAH KOTA DENPASAR'] } });
  await expect(head.office.change({ version, letterhead: { lines: ['Bagian Prokopim'] } })).rejects.toMatchObject(
    refusal('changed_meanwhile'),
  );
  // having seen it, they go on; what they do not name stays
  await head.office.change({ version: first.version, letterhead: { footer: 'Jl. Gajah Mada 1' }, contact: 'Made' });
  expect(await admin.office.get()).toMatchObject({
    letterhead: { lines: ['PEMERINTAH KOTA DENPASAR'], footer: 'Jl. Gajah Mada 1' },
    contact: 'Made',
    version: first.version + 1,
  });
});

it('the emblem is a picture that was given, never a word; a change of lines does not touch it, nor it them', async () => {
  const image = (await makePicture(1)).toString('base64');
  const { version } = await admin.office.get();
  const { letterhead } = await admin.office.setLogo({ image });
  expect(letterhead.logo).toMatch(/^[0-9a-f]{64}$/);
  const given = { lines: ['Satu'], logo: 'x' };
  const changed = await admin.office.change({ version, letterhead: given });
  expect(changed.letterhead).toEqual({ lines: ['Satu'], footer: '', logo: letterhead.logo });
  expect((await admin.office.setLogo({ image: null })).letterhead).toEqual({ lines: ['Satu'], footer: '', logo: null });
  const trail = await test.core.newsroom.read((stores) => stores.audit.list({ limit: 3 }));
  expect(trail.map((line) => line.act)).toEqual(['office.set-logo', 'office.change', 'office.set-logo']);
});

it('an office kept before, with no version and a word for an emblem, opens without it', async () => {
  await test.core.newsroom.write(async (stores) => {
    const { version: _version, ...office } = (await stores.office.get()) ?? never();
    await stores.office.setSetting('office', { ...office, letterhead: { ...office.letterhead, logo: 'x' } });
    return done(undefined);
  });
  expect(await admin.office.get()).toMatchObject({ version: 1, letterhead: { logo: null } });
});

function never(): never {
  throw new Error('no office');
}
