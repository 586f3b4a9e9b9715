import type { QueryKey } from '@tanstack/react-query';
import { type Happening, type HappeningKind, happeningSchema } from '../src-main/contract/happenings.ts';
import { queryClient } from './client.ts';
import { isLineUp, lineDown, lineUp } from './house.ts';
import { corePulse } from './pulse.ts';

/**
 * What the core tells its pages, as exactly one stream per browser: HTTP/1.1 allows six connections per host, so tabs that each
 * hold one would block everything (measured). The tabs elect a leader; it holds the stream and repeats each happening to
 * the others over a BroadcastChannel.
 */

const PATH = '/happenings';
const LOCK = 'kulkul-happenings';
const CHANNEL = 'kulkul-happenings';

type Word =
  | { readonly type: 'happening'; readonly happening: Happening }
  | { readonly type: 'connected' }
  | { readonly type: 'lost' }
  /** The core is there. `everyMs` when it has just said how often it will say so. */
  | { readonly type: 'beat'; readonly everyMs?: number | undefined }
  /** Nothing is heard for a while, and that is meant. */
  | { readonly type: 'later' }
  /** A page misses the beats; timers of the one that holds the stream may be held back, because nobody sees it. */
  | { readonly type: 'silent' }
  | { readonly type: 'claim'; readonly id: string; readonly since: number }
  | { readonly type: 'leave'; readonly id: string };

/**
 * Areas of the contract whose answers may have changed. A slice that adds a kind of happening adds its line here.
 * `release.text` is absent on purpose: the editor follows the text itself, the list has nothing new.
 */
const touches: Readonly<Record<HappeningKind, readonly string[]>> = {
  'office.changed': ['office', 'session'],
  'people.changed': ['people', 'session'],
  'register.changed': ['register', 'agenda'],
  'session.ended': ['session'],
  'agenda.changed': ['agenda', 'agendaOut', 'agendaSettings', 'invitations', 'releases', 'register', 'notices'],
  'release.changed': ['releases', 'approval', 'agenda', 'distribution', 'whatsapp', 'site'],
  'release.text': [],
  'photos.changed': ['photos', 'agenda', 'releases', 'approval'],
  'import.progress': ['photos'],
  'delivery.changed': ['distribution', 'channels', 'whatsapp', 'site', 'releases'],
  'partners.changed': ['partners', 'distribution'],
  'channels.changed': ['channels', 'site', 'whatsapp', 'distribution', 'office'],
  'backup.changed': ['backup'],
  'notices.changed': ['notices'],
  'roster.changed': ['roster', 'session', 'approval'],
};

/** oRPC's query keys are `[path, options]`; a path of one matches the whole area. */
function areaKey(area: string): QueryKey {
  return [[area]];
}

type Listener = (happening: Happening) => void;
const listeners = new Set<Listener>();

/**
 * Hears of every happening, beside the invalidation that is done for everyone (editor text, import progress).
 * @returns how to stop listening
 */
export function onHappening(listen: Listener): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

/** Milliseconds within which happenings of one area are one look. */
const TOGETHER = 250;
/** The same for photos: while 200 come in there are many a second, and each look is at hundreds of them. */
const PHOTOS_TOGETHER = 1000;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

function lookAgain(area: string): void {
  if (waiting.has(area)) return;
  const look = () => {
    waiting.delete(area);
    // a look that is under way is not cut off, or a long one would never end while changes keep coming; the next one follows it
    if (queryClient.isFetching({ queryKey: areaKey(area) }) > 0) return lookAgain(area);
    void queryClient.invalidateQueries({ queryKey: areaKey(area) });
  };
  waiting.set(area, setTimeout(look, area === 'photos' ? PHOTOS_TOGETHER : TOGETHER));
}

function hear(happening: Happening): void {
  for (const area of touches[happening.kind]) lookAgain(area);
  for (const listen of listeners) listen(happening);
}

/** After a gap nobody knows what was missed: everything shown is looked at again. */
function hearNothingMissed(): void {
  lineUp();
  void queryClient.invalidateQueries();
}

/** Opens the stream again when this page holds it. */
let openAgain: (() => void) | null = null;

function hearBeat(everyMs: number | undefined): void {
  corePulse.beat(everyMs);
  // it was silent, or requests failed: what they asked for is asked again
  if (!isLineUp()) hearNothingMissed();
}

/**
 * Holds the stream until `signal` aborts. EventSource reconnects by itself; a closed one is opened again with patience. Whenever it
 * stands, everything shown is looked at again: nobody knows what was missed before, also by a holder that died.
 */
function holdStream(say: (word: Word) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = 1000;
    let openedAt = 0;

    const open = () => {
      source?.close();
      openedAt = Date.now();
      source = new EventSource(PATH, { withCredentials: true });
      corePulse.expect();
      source.addEventListener('ready', (message: MessageEvent<string>) => {
        say({ type: 'beat', everyMs: numberIn(message.data, 'beatMs') });
      });
      source.addEventListener('beat', () => say({ type: 'beat' }));
      source.addEventListener('later', (message: MessageEvent<string>) => {
        // too many windows: this one steps back, and the core is as well as before
        source?.close();
        say({ type: 'later' });
        clearTimeout(timer);
        timer = setTimeout(open, numberIn(message.data, 'afterMs') ?? 60_000);
      });
      source.onopen = () => {
        wait = 1000;
        // the first time, too: what was asked for before the stream stood may have changed since
        say({ type: 'connected' });
      };
      source.onmessage = (message: MessageEvent<string>) => {
        const parsed = happeningSchema.safeParse(readJson(message.data));
        corePulse.beat();
        if (parsed.success) say({ type: 'happening', happening: parsed.data });
      };
      source.onerror = () => {
        say({ type: 'lost' });
        if (source?.readyState !== EventSource.CLOSED) return;
        clearTimeout(timer);
        timer = setTimeout(open, wait);
        wait = Math.min(wait * 2, 15_000);
      };
    };
    const again = () => {
      // several pages miss the beats at once; one that is being opened gets its time
      if (Date.now() - openedAt < corePulse.everyMs * 3) return;
      clearTimeout(timer);
      open();
    };
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      source?.close();
      if (openAgain === again) openAgain = null;
      resolve();
    });
    openAgain = again;
    if (signal.aborted) resolve();
    else open();
  });
}

function numberIn(text: string, name: string): number | undefined {
  const found = (readJson(text) as Record<string, unknown> | null)?.[name];
  return typeof found === 'number' && found > 0 ? found : undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // no happening, like any other that this page does not know
    return null;
  }
}

/**
 * Starts to follow the core. Call once per page, when a person is signed in.
 * @returns how to stop (signing out, closing)
 */
export function followHappenings(): () => void {
  const stop = new AbortController();
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);

  const obey = (word: Word) => {
    if (word.type === 'happening') hear(word.happening);
    else if (word.type === 'connected') hearNothingMissed();
    else if (word.type === 'lost') lineDown();
    else if (word.type === 'beat') hearBeat(word.everyMs);
    else if (word.type === 'later') corePulse.stop();
    else if (word.type === 'silent' && !corePulse.isBeating) openAgain?.();
  };
  /** The leader hears its own words too. */
  const say = (word: Word) => {
    channel?.postMessage(word);
    obey(word);
  };

  // every page listens for itself, also one that does not hold the stream
  corePulse.whenSilent = () => {
    lineDown();
    openAgain?.();
    channel?.postMessage({ type: 'silent' } satisfies Word);
  };
  corePulse.expect();

  if (!channel) void holdStream(say, stop.signal);
  else if (typeof navigator.locks !== 'undefined') {
    channel.onmessage = (message: MessageEvent<Word>) => obey(message.data);
    navigator.locks
      .request(LOCK, { signal: stop.signal }, () => holdStream(say, stop.signal))
      .catch(() => {
        // Refused because this page stops to follow: that is meant. For any other reason nobody would lead, and the page grow old.
        if (!stop.signal.aborted) electByClaim(channel, say, obey, stop.signal);
      });
  } else {
    electByClaim(channel, say, obey, stop.signal);
  }

  return () => {
    stop.abort();
    corePulse.stop();
    channel?.close();
  };
}

/** A leader claims this often; a follower that hears none for three beats claims for itself. */
const BEAT = 1500;

/**
 * Election where Web Locks are missing: plain http on a LAN is no secure context. Every tab that wants to lead claims with the
 * time it began; the oldest claim wins, and a leader that hears an older one steps down. Two leaders for a moment do no
 * harm: happenings carry no content.
 */
function electByClaim(
  channel: BroadcastChannel,
  say: (word: Word) => void,
  obey: (word: Word) => void,
  signal: AbortSignal,
): void {
  const id = Math.random().toString(36).slice(2);
  const since = Date.now();
  let leading: AbortController | null = null;
  let heardAt = Date.now() - BEAT * 2;

  const claim = () => channel.postMessage({ type: 'claim', id, since } satisfies Word);
  const isOlder = (word: { id: string; since: number }) => word.since < since || (word.since === since && word.id < id);

  channel.onmessage = (message: MessageEvent<Word>) => {
    const word = message.data;
    if (word.type === 'claim') {
      if (!isOlder(word)) {
        if (leading) claim();
        return;
      }
      heardAt = Date.now();
      leading?.abort();
      leading = null;
    } else if (word.type === 'leave') heardAt = 0;
    else obey(word);
  };
  const beat = setInterval(() => {
    if (leading) claim();
    else if (Date.now() - heardAt > BEAT * 3) {
      leading = new AbortController();
      claim();
      void holdStream(say, leading.signal);
    }
  }, BEAT);
  const leave = () => {
    if (leading) channel.postMessage({ type: 'leave', id } satisfies Word);
  };
  window.addEventListener('pagehide', leave);
  signal.addEventListener('abort', () => {
    leave();
    clearInterval(beat);
    window.removeEventListener('pagehide', leave);
    leading?.abort();
  });
}
