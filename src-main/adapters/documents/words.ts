import { createRequire } from 'node:module';
import path from 'node:path';
import { createWorker, OEM, PSM } from 'tesseract.js';
import { eachPage } from './pages.ts';
import type { Pages } from './protocol.ts';

/** Reads pictures of pages by their shapes: Tesseract with the Indonesian data that is installed beside it; nothing is fetched. */
export async function readWords(file: string, told: (done: number, of: number | null) => void): Promise<Pages> {
  const data = path.dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/ind/package.json'));
  let page = 0;
  let of = 1;
  const worker = await createWorker('ind', OEM.LSTM_ONLY, {
    langPath: path.join(data, '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
    logger: ({ status, progress }) => {
      if (status === 'recognizing text') told(page * 100 + Math.round(progress * 100), of * 100);
    },
    // a worker that fails answers its question with the failure
    errorHandler: () => {},
  });
  try {
    // one column of text of different sizes: the lines of an agenda stay lines
    await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_COLUMN, preserve_interword_spaces: '0' });
    const texts: string[] = [];
    const read = await eachPage(file, async (png, index, pages) => {
      page = index;
      of = pages;
      told(index * 100, pages * 100);
      const { data: found } = await worker.recognize(Buffer.from(png));
      texts.push(found.text.trim());
    });
    return { text: texts.join('\n\n').trim(), ...read };
  } finally {
    await worker.terminate();
  }
}
