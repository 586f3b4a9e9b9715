import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { nodeFile, type RunningCore, root } from './core-process.ts';

/** Lets the core keep the end of its audit trail, takes the last lines out of the database behind its back, and starts it again. */
export async function cutTrail(core: RunningCore): Promise<void> {
  await core.stop();
  const mark = join(core.dataFolder, 'audit.anchor');
  for (let tries = 0; !existsSync(mark) || statSync(mark).size === 0; tries += 1) {
    if (tries > 100) throw new Error('the core kept no mark of the end of its trail');
    await pause(50);
  }
  // in a process of the project's own Node: the native part is built for no other
  const cut = `const Database = require('better-sqlite3');
    const database = new Database(process.argv[1]);
    const { changes } = database.prepare('delete from audit where seq > (select max(seq) - 2 from audit)').run();
    database.close();
    if (changes !== 2) throw new Error('nothing was cut off');`;
  execFileSync(nodeFile, ['-e', cut, join(core.dataFolder, 'kulkul.db')], { cwd: root });
  await core.restart();
}
