/**
 * The body; null when it is larger than allowed (stops reading as soon as that shows), `gone` when it broke off: who sent it
 * went away or was too slow, and nobody hears an answer.
 */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array | null | 'gone'> {
  if (request.body === null || maxBytes === 0) {
    return new Uint8Array();
  }
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) {
    return null;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      length += chunk.byteLength;
      if (length > maxBytes) {
        return null;
      }
      chunks.push(chunk);
    }
  } catch {
    return 'gone';
  }
  return Buffer.concat(chunks, length);
}
