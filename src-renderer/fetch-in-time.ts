/** A core that lives answers an ordinary request within a blink; on a bad line and a slow machine within some seconds. */
const ORDINARY_MS = 30_000;
/** What waits for a mail server, a folder on a network, or many files. */
const PATIENT_MS = 300_000;

/** The ends of the addresses of procedures that may take their time. */
const patient: ReadonlySet<string> = new Set([
  ...['audit/verify', 'backup/make', 'channels/testSmtp', 'distribution/preflight', 'distribution/send'],
  ...['distribution/resume', 'photos/importCancel', 'photos/importPaths', 'site/change', 'site/check', 'site/rewrite'],
  'whatsapp/unpackKit',
]);

/** No answer came in time. What was asked may have been done all the same. */
export class NoAnswer extends TypeError {
  override readonly name = 'NoAnswer';
}

/**
 * Fetches with a limit, also on the answer's body. Raw bytes (photos, backups) do not come through here: they take as long as they take.
 * @param limits of ordinary and of patient requests, in milliseconds
 * @throws NoAnswer when the time is over; otherwise as `fetch` does
 */
export async function fetchInTime(
  request: Request,
  init: RequestInit,
  limits: { readonly ordinary: number; readonly patient: number } = { ordinary: ORDINARY_MS, patient: PATIENT_MS },
): Promise<Response> {
  const name = new URL(request.url).pathname.replace(/^\/rpc\//, '');
  const over = new AbortController();
  let late = false;
  const timer = setTimeout(
    () => {
      late = true;
      over.abort();
    },
    patient.has(name) ? limits.patient : limits.ordinary,
  );
  // AbortSignal.any is younger than some of the windows this runs in
  const asked = init.signal ?? request.signal;
  const leave = () => over.abort(asked.reason);
  if (asked.aborted) leave();
  asked.addEventListener('abort', leave);
  try {
    const { status, statusText, headers, body } = await globalThis.fetch(request, { ...init, signal: over.signal });
    const bytes = body === null ? null : await new Response(body).arrayBuffer();
    return new Response(bytes?.byteLength ? bytes : null, { status, statusText, headers });
  } catch (error) {
    throw late ? new NoAnswer('no answer in time') : error;
  } finally {
    clearTimeout(timer);
    asked.removeEventListener('abort', leave);
  }
}
