import { readFile } from 'node:fs/promises';
import path from 'node:path';
import mime from 'mime';
import { pageHeaders } from '../contract/page-policy.ts';
import { packer } from './small-on-the-line.ts';

/** Answers with the built page: its files by name, everything else is a place inside the page. */
export function page(folder: string | null): (request: Request, url: URL) => Promise<Response> {
  const pack = packer();
  return async (request, url) => {
    if (folder === null || (request.method !== 'GET' && request.method !== 'HEAD')) {
      return new Response('not found', { status: 404 });
    }
    const root = path.resolve(folder);
    let wanted = root;
    try {
      wanted = path.resolve(root, `.${decodeURIComponent(url.pathname)}`);
    } catch {
      // a broken escape is no file of ours
    }
    const inside = wanted.startsWith(root + path.sep);
    // a name that is no file of ours is a place inside the page
    const asset = inside && path.extname(wanted) !== '' ? await readFile(wanted).catch(() => null) : null;
    if (asset === null && url.pathname.startsWith('/assets/')) {
      return new Response('not found', { status: 404 });
    }
    const bytes = asset ?? (await readFile(path.join(root, 'index.html')).catch(() => null));
    if (bytes === null) {
      // the page is being built or was not shipped: an answer a person can read, and one that is asked for again
      return new Response(
        'Halaman belum siap. Muat ulang sebentar lagi. / The page is not ready yet. Reload in a moment.',
        {
          status: 503,
          headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' },
        },
      );
    }
    const type = asset === null ? 'text/html; charset=utf-8' : typeOf(wanted);
    const packed = await pack(type, bytes, request.headers.get('accept-encoding'));
    return new Response(new Uint8Array(packed.bytes), {
      headers: {
        'content-type': type,
        vary: 'accept-encoding',
        ...(packed.encoding === null ? {} : { 'content-encoding': packed.encoding }),
        // names of assets carry their hash; the page itself must be fresh
        'cache-control':
          url.pathname.startsWith('/assets/') && asset !== null ? 'public, max-age=31536000, immutable' : 'no-cache',
        ...pageHeaders,
      },
    });
  };
}

function typeOf(file: string): string {
  const type = mime.getType(file) ?? 'application/octet-stream';
  return type.startsWith('text/') || type === 'application/javascript' ? `${type}; charset=utf-8` : type;
}
