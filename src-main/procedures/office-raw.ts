import type { Newsroom } from '../newsroom/newsroom.ts';
import { refused } from '../newsroom/outcome.ts';
import { type RawHandler, refusalResponse } from './raw.ts';

export function officeRaw(newsroom: Newsroom): { officeLogo: RawHandler } {
  return {
    async officeLogo({ params }) {
      const office = await newsroom.read((stores) => stores.office.get());
      const logo = office?.letterhead.logo ?? null;
      // only the logo in use: this route is no way to read other attachments
      if (logo === null || logo !== params.sha256) {
        return refusalResponse(refused('not_found').refusal, 404);
      }
      const chunks: Uint8Array[] = [];
      for await (const chunk of newsroom.files.attachments.open(logo)) {
        chunks.push(chunk);
      }
      const bytes = Buffer.concat(chunks);
      return new Response(new Uint8Array(bytes), {
        headers: {
          'content-type': bytes[0] === 0x89 ? 'image/png' : 'image/jpeg',
          'cache-control': 'private, max-age=31536000, immutable',
        },
      });
    },
  };
}
