/**
 * Which texts hold words that this browser keeps and the core has not taken. The words themselves are in the text's local copy
 * (local-copy.ts), which is read only by who opens that text; without this list nobody would know that there is a reason to.
 *
 * One line per person, text and window: a window takes back its own line when the core has its words, and lines of windows that
 * are gone when their words, which it found in the copy, have arrived.
 */
const PREFIX = 'kulkul-unsent';
/** Words that no core takes, put aside out of the text's copy: one line per person, text and window, as above. */
const ASIDE = 'kulkul-aside';

export interface UnsentText {
  readonly releaseId: string;
  /** As it stood when the words were kept; may be empty. */
  readonly title: string;
}

/** Words of a text in a local copy of this browser. */
export interface KeptText extends UnsentText {
  /** The database of the copy. */
  readonly copy: string;
}

/** The database of a person's copy of a text. */
export function copyName(userId: string, releaseId: string): string {
  return `kulkul-text-${userId}-${releaseId}`;
}

/** The database into which a window puts what the core refused for good. */
export function asideName(userId: string, releaseId: string, window: string): string {
  return `kulkul-aside-${userId}-${releaseId}-${window}`;
}

/** A line of the list as it was seen. */
export interface UnsentLine {
  readonly key: string;
  readonly value: string;
}

const listeners = new Set<() => void>();
/** Texts whose words were offered and not taken, although the core answers. */
const stuck = new Set<string>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Notes that a window keeps words of a text. A browser without storage keeps no copies either. */
export function noteUnsent(userId: string, releaseId: string, window: string, title: string): void {
  try {
    localStorage.setItem(
      [PREFIX, userId, releaseId, window].join(':'),
      JSON.stringify({ title: title.slice(0, 300), at: Date.now() }),
    );
  } catch {
    // full or forbidden: the words are kept all the same, and found when the text is opened
  }
  tell();
}

/** Notes that a window put words aside, so that Beranda offers them to be copied. */
export function noteAside(userId: string, releaseId: string, window: string, title: string): void {
  try {
    localStorage.setItem([ASIDE, userId, releaseId, window].join(':'), JSON.stringify({ title: title.slice(0, 300) }));
  } catch {
    // full or forbidden: the window still shows them
  }
  tell();
}

/** What a person's windows put aside. */
export function asideTexts(userId: string): KeptText[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(`${ASIDE}:${userId}:`))
      .map((key) => {
        const [, , releaseId = '', window = ''] = key.split(':');
        const title = titleIn(localStorage.getItem(key) ?? '');
        return { releaseId, title, copy: asideName(userId, releaseId, window) };
      });
  } catch {
    // a browser that keeps nothing put nothing aside
    return [];
  }
}

/** Throws away what a copy holds, and takes it off the lists. Nobody gets these words back. */
export function discardKept(userId: string, { releaseId, copy }: KeptText): void {
  try {
    indexedDB.deleteDatabase(copy);
    if (copy === copyName(userId, releaseId)) forgetUnsent(unsentLines(userId, releaseId));
    else localStorage.removeItem([ASIDE, userId, releaseId, copy.slice(copy.lastIndexOf('-') + 1)].join(':'));
  } catch {
    // a browser that keeps nothing has nothing to throw away
  }
  tell();
}

/** The lines of one person, or of one text of theirs. */
export function unsentLines(userId: string, releaseId?: string): UnsentLine[] {
  const start = releaseId === undefined ? `${PREFIX}:${userId}:` : `${PREFIX}:${userId}:${releaseId}:`;
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(start))
      .map((key) => ({ key, value: localStorage.getItem(key) ?? '' }));
  } catch {
    // a browser that keeps nothing has nothing unsent
    return [];
  }
}

/** Takes lines back whose words have arrived; one that was written anew since it was seen stays. */
export function forgetUnsent(lines: readonly UnsentLine[]): void {
  if (lines.length === 0) return;
  try {
    for (const { key, value } of lines) if (localStorage.getItem(key) === value) localStorage.removeItem(key);
  } catch {
    // they are compared with the core's text once more, and nothing is missing then
  }
  tell();
}

/** Takes back what one window noted. */
export function forgetUnsentOf(userId: string, releaseId: string, window: string): void {
  const key = [PREFIX, userId, releaseId, window].join(':');
  forgetUnsent(unsentLines(userId, releaseId).filter((line) => line.key === key));
}

/** Texts of a person with words that were not sent, each once. */
export function unsentTexts(userId: string): UnsentText[] {
  const texts = new Map<string, UnsentText>();
  for (const { key, value } of unsentLines(userId)) {
    const releaseId = key.split(':')[2] ?? '';
    texts.set(releaseId, { releaseId, title: titleIn(value) });
  }
  return [...texts.values()];
}

function titleIn(value: string): string {
  try {
    const { title } = JSON.parse(value) as { title?: unknown };
    return typeof title === 'string' ? title : '';
  } catch {
    // somebody else wrote under our name
    return '';
  }
}

/** Texts that editors of this page have open, and how many. */
const open = new Map<string, number>();

/** An editor has the text open and sends its words itself. @returns how to say that it is closed */
export function holdText(releaseId: string): () => void {
  open.set(releaseId, (open.get(releaseId) ?? 0) + 1);
  return () => open.set(releaseId, (open.get(releaseId) ?? 1) - 1);
}

export function isTextOpen(releaseId: string): boolean {
  return (open.get(releaseId) ?? 0) > 0;
}

export function setStuck(releaseId: string, is: boolean): void {
  if (stuck.has(releaseId) === is) return;
  if (is) stuck.add(releaseId);
  else stuck.delete(releaseId);
  tell();
}

export function isStuck(releaseId: string): boolean {
  return stuck.has(releaseId);
}

/** Hears of changes here and in other windows. */
export function onUnsent(listener: () => void): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key === null || event.key.startsWith(PREFIX) || event.key.startsWith(ASIDE)) listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', hear);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', hear);
  };
}
