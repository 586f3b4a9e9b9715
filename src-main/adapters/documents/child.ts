import type { CalendarSummary } from '../../newsroom/agenda/files/documents.ts';
import { type Message, Refusing, type Results, type Work } from './protocol.ts';

/**
 * A document process: plain Node, started by documents.ts for one file and ended with it. Bundled as out/server/document-child.mjs. What
 * a file needs is loaded when it is known, so that a calendar does not wait for PDFium.
 */
const send = (message: Message) =>
  new Promise<void>((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error ? reject(error) : resolve()));
  });
/** Portions that the core may not have taken yet: it writes some while the next are read. */
const AHEAD = 12;
let untaken = 0;
let busy = false;
let more: () => void = () => {};
const told = (done: number, of: number | null) => void send({ is: 'told', done, of }).catch(() => {});

process.on('message', async (message: Work | 'more') => {
  if (message === 'more') {
    untaken--;
    return more();
  }
  busy = true;
  try {
    await send({ is: 'done', result: await work(message) });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (error instanceof Refusing) await send({ is: 'refused', code: error.code, params: error.params });
    else if (code === 'ENOSPC' || code === 'EDQUOT') await send({ is: 'refused', code: 'disk_full', params: {} });
    // what a library throws is about the file; the core has nothing to learn from its words
    else await send({ is: 'refused', code: 'file_broken', params: {} });
  }
  process.disconnect();
});

async function work(asked: Work): Promise<Results[keyof Results]> {
  switch (asked.do) {
    case 'look':
      return (await import('./look.ts')).look(asked.path);
    case 'calendar':
      return calendar(asked);
    case 'table':
      return (await import('./table.ts')).readTable(asked.path, asked.sheet);
    case 'text':
      return (await import('./text.ts')).readText(asked.path, told);
    case 'words':
      return (await import('./words.ts')).readWords(asked.path, told);
    case 'picture':
      return (await import('./pages.ts')).picture(asked.path, asked.page, asked.width, asked.target);
  }
}

async function calendar(asked: Extract<Work, { do: 'calendar' }>): Promise<CalendarSummary> {
  const [{ readFile }, { decode }, { readCalendar }] = await Promise.all([
    import('node:fs/promises'),
    import('./decode.ts'),
    import('./calendar/read-calendar.ts'),
  ]);
  const { text } = decode(await readFile(asked.path));
  return readCalendar(
    text,
    asked.setting,
    async (events, gone) => {
      untaken++;
      // not awaited: it would wait until the core has read it, and the core is writing
      send({ is: 'events', events, gone }).catch(() => {});
      // the pipe has its turn
      await new Promise((resolve) => setImmediate(resolve));
      while (untaken > AHEAD) await new Promise<void>((resolve) => (more = resolve));
    },
    told,
    new Set(asked.skip),
    // flushed before the rule is followed: a rule without an end keeps this process from ever saying so
    (line) => send({ is: 'trying', line }),
  );
}

await send({ is: 'ready' });
// while nobody has asked yet: of what is read, calendars are large
void import('./calendar/warm-up.ts').then(({ warmUp }) => warmUp(() => !busy)).catch(() => {});
// the core is gone, also after kill -9: nobody waits for an answer any more
process.on('disconnect', () => process.exit(0));
