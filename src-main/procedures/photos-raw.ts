import type { Newsroom } from '../newsroom/newsroom.ts';
import { refused } from '../newsroom/outcome.ts';
import { previewExtension, previewKey, previewSides, remakeDerivatives } from '../newsroom/photos/make-derivatives.ts';
import { photoFor } from '../newsroom/photos/see-photos.ts';
import { mediaTypeOf } from '../newsroom/photos/sniff.ts';
import { takePiece } from '../newsroom/photos/take-piece.ts';
import { bytesResponse, type RawHandlers, refusalResponse } from './raw.ts';

/** Pieces in, previews and originals out. */
export function photosRaw(newsroom: Newsroom): Pick<RawHandlers, 'importPiece' | 'photoPreview' | 'photoOriginal'> {
  return {
    async importPiece({ caller, params, query, body }) {
      const { importId = '', fileId = '' } = params;
      const offset = Number(query.get('offset') ?? Number.NaN);
      const outcome = await takePiece(newsroom, caller, { importId, fileId, offset, piece: body });
      return outcome.ok
        ? Response.json(outcome.value, { headers: { 'cache-control': 'no-store' } })
        : refusalResponse(outcome.refusal);
    },

    async photoPreview({ caller, params, headers }) {
      const side = previewSides.find((one) => String(one) === params.size);
      const photo = await photoFor(newsroom, caller, params.photoId ?? '');
      if (!photo.ok || side === undefined) return refusalResponse(refused('not_found').refusal, 404);
      const key = previewKey(newsroom, photo.value.sha256, side);
      const bytes = await newsroom.files.derivatives.size(key, previewExtension);
      if (bytes === null) {
        if (photo.value.preview) await remakeDerivatives(newsroom, photo.value.id);
        return refusalResponse(refused('not_found').refusal, 404);
      }
      // the key is a hash of picture and recipe: what it names never changes. Private: shared caches must not keep it.
      const kept = { etag: `"${key}"`, 'cache-control': 'private, max-age=31536000, immutable', vary: 'Cookie' };
      if (headers.get('if-none-match') === kept.etag) return new Response(null, { status: 304, headers: kept });
      return bytesResponse(newsroom.files.derivatives.open(key, previewExtension), bytes, {
        ...kept,
        'content-type': 'image/jpeg',
      });
    },

    async photoOriginal({ caller, params }) {
      const found = await photoFor(newsroom, caller, params.photoId ?? '');
      if (!found.ok) return refusalResponse(found.refusal, 404);
      const { path, format, fileName } = found.value;
      const bytes = await newsroom.files.originals.size(path);
      if (bytes === null) return refusalResponse(refused('not_found', { name: fileName }).refusal, 404);
      return bytesResponse(newsroom.files.originals.open(path), bytes, {
        'content-type': mediaTypeOf(format),
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      });
    },
  };
}
