import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsOf } from '../../src-renderer/screens/settings/audit-facts.ts';
import { en } from '../../src-renderer/words/en/index.ts';
import { id } from '../../src-renderer/words/id/index.ts';
import type { Words } from '../../src-renderer/words/words.tsx';
import { type Client, type TestCore, testCore } from '../builders/core.ts';
import { addPhoto, draft } from '../builders/draft.ts';
import { typeInto } from '../builders/typing.ts';

let test: TestCore;
let lines: Awaited<ReturnType<Client['audit']['list']>>;
const ULID = /[0-9A-HJKMNP-TV-Z]{26}/;
const TITLE = 'Wali Kota Tinjau Pasar Badung';

/** The main job, and what stands around it, as far as it leaves lines. */
beforeAll(async () => {
  test = await testCore();
  const { client: first } = test.first;
  const [writer, head] = [await test.as('writer'), await test.as('head')];
  await first.people.change({ id: writer.caller.userId, roles: ['writer', 'contributor'] });
  await first.office.change({ version: 1, contact: 'Ayu, 0812' });
  await first.register.addOfficial({ name: 'Jaya Negara', position: 'Wali Kota', shortName: 'Jaya' });
  const event = await first.agenda.add({ title: 'Apel Pagi', start: '2025-11-20T08:00', zone: 'Asia/Makassar' });
  await first.agenda.change({ id: event.id, version: event.version, venue: 'Lumintang' });
  await first.photos.importBegin({ eventId: event.id, files: [{ name: 'a.jpg', size: 9, lastModified: 1 }] });
  const [one, two] = [await addPhoto(test), await addPhoto(test)];
  const [photo] = await first.photos.byIds({ ids: [one] });
  await first.photos.change({ id: one, version: photo?.version ?? 0, caption: 'Wali Kota menyapa pedagang pagi.' });
  await first.photos.creditMany({ ids: [one, two], credit: 'Made' });
  const { id: releaseId } = await draft(writer.client, { title: TITLE, kind: 'siaran_pers_resmi' });
  await test.core.start();
  test.clock.move({ minutes: 1 });
  test.core.runner.wake();
  await test.core.runner.idle();
  await writer.client.releases.attachPhotos({ releaseId, photoIds: [one, two] });
  await writer.client.releases.orderPhotos({ releaseId, photoIds: [two, one] });
  await writer.client.releases.detachPhoto({ releaseId, photoId: two });
  const { version } = await writer.client.releases.get({ releaseId });
  await writer.client.releases.setDetails({ releaseId, version, infoClass: 'setiap_saat' });
  await writer.client.approval.submit({ releaseId, note: 'Mohon dicek.' });
  await head.client.approval.return({ releaseId, note: 'Lengkapi.' });
  await writer.client.approval.submit({ releaseId });
  const { contentHash } = await head.client.approval.sheet({ releaseId });
  const frozen = await head.client.approval.correctAndApprove({
    releaseId,
    seenHash: contentHash,
    corrections: { title: `${TITLE} Pagi`, photos: [{ photoId: one, caption: 'Diperbaiki.', credit: 'Made' }] },
  });
  await typeInto(writer.client, releaseId, { title: 'Terlambat' }, true);
  const group = await first.partners.addGroup({ name: 'Grup Wartawan', kind: 'whatsapp' });
  const sent = await first.distribution.send({
    releaseId,
    contentHash: frozen.contentHash,
    to: { whatsappGroupIds: [group.id] },
  });
  const deliveryIds = sent.deliveries.map((row) => row.id);
  await first.whatsapp.tickOff({ deliveryIds });
  await first.whatsapp.undo({ deliveryIds });
  await first.distribution.pause({ channel: 'email' });
  await first.distribution.resume({ channel: 'email' });
  await writer.client.approval.newVersion({ releaseId, note: '' });
  lines = await first.audit.list({ limit: 200 });
});
afterAll(() => test.end());

describe('every line of the audit trail', () => {
  it('names what it is about', () => {
    expect(new Set(lines.map((line) => line.act)).size).toBeGreaterThan(20);
    const nameless = new Set(['office', 'channel', 'ledger', 'register', 'site', 'backup']);
    const without = lines.filter((line) => line.about.name === '' && !nameless.has(line.subjectKind));
    expect(without.map((line) => line.act)).toEqual([]);
  });

  it('of a release says the title of that time, and the number once there is one', () => {
    const of = (act: string) => lines.find((line) => line.act === act)?.about;
    expect(of('approval.submitted')).toEqual({ name: TITLE, number: null });
    const numbered = { name: `${TITLE} Pagi`, number: '001/SP/PROKOPIM/XI/2025' };
    expect(of('approval.corrected')).toEqual(numbered);
    expect(of('distribution.send')).toEqual(numbered);
    expect(of('whatsapp.tick-off')).toEqual(numbered);
  });

  it.each([
    ['id', id],
    ['en', en],
  ] as const)('says its facts in words, without ids (%s)', (language, words) => {
    const known = new Set<string>(Object.values(words.audit.facts));
    for (const line of lines) {
      for (const { label, value } of factsOf(line.details, {
        words: words as Words,
        zone: 'Asia/Makassar',
        language,
      })) {
        expect([line.act, label, known.has(label)]).toEqual([line.act, label, true]);
        expect([line.act, label, value]).not.toEqual([line.act, label, expect.stringMatching(ULID)]);
        expect([line.act, label, value]).not.toEqual([
          line.act,
          label,
          expect.stringMatching(/\[object|[a-z]_[a-z]|"\w+":/),
        ]);
      }
    }
  });

  it('says only what changed', () => {
    const line = lines.find((one) => one.act === 'releases.set-details');
    const facts = factsOf(line?.details ?? {}, { words: id as Words, zone: 'Asia/Makassar', language: 'id' });
    expect(facts).toEqual([
      {
        label: 'Klasifikasi informasi',
        value: `${id.releases.infoClasses.berkala} → ${id.releases.infoClasses.setiap_saat}`,
      },
    ]);
  });
});
