import { smtpMailer } from '../../src-main/adapters/smtp/smtp-mailer.ts';
import type { SmtpFields } from '../../src-main/contract/channels.ts';
import type { Manifest, ManifestPhoto } from '../../src-main/contract/release-nouns.ts';
import type { Core } from '../../src-main/core.ts';
import { done } from '../../src-main/newsroom/outcome.ts';
import { canonicalJson, contentHash } from '../../src-main/text/manifest.ts';
import type { Client, TestCore } from './core.ts';
import { certificate } from './mail-server.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** What media read in these tests. */
export function manifestWith(change: Partial<Manifest> = {}): Manifest {
  return {
    schemaVersion: 1,
    kind: 'rilis_kegiatan',
    title: 'Wali Kota Jaya Negara Resmikan Pasar Rakyat Titih',
    dateline: 'DENPASAR',
    body: {
      type: 'doc',
      content: [
        paragraph('Wali Kota Denpasar I Gusti Ngurah Jaya Negara meresmikan Pasar Rakyat Titih, Kamis (20/11/2025).'),
        {
          type: 'quote',
          attrs: {
            name: 'I Gusti Ngurah Jaya Negara',
            position: 'Wali Kota Denpasar',
            shortName: 'Jaya Negara',
            verb: 'ujar',
          },
          content: [{ type: 'text', text: 'Pasar ini milik warga & harus <bersih>.' }],
        },
        paragraph('Pedagang menempati 120 kios baru.'),
      ],
    },
    infoClass: 'berkala',
    embargoUntil: null,
    photos: [],
    ...change,
  };
}

/** An approved release with its frozen version, written as the store writes it. */
export async function approvedRelease(
  core: Core,
  change: Partial<Manifest> = {},
): Promise<{ releaseId: string; contentHash: string; manifest: Manifest }> {
  const { newsroom } = core;
  const releaseId = newsroom.ids.next();
  const manifest = manifestWith(change);
  const hash = contentHash(manifest);
  const at = newsroom.clock.now().toString({ smallestUnit: 'millisecond' });
  const [person] = await newsroom.read((stores) => stores.users.all());
  const by = { id: person?.id ?? '', name: person?.name ?? '' };
  await newsroom.write(async (stores) => {
    await stores.releases.insert({
      id: releaseId,
      eventId: null,
      kind: manifest.kind,
      infoClass: manifest.infoClass,
      title: manifest.title,
      excerpt: '',
      words: 40,
      schemaVersion: 1,
      createdBy: by,
      at,
    });
    await stores.releases.change(releaseId, { state: 'approved' }, { name: by.name, at });
    await stores.releases.addVersion({
      releaseId,
      version: 1,
      number: `480/${releaseId.slice(-4)}/Prokopim/2025`,
      canonical: canonicalJson(manifest),
      contentHash: hash,
      approvedAt: at,
      approvedBy: by,
    });
    return done(undefined);
  });
  return { releaseId, contentHash: hash, manifest };
}

/** A group of this many journalists, `wartawan1@media.example` and so on. */
export async function pressGroup(client: Client, count: number): Promise<{ groupId: string; addresses: string[] }> {
  const group = await client.partners.addGroup({ name: `Forum Wartawan ${count}` });
  const addresses = Array.from({ length: count }, (_, index) => `wartawan${index + 1}@media.example`);
  for (let from = 0; from < count; from += 500) {
    await client.partners.addPasted({
      journalists: addresses
        .slice(from, from + 500)
        .map((email, index) => ({ name: `Wartawan ${from + index + 1}`, email, outlet: `Media ${(index % 2) + 1}` })),
      groupId: group.id,
    });
  }
  return { groupId: group.id, addresses };
}

export const accountFor = (port: number, change: Partial<SmtpFields> = {}): SmtpFields => ({
  host: 'localhost',
  port,
  security: 'starttls',
  allowPlain: false,
  user: 'humas',
  connections: 3,
  fromName: 'Humas Kota Denpasar',
  fromAddress: 'humas@denpasar.example',
  replyTo: '',
  unsubscribeTo: '',
  ...change,
});

/** Trusts the tests' own certificate and does not wait long. */
export const testMailer = () =>
  smtpMailer({ authorities: [certificate], times: { connect: 3000, greeting: 3000, silence: 3000 } });

/** Sets the account by an admin, so that mail goes to this port. */
export async function setAccount(test: TestCore, port: number, change: Partial<SmtpFields> = {}, password = 'benar') {
  const admin = await test.as('admin');
  const { account } = await admin.client.channels.smtp();
  await admin.client.channels.setSmtp({ ...accountFor(port, change), password, version: account?.version ?? null });
}

export type { ManifestPhoto };
