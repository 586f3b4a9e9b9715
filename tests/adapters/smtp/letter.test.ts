import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvedPhotos } from '../../builders/approved-photos.ts';
import { approvedRelease, pressGroup, setAccount, testMailer } from '../../builders/approved-release.ts';
import { type TestCore, testCore } from '../../builders/core.ts';
import { type MailServer, mailServer } from '../../builders/mail-server.ts';

/** One release with two photos, mailed to two journalists by a real core, and read back as a mail program would. */
describe('the mail of a release', () => {
  let test: TestCore;
  let server: MailServer;
  let mails: Awaited<ReturnType<typeof PostalMime.parse>>[];
  let raws: string[];
  const caption =
    'Wali Kota Jaya Negara (tengah) menggunting pita di Pasar Rakyat Titih, Denpasar, Kamis (20/11/2025).';

  beforeAll(async () => {
    server = await mailServer();
    test = await testCore({ mailer: testMailer() });
    await setAccount(test, server.port, { replyTo: 'redaksi@denpasar.example' });
    const admin = (await test.as('admin')).client;
    await admin.office.change({
      version: 1,
      letterhead: { lines: ['PEMERINTAH KOTA DENPASAR', 'Bagian Prokopim'], footer: 'Jl. Gajah Mada 1' },
      contact: 'Made, 0361 123456',
      boilerplate: 'Bagian Prokopim melayani pimpinan & media.',
    });
    const photos = await approvedPhotos(test, [
      { caption, credit: 'Prokopim Denpasar/Made', alt: 'Wali kota menggunting pita' },
      { caption: 'Suasana pasar.', credit: 'Prokopim Denpasar', alt: '' },
    ]);
    const { releaseId, contentHash } = await approvedRelease(test.core, { photos });
    const editor = (await test.as('editor')).client;
    const { groupId } = await pressGroup(editor, 2);
    await editor.distribution.send({ releaseId, contentHash, to: { emailGroupIds: [groupId] } });
    await test.core.runner.idle();
    raws = server.mails.map((mail) => mail.raw.toString('latin1'));
    mails = await Promise.all(server.mails.map((mail) => PostalMime.parse(mail.raw)));
  }, 60_000);
  afterAll(async () => {
    await test?.end();
    await server?.close();
  });

  it('is addressed to one person, from the office, with answer and unsubscribe addresses and a date by the clock', () => {
    expect(mails).toHaveLength(2);
    expect(mails.map((mail) => mail.to).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toEqual([
      [{ name: 'Wartawan 1', address: 'wartawan1@media.example' }],
      [{ name: 'Wartawan 2', address: 'wartawan2@media.example' }],
    ]);
    const [mail] = mails;
    expect(mail?.from).toEqual({ name: 'Humas Kota Denpasar', address: 'humas@denpasar.example' });
    expect(mail?.replyTo?.[0]?.address).toBe('redaksi@denpasar.example');
    expect(mail?.subject).toBe('Wali Kota Jaya Negara Resmikan Pasar Rakyat Titih');
    expect(mail?.date).toBe('2025-11-20T00:00:00.000Z');
    const unsubscribe = mail?.headers.find((header) => header.key === 'list-unsubscribe')?.value;
    expect(unsubscribe).toBe('<mailto:redaksi@denpasar.example?subject=berhenti>');
    for (const raw of raws) {
      for (const name of ['To', 'Message-ID', 'Date', 'Subject', 'From']) {
        expect(raw.split('\r\n\r\n')[0]?.match(new RegExp(`^${name}:`, 'gm'))).toHaveLength(1);
      }
    }
  });

  it('carries the same words as text and as HTML, and HTML that cannot do harm', () => {
    const [mail] = mails;
    for (const words of [
      'PEMERINTAH KOTA DENPASAR',
      'Pedagang menempati 120 kios baru.',
      'ujar Jaya Negara.',
      'Made, 0361 123456',
      'Jl. Gajah Mada 1',
    ]) {
      expect(mail?.text).toContain(words);
      expect(mail?.html).toContain(words);
    }
    expect(mail?.text).toContain('“Pasar ini milik warga & harus <bersih>,”');
    expect(mail?.html).toContain('“Pasar ini milik warga &amp; harus &lt;bersih&gt;,”');
    expect(mail?.html).not.toMatch(/<script|<link|<style|src="http/);
  });

  it('brings the photos as JPEG of at most 2000 px whose caption and credit exiftool reads', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kulkul-letter-'));
    const [mail] = mails;
    expect(mail?.attachments).toHaveLength(2);
    expect(mail?.html).toContain(`src="cid:${mail?.attachments[0]?.contentId?.replace(/[<>]/g, '')}"`);
    const read = mail?.attachments.map((attachment, index) => {
      const file = path.join(folder, `${index}.jpg`);
      writeFileSync(file, Buffer.from(attachment.content as ArrayBuffer));
      const [tags] = JSON.parse(
        execFileSync('exiftool', ['-j', '-G', '-Caption-Abstract', '-Description', '-Credit', '-ImageSize', file], {
          encoding: 'utf8',
        }),
      );
      return { ...tags, name: attachment.filename, type: attachment.mimeType };
    });
    expect(read?.[0]).toMatchObject({
      'XMP:Description': caption,
      'XMP:Credit': 'Prokopim Denpasar/Made',
      type: 'image/jpeg',
    });
    expect(read?.[0]?.['IPTC:Caption-Abstract']).toBe(caption);
    expect(Math.max(...String(read?.[0]?.['Composite:ImageSize']).split(/[x ]/).map(Number))).toBe(2000);
    expect(read?.map((one) => one.name)).toEqual([expect.stringMatching(/\.jpg$/), expect.stringMatching(/\.jpg$/)]);
  });
});
