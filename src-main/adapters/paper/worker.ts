import { parentPort, workerData } from 'node:worker_threads';
import { calendarFile } from './calendar-file.ts';
import type { PaperAnswer, PaperRequest, PaperWork } from './protocol.ts';

/**
 * The thread that makes papers, started by papers.ts when the first is asked for and ended when none was for a while: laying out a
 * month takes half a second, which the core must not miss. Bundled as out/server/paper-worker.mjs. What makes PDF and DOCX is loaded
 * when it is first needed; a calendar needs neither.
 */
const fonts = (workerData as { fonts: string }).fonts;

// pdfmake is CommonJS and asks for its own folder, which a bundled module does not have; nothing lies there for it
Object.assign(globalThis, { __dirname: import.meta.dirname });

async function make(work: PaperWork): Promise<Uint8Array> {
  switch (work.make) {
    case 'daySheet':
      return (await import('./day-sheet-pdf.ts')).daySheetPdf(work.of, fonts);
    case 'assignmentLetter':
      return (await import('./assignment-letter-docx.ts')).assignmentLetterDocx(work.of);
    case 'calendar':
      return calendarFile(work.of);
  }
}

parentPort?.on('message', async ({ id, work }: PaperRequest) => {
  const answer: PaperAnswer = await make(work).then(
    (bytes) => ({ id, bytes }),
    // without what the paper says: this line may reach a log
    (error: unknown) => ({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
  parentPort?.postMessage(answer);
});
