import { pagePicture } from '../newsroom/agenda/files/page-pictures.ts';
import { openAttachment } from '../newsroom/agenda/invitations/attachments.ts';
import type { ByteStream } from '../newsroom/files.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { refused } from '../newsroom/outcome.ts';
import { bytesResponse, type RawHandlers, refusalResponse } from './raw.ts';

/** Letters and speeches: the file as it came, and its pages as pictures. */
export function attachmentsRaw(newsroom: Newsroom): Pick<RawHandlers, 'attachment' | 'attachmentPage'> {
  const { attachments, derivatives } = newsroom.files;
  return {
    async attachment({ caller, params }) {
      const found = await openAttachment(newsroom, caller, params.attachmentId ?? '');
      if (!found.ok) return refusalResponse(found.refusal, 404);
      const { sha256, name, bytes } = found.value;
      // never rendered by the browser itself: what came with a letter may be anything
      return bytesResponse(attachments.open(sha256), bytes, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        'cache-control': 'private, no-store',
      });
    },
    async attachmentPage({ caller, params }) {
      const found = await openAttachment(newsroom, caller, params.attachmentId ?? '');
      if (!found.ok) return refusalResponse(found.refusal, 404);
      const { sha256, pages } = found.value;
      const page = Number(params.page);
      if (!Number.isSafeInteger(page) || page < 0 || page >= pages)
        return refusalResponse(refused('not_found').refusal, 404);
      const picture = await pagePicture(newsroom, { path: attachments.pathOf(sha256), sha256 }, page);
      if (!picture.ok) return refusalResponse(picture.refusal);
      const bytes = await whole(derivatives.open(picture.value.key, picture.value.extension));
      return new Response(bytes, {
        headers: { 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=31536000, immutable' },
      });
    },
  };
}

async function whole(stream: ByteStream): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
