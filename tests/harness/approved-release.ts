import { correctionUpdate } from '../../src-main/text/corrected.ts';
import { SCHEMA_VERSION } from '../../src-main/text/schema.ts';
import type { Person } from './client.ts';

export interface WrittenText {
  readonly title: string;
  readonly paragraphs?: readonly string[];
  readonly eventId?: string | null;
  readonly photoIds?: readonly string[];
}

/** A release with this text, as its writer leaves it before *Ajukan*. */
export async function writtenRelease(writer: Person, text: WrittenText): Promise<{ id: string }> {
  const release = await writer.rpc.releases.create({ eventId: text.eventId ?? null });
  const paragraphs = text.paragraphs ?? [
    'Wali Kota membuka Pekan Literasi di Graha Sewaka Dharma, Kamis (20/11/2025). Kegiatan ini diikuti 62 sekolah.',
  ];
  await writeText(writer, release.id, {
    title: text.title,
    body: {
      type: 'doc',
      content: paragraphs.map((words) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })),
    },
  });
  if (text.photoIds !== undefined && text.photoIds.length > 0) {
    await writer.rpc.releases.attachPhotos({ releaseId: release.id, photoIds: [...text.photoIds] });
  }
  return { id: release.id };
}

/** Another title, in a version that may be written. */
export function correctText(writer: Person, releaseId: string, title: string): Promise<void> {
  return writeText(writer, releaseId, { title });
}

async function writeText(
  writer: Person,
  releaseId: string,
  change: Parameters<typeof correctionUpdate>[1],
): Promise<void> {
  const opened = await writer.rpc.releaseText.open({ releaseId });
  const updates = [
    ...(opened.snapshot === null ? [] : [opened.snapshot]),
    ...opened.updates.map(({ update }) => update),
  ].map((base64) => new Uint8Array(Buffer.from(base64, 'base64')));
  const update = correctionUpdate(updates, change);
  if (!(update instanceof Uint8Array)) {
    throw new Error('the text changes nothing');
  }
  await writer.rpc.releaseText.append({
    releaseId,
    origin: 'uji',
    update: Buffer.from(update).toString('base64'),
    schemaVersion: SCHEMA_VERSION,
  });
}

/**
 * A release written by one and approved by another; both may be the same person where the office allows it.
 * @returns its id and the content hash that was approved
 */
export async function approvedRelease(
  writer: Person,
  text: WrittenText,
  head: Person = writer,
): Promise<{ id: string; contentHash: string }> {
  const { id } = await writtenRelease(writer, text);
  await writer.rpc.approval.submit({ releaseId: id });
  const sheet = await head.rpc.approval.sheet({ releaseId: id });
  const frozen = await head.rpc.approval.approve({ releaseId: id, seenHash: sheet.contentHash });
  return { id, contentHash: frozen.contentHash };
}
