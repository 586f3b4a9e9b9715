import { pageOfReading } from '../newsroom/agenda/files/page-pictures.ts';
import { takeFilePiece } from '../newsroom/agenda/files/receive-file.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { type RawHandlers, refusalResponse } from './raw.ts';

/** Pieces of files in, pictures of their pages out. */
export function agendaFilesRaw(newsroom: Newsroom): Pick<RawHandlers, 'agendaFile' | 'agendaFilePage'> {
  return {
    async agendaFile({ caller, params, query, body }) {
      const offset = Number(query.get('offset') ?? Number.NaN);
      const taken = await takeFilePiece(newsroom, caller, { id: params.fileId ?? '', offset, piece: body });
      return taken.ok
        ? Response.json(taken.value, { headers: { 'cache-control': 'no-store' } })
        : refusalResponse(taken.refusal);
    },

    async agendaFilePage({ caller, params }) {
      const page = Number(params.page);
      const found = await pageOfReading(newsroom, caller, params.fileId ?? '', Number.isSafeInteger(page) ? page : -1);
      if (!found.ok) return refusalResponse(found.refusal, found.refusal.code === 'not_found' ? 404 : 422);
      const chunks: Uint8Array[] = [];
      for await (const chunk of newsroom.files.derivatives.open(found.value.key, found.value.extension))
        chunks.push(chunk);
      return new Response(new Uint8Array(Buffer.concat(chunks)), {
        headers: { 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=3600' },
      });
    },
  };
}
