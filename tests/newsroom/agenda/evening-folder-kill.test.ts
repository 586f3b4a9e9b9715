import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { agendaDesk } from '../../builders/agenda-desk.ts';
import { hasReader, textOfPdf } from '../../builders/independent-readers.ts';

const desk = agendaDesk();
const program = resolve('tests/builders/write-sheets-and-die.ts');
/** `npm run crash` dies at every act, `npm test` at every third: before, within and after each of the files all the same. */
const stride = process.env.KULKUL_LONG ? 1 : 3;
const reader = hasReader('pdftotext') ? '' : ' (left out: pdftotext is not on this computer)';

/** Today's sheet lies there and is to be another one, tomorrow's is to come: an old file that is replaced, and a new one. */
it.skipIf(reader !== '')(
  `kill -9 before and within acts on the folder at 17.00: no sheet is ever broken, and the next start writes them all${reader}`,
  async () => {
    const place = mkdtempSync(join(tmpdir(), 'kulkul mati '));
    const folder = join(place, 'Agenda');
    const today = await desk.confirmed({ title: 'Hari ini lama', end: null });
    await desk.confirmed({ title: 'Besok', start: '2025-11-21T08:00', end: null });
    desk.test.clock.set('2025-11-19T08:00:00Z');
    await desk.client.agendaOut.changeFolder({
      on: true,
      folder,
      clock: '17:00',
      files: [{ edition: 'internal', per: 'all' }],
      version: 0,
    });
    desk.test.clock.set('2025-11-19T09:00:10Z');
    await desk.test.core.start();
    await desk.test.core.runner.idle();
    writeFileSync(join(folder, 'punya orang.pdf'), 'bukan milik kita');
    await desk.client.agenda.change({ id: today.id, version: 1, title: 'Hari ini baru' });
    const now = '2025-11-20T09:00:10Z';
    desk.test.clock.set(now);
    await desk.test.core.stop();
    const kept = join(place, 'simpanan');
    cpSync(folder, join(kept, 'folder'), { recursive: true });
    cpSync(desk.test.folder, join(kept, 'data'), { recursive: true });

    const pdfs = () => readdirSync(folder).filter((name) => name.startsWith('Agenda'));
    const names = [
      'Agenda 2025-11-20 Semua Pimpinan (internal).pdf',
      'Agenda 2025-11-21 Semua Pimpinan (internal).pdf',
    ];
    /** What each sheet says; a broken file makes the reader fail. */
    const told = () => {
      const sheets: Record<string, string | undefined> = {};
      for (const name of pdfs()) {
        const bytes = readFileSync(join(folder, name));
        expect(bytes.subarray(-6).toString()).toContain('%%EOF');
        sheets[name] = /Hari ini lama|Hari ini baru|Besok/.exec(textOfPdf(bytes))?.[0];
      }
      return sheets;
    };
    expect(told()).toEqual({ [names[0] ?? '']: 'Hari ini lama' });

    /** The folder and the office as they were, and a core process on them that dies at this act; 0 to live. */
    const runTo = (step: number) => {
      for (const [from, to] of [
        ['folder', folder],
        ['data', desk.test.folder],
      ] as const) {
        rmSync(to, { recursive: true });
        mkdirSync(to);
        cpSync(join(kept, from), to, { recursive: true });
      }
      const wish = JSON.stringify({ dataFolder: desk.test.folder, folder, now, step });
      return spawnSync(process.execPath, [program, wish], { encoding: 'utf8' });
    };
    const lived = runTo(0);
    expect(lived.status, lived.stderr).toBe(0);
    const { written, steps } = JSON.parse(lived.stdout);
    expect(written).toMatchObject({ ok: true });
    expect(steps).toBeGreaterThan(12);

    const seen = new Set<string>();
    for (let step = steps; step >= 1; step -= stride) {
      const run = runTo(step);
      expect(run.signal, run.stderr).toBe('SIGKILL');
      const sheets = told();
      expect(['Hari ini lama', 'Hari ini baru'], `step ${step}`).toContain(sheets[names[0] ?? '']);
      expect([undefined, 'Besok'], `step ${step}`).toContain(sheets[names[1] ?? '']);
      seen.add(JSON.stringify(sheets));
      // killed and started again: by the job that waits for its hour
      await desk.test.reopen();
      await desk.test.core.start();
      await desk.test.core.runner.idle();
      expect(told(), `after step ${step}`).toEqual({ [names[0] ?? '']: 'Hari ini baru', [names[1] ?? '']: 'Besok' });
      expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
      expect(readFileSync(join(folder, 'punya orang.pdf'), 'utf8')).toBe('bukan milik kita');
      await desk.test.core.stop();
    }
    // before the first, between the two, after both
    expect(seen.size).toBe(3);
    await desk.test.reopen();
    rmSync(place, { recursive: true });
  },
  180_000,
);
