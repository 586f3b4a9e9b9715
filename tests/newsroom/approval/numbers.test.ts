import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestCore, testCore } from '../../builders/core.ts';
import { draft } from '../../builders/draft.ts';
import { acc, refusal } from './desk.ts';

type Person = Awaited<ReturnType<TestCore['as']>>;

let test: TestCore;
let writer: Person;
let head: Person;
beforeEach(async () => {
  test = await testCore();
  writer = await test.as('writer');
  head = await test.as('head');
});
afterEach(() => test.end());

async function submitted(options: Parameters<typeof draft>[1] = {}, by = writer) {
  const release = await draft(by.client, options);
  return by.client.approval.submit({ releaseId: release.id });
}

describe('numbers', () => {
  const number = async (options: Parameters<typeof draft>[1]) => {
    const { id } = await submitted(options);
    return (await acc(head.client, id)).number;
  };

  it('are given where the kind asks for one, from the register of the year', async () => {
    expect(await number({ kind: 'rilis_kegiatan' })).toBeNull();
    expect(await number({ kind: 'siaran_pers_resmi' })).toBe('001/SP/PROKOPIM/XI/2025');
    expect(await number({ kind: 'klarifikasi' })).toBe('002/SP/PROKOPIM/XI/2025');
    test.clock.set('2025-12-31T15:59:00Z');
    expect(await number({ kind: 'siaran_pers_resmi' })).toBe('003/SP/PROKOPIM/XII/2025');
    // 16.00 UTC is midnight in Denpasar
    test.clock.set('2025-12-31T16:00:00Z');
    expect(await number({ kind: 'siaran_pers_resmi' })).toBe('001/SP/PROKOPIM/I/2026');
  });

  it('stay with the release in its next version, and are not used up by a refusal', async () => {
    const { id: releaseId } = await submitted({ kind: 'siaran_pers_resmi' });
    await expect(head.client.approval.approve({ releaseId, seenHash: '0'.repeat(64) })).rejects.toEqual(
      refusal('content_changed'),
    );
    expect((await acc(head.client, releaseId)).number).toBe('001/SP/PROKOPIM/XI/2025');
    await writer.client.approval.newVersion({ releaseId });
    await writer.client.approval.submit({ releaseId });
    expect((await acc(head.client, releaseId)).number).toBe('001/SP/PROKOPIM/XI/2025');
    expect(await number({ kind: 'siaran_pers_resmi' })).toBe('002/SP/PROKOPIM/XI/2025');
  });

  it('are never given twice, also when another template prints the same; the gap keeps its line', async () => {
    const office = await test.as('admin');
    await number({ kind: 'siaran_pers_resmi' });
    await office.client.approval.setNumbering({ templates: { pernyataan: '{urut:3}/SP/PROKOPIM/{romawi}/{tahun}' } });
    expect(await number({ kind: 'pernyataan' })).toBe('002/SP/PROKOPIM/XI/2025');
    const skipped = test.core.database.handle
      .prepare("select number from release_number where state = 'skipped'")
      .all();
    expect(skipped).toEqual([{ number: '001/SP/PROKOPIM/XI/2025' }]);
    const numbering = await office.client.approval.numbering({});
    expect(numbering.examples).toMatchObject({ rilis_kegiatan: null, pernyataan: '003/SP/PROKOPIM/XI/2025' });
  });

  it('refuse a pattern that could not be unique', async () => {
    const office = await test.as('admin');
    const set = (template: string) => office.client.approval.setNumbering({ templates: { pernyataan: template } });
    await expect(set('SP/{tahun}')).rejects.toEqual(refusal('number_template'));
    await expect(set('{urut}/SP')).rejects.toEqual(refusal('number_template'));
    await expect(set('{urut}/{tahun}/{apa}')).rejects.toEqual(refusal('number_template'));
  });
});
