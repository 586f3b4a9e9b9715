import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Manifest } from '../contract/release-nouns.ts';
import type { ReleaseContent } from './release-document.ts';
import { SCHEMA_VERSION } from './schema.ts';

/** What is approved: the frozen text with everything else that media will read. */
export function manifestOf(
  content: ReleaseContent,
  rest: Pick<Manifest, 'kind' | 'infoClass' | 'embargoUntil' | 'photos'>,
): Manifest {
  return {
    schemaVersion: SCHEMA_VERSION,
    kind: rest.kind,
    title: content.title,
    dateline: content.dateline,
    body: content.body,
    infoClass: rest.infoClass,
    embargoUntil: rest.embargoUntil,
    photos: rest.photos.map(({ photoId, sha256: hash, crop, caption, credit, alt }) => ({
      photoId,
      sha256: hash,
      crop,
      caption,
      credit,
      alt,
    })),
  };
}

/** RFC 8785: one byte sequence for one content, however its keys were ordered. */
export function canonicalJson(manifest: Manifest): string {
  const json = canonicalize(manifest);
  if (json === undefined) throw new Error('a manifest is always an object');
  return json;
}

/** SHA-256 over the UTF-8 bytes of the canonical JSON, as lower-case hex. */
export function contentHash(manifest: Manifest): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(manifest))));
}
