import { useSyncExternalStore } from 'react';
import type { Import, ImportFile } from '../../../../src-main/contract/photo-nouns.ts';
import type { Refusal } from '../../../../src-main/contract/refusals.ts';
import { isLineDown, queryClient, refusalOf, rpc } from '../../../client.ts';
import { desk } from '../../../desk.ts';
import { onHappening } from '../../../happenings.ts';
import { sendFile } from './send-file.ts';

/** A batch on its way, outside of React: it goes on while one looks at other screens. */
export interface Upload {
  /** Of the page; the import has its own id once the core has given it one. */
  readonly key: number;
  readonly importId: string | null;
  readonly eventId: string | null;
  readonly state: 'preparing' | 'sending' | 'offline' | 'paused' | 'finished' | 'cancelled' | 'failed';
  readonly total: number;
  readonly totalBytes: number;
  /** Bytes that are safe, of those that had to be sent. */
  readonly sentBytes: number;
  /** Bytes a second over the last seconds; 0 while nothing is known. */
  readonly speed: number;
  readonly files: readonly ImportFile[];
  /** Names that could not be read any more. */
  readonly unreadable: readonly string[];
  /** Why it did not begin, or why it stands still. */
  readonly refusal: Refusal | null;
  readonly error: unknown;
}

interface Running {
  upload: Upload;
  /** What a person chose, until the core has taken the batch: a refused one can be offered again as it is. */
  chosen: readonly File[];
  /** By the file's id. */
  sources: Map<string, File>;
  stop: AbortController;
  /** Moments and bytes of the last seconds. */
  pace: { at: number; bytes: number }[];
}

const running = new Map<number, Running>();
const listeners = new Set<() => void>();
let shown: readonly Upload[] = [];
let nextKey = 1;

/** Two at a time: one is on the line while the other is flushed and read back by the core. */
const lanes = 2;
const paceMilliseconds = 6000;

function tell(): void {
  shown = [...running.values()].map(({ upload }) => upload);
  for (const listener of listeners) listener();
}

function change(run: Running, fields: Partial<Upload>): void {
  run.upload = { ...run.upload, ...fields };
  tell();
}

/** All batches that were begun in this page and not put away. */
export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}

/** Begins a batch. With the desktop window on the core's own computer only the paths travel. */
export async function startUpload(files: readonly File[], eventId: string | null): Promise<void> {
  if (files.length === 0) return;
  const run: Running = {
    upload: {
      key: nextKey++,
      importId: null,
      eventId,
      state: 'preparing',
      total: files.length,
      totalBytes: files.reduce((sum, file) => sum + file.size, 0),
      sentBytes: 0,
      speed: 0,
      files: [],
      unreadable: [],
      refusal: null,
      error: null,
    },
    chosen: files,
    sources: new Map(),
    stop: new AbortController(),
    pace: [],
  };
  running.set(run.upload.key, run);
  tell();
  await begin(run);
}

/** Whether a batch that the core refused as a whole can be offered again: nothing of it was begun. */
export function mayBeginAgain({ state, importId }: Upload): boolean {
  return state === 'failed' && importId === null;
}

/** Offers a refused batch once more, after *disk full* for one. */
export async function beginAgain(key: number): Promise<void> {
  const run = running.get(key);
  if (run === undefined || !mayBeginAgain(run.upload)) return;
  change(run, { state: 'preparing', refusal: null, error: null });
  await begin(run);
}

async function begin(run: Running): Promise<void> {
  const { chosen: files } = run;
  const { eventId } = run.upload;
  try {
    const byPath = await beginByPath(files, eventId);
    if (byPath !== null) return follow(run, byPath);
    const begun = await rpc.photos.importBegin({
      eventId,
      files: files.map((file) => ({ name: file.name.slice(0, 255), size: file.size, lastModified: file.lastModified })),
    });
    begun.files.forEach((file, index) => {
      const source = files[index];
      if (source !== undefined) run.sources.set(file.id, source);
    });
    run.chosen = [];
    await send(run, begun);
  } catch (error) {
    change(run, { state: 'failed', error, refusal: refusalOf(error) });
  }
}

/** Goes on with an import of an earlier page: files of the same name and size fit. Gives how many fit. */
export async function continueUpload(open: Import, files: readonly File[]): Promise<number> {
  const sources = new Map<string, File>();
  const left = [...files];
  for (const file of open.files) {
    if (file.state !== 'waiting') continue;
    const at = left.findIndex((source) => source.name === file.name && source.size === file.size);
    const [source] = at < 0 ? [] : left.splice(at, 1);
    if (source !== undefined) sources.set(file.id, source);
  }
  if (sources.size === 0) return 0;
  const run: Running = {
    upload: { ...emptyOf(open), key: nextKey++ },
    chosen: [],
    sources,
    stop: new AbortController(),
    pace: [],
  };
  running.set(run.upload.key, run);
  tell();
  try {
    await send(run, open);
  } catch (error) {
    change(run, { state: 'failed', error, refusal: refusalOf(error) });
  }
  return sources.size;
}

function emptyOf(one: Import): Upload {
  return {
    key: 0,
    importId: one.id,
    eventId: one.eventId,
    state: 'sending',
    total: one.files.length,
    totalBytes: one.totalBytes,
    sentBytes: one.receivedBytes,
    speed: 0,
    files: one.files,
    unreadable: [],
    refusal: null,
    error: null,
  };
}

/** Null where paths are not known or not allowed: a browser, or a window joined to another computer's core. */
async function beginByPath(files: readonly File[], eventId: string | null): Promise<Import | null> {
  if (desk === undefined) return null;
  const paths = files.map((file) => desk?.pathOf(file) ?? '');
  if (paths.some((path) => path === '')) return null;
  try {
    return await rpc.photos.importPaths({ eventId, paths });
  } catch (error) {
    const code = refusalOf(error)?.code;
    if (code === 'not_allowed' || code === 'not_found') return null;
    throw error;
  }
}

/** The core copies by itself; the page only looks. */
function follow(run: Running, begun: Import): void {
  const see = (one: Import) => {
    note(run, one.receivedBytes);
    const state = { open: 'sending', paused: 'paused', finished: 'finished', cancelled: 'cancelled' } as const;
    change(run, {
      importId: one.id,
      files: one.files,
      totalBytes: one.totalBytes,
      sentBytes: one.receivedBytes,
      speed: speedOf(run),
      state: state[one.state],
    });
  };
  see(begun);
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    try {
      see(await rpc.photos.importState({ importId: begun.id }));
    } catch (error) {
      // a broken line is waited out, and the next look tells; anything else would be the same the next time
      if (isLineDown(error)) change(run, { state: 'offline' });
      else change(run, { state: 'failed', error, refusal: refusalOf(error) });
    } finally {
      looking = false;
    }
  };
  const stopHearing = onHappening((happening) => {
    if (happening.kind === 'import.progress' && happening.importId === begun.id) void look();
  });
  const timer = setInterval(() => {
    if (!['sending', 'paused', 'offline'].includes(run.upload.state)) {
      clearInterval(timer);
      stopHearing();
    } else void look();
  }, 1500);
}

async function send(run: Running, begun: Import): Promise<void> {
  change(run, {
    importId: begun.id,
    state: 'sending',
    files: begun.files,
    totalBytes: begun.totalBytes,
    sentBytes: begun.receivedBytes,
    refusal: null,
  });
  const queue = begun.files.filter((file) => file.state === 'waiting' && run.sources.has(file.id));
  const { signal } = run.stop;
  const work = async () => {
    while (!signal.aborted && run.upload.state !== 'paused' && run.upload.state !== 'failed') {
      const file = queue.shift();
      const source = file === undefined ? undefined : run.sources.get(file.id);
      if (file === undefined || source === undefined) return;
      const sent = await sendFile(begun.id, file, source, signal, (received, online) => {
        putFile(run, { ...(fileOf(run, file.id) ?? file), received });
        if (run.upload.state === 'sending' || run.upload.state === 'offline')
          change(run, { state: online ? 'sending' : 'offline' });
      });
      if (sent.end === 'told') putFile(run, sent.file);
      else if (sent.end === 'unreadable') {
        putFile(run, { ...file, received: file.size, state: 'cancelled' });
        change(run, { unreadable: [...run.upload.unreadable, file.name] });
      } else if (sent.end === 'refused') {
        if (sent.refusal.code === 'disk_full') change(run, { state: 'paused', refusal: sent.refusal });
        else if (sent.refusal.code === 'import_closed') change(run, { state: 'cancelled' });
        else change(run, { state: 'failed', refusal: sent.refusal });
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  if (run.upload.state === 'sending' || run.upload.state === 'offline') change(run, { state: 'finished', speed: 0 });
  void queryClient.invalidateQueries({ queryKey: [['photos']] });
}

function fileOf(run: Running, id: string): ImportFile | undefined {
  return run.upload.files.find((file) => file.id === id);
}

function putFile(run: Running, file: ImportFile): void {
  const files = run.upload.files.map((one) => (one.id === file.id ? file : one));
  const sentBytes = files.reduce((sum, one) => sum + one.received, 0);
  note(run, sentBytes);
  change(run, { files, sentBytes, speed: speedOf(run) });
}

function note(run: Running, bytes: number): void {
  const now = performance.now();
  run.pace.push({ at: now, bytes });
  while (run.pace.length > 2 && now - (run.pace[0]?.at ?? now) > paceMilliseconds) run.pace.shift();
}

function speedOf({ pace }: Running): number {
  const [first, last] = [pace[0], pace.at(-1)];
  if (first === undefined || last === undefined || last.at - first.at < 300) return 0;
  return Math.max(0, ((last.bytes - first.bytes) / (last.at - first.at)) * 1000);
}

/** Stops what has not arrived; what is in the archive stays. */
export async function cancelUpload(key: number): Promise<void> {
  const run = running.get(key);
  if (run === undefined) return;
  run.stop.abort();
  change(run, { state: 'cancelled', speed: 0 });
  if (run.upload.importId === null) return;
  try {
    const one = await rpc.photos.importCancel({ importId: run.upload.importId });
    change(run, { files: one.files });
  } catch (error) {
    change(run, { error });
  }
}

/** After *disk full*: asks whether there is room now, and goes on. */
export async function resumeUpload(key: number): Promise<void> {
  const run = running.get(key);
  if (run === undefined || run.upload.importId === null) return;
  try {
    const one = await rpc.photos.importResume({ importId: run.upload.importId });
    if (run.sources.size === 0) follow(run, one);
    else await send(run, one);
  } catch (error) {
    change(run, { refusal: refusalOf(error), error: refusalOf(error) === null ? error : null });
  }
}

/** Puts a finished batch away. */
export function forgetUpload(key: number): void {
  running.delete(key);
  tell();
}

/** Leaving would cut it off; the browser asks first. */
window.addEventListener('beforeunload', (event) => {
  const sending = [...running.values()].some(
    ({ upload, sources }) => sources.size > 0 && ['preparing', 'sending', 'offline', 'paused'].includes(upload.state),
  );
  if (sending) event.preventDefault();
});
