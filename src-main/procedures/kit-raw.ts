import { mediaKit } from '../newsroom/distribution/media-kit.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { refused } from '../newsroom/outcome.ts';
import { type RawHandler, refusalResponse } from './raw.ts';

export function kitRaw(newsroom: Newsroom): { mediaKit: RawHandler; sinkMail: RawHandler } {
  return {
    async sinkMail({ params }) {
      const mail = await newsroom.read((stores) => stores.mailAccount.keptMail(params.mailId ?? ''));
      if (mail === null) return refusalResponse(refused('not_found').refusal, 404);
      return new Response(Buffer.from(mail, 'latin1'), {
        // Never rendered by the browser itself: the page takes it apart and shows it in a frame without rights.
        headers: {
          'content-type': 'message/rfc822',
          'content-disposition': 'attachment; filename="surel.eml"',
          'cache-control': 'private, no-store',
        },
      });
    },
    async mediaKit({ params, signal }) {
      const version = Number(params.version);
      if (!Number.isSafeInteger(version)) return refusalResponse(refused('not_found').refusal, 404);
      const kit = await mediaKit(newsroom, { releaseId: params.releaseId ?? '', version });
      if (!kit.ok) return refusalResponse(kit.refusal, kit.refusal.code === 'not_approved' ? 404 : 422);
      const pieces = newsroom.kits.zip(kit.value)[Symbol.asyncIterator]();
      const stop = () => void pieces.return?.();
      signal.addEventListener('abort', stop, { once: true });
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          const { done, value } = await pieces.next();
          if (done) {
            signal.removeEventListener('abort', stop);
            controller.close();
          } else controller.enqueue(value);
        },
        cancel: stop,
      });
      return new Response(body, {
        headers: {
          'content-type': 'application/zip',
          'content-disposition': `attachment; filename="${newsroom.kits.fileName(kit.value)}"`,
          'cache-control': 'private, no-store',
        },
      });
    },
  };
}
