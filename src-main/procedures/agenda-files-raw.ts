import { pageOfReading } from '../newsroom/agenda/files/page-pictures.ts';
import { takeFilePiece } from '../newsroom/agenda/files/receive-file.ts';
import { takeShared } from '../newsroom/agenda/files/receive-shared.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { type RawHandlers, refusalResponse } from './raw.ts';

/** Pieces of files in, pictures of their pages out. */
export function agendaFilesRaw(newsroom: Newsroom): Pick<RawHandlers, 'agendaFile' | 'agendaFilePage' | 'share'> {
  return {
    async agendaFile({ caller, params, query, body }) {
      const offset = Number(query.get('offset') ?? Number.NaN);
      const taken = await takeFilePiece(newsroom, caller, { id: params.fileId ?? '', offset, piece: body });
      return taken.ok
        ? Response.json(taken.value, { headers: { 'cache-control': 'no-store' } })
        : refusalResponse(taken.refusal);
    },

    async share({ caller, headers, body }) {
      const shared = await sharedIn(headers.get('content-type') ?? '', body);
      const taken = shared === null ? null : await takeShared(newsroom, caller, shared);
      return shareScreen(taken?.ok ? taken.value.id : 'gagal');
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

/** To the screen that reads what was shared; `masuk`: not signed in, or not allowed; `gagal`: it could not be taken. */
export function shareScreen(what: string): Response {
  const headers = { location: `/agenda/tempel?bagikan=${encodeURIComponent(what)}`, 'cache-control': 'no-store' };
  return new Response(null, { status: 303, headers });
}

/** What the form of a phone's system holds: the first file, else its words. */
async function sharedIn(type: string, body: Uint8Array): Promise<Parameters<typeof takeShared>[2] | null> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    const file = form.getAll('berkas').find((one) => typeof one !== 'string' && one.size > 0);
    if (file !== undefined && typeof file !== 'string')
      return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    const text = ['title', 'text', 'url']
      .flatMap((field) => form.getAll(field))
      .filter((value): value is string => typeof value === 'string' && value.trim() !== '');
    return text.length === 0 ? null : { text: [...new Set(text)].join('\n') };
  } catch {
    return null;
  }
}
