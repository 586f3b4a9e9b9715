import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFile, type RunningCore, root } from './core-process.ts';

/** Changes the database of a core that is not running. @throws when no row was changed, with sqlite's words when it cannot be */
export function changeDatabase(core: RunningCore, sql: string): void {
  // in a process of the project's own Node: the native part is built for no other
  const change = `const Database = require('better-sqlite3');
    const database = new Database(process.argv[1]);
    const { changes } = database.prepare(process.argv[2]).run();
    database.close();
    if (changes === 0) throw new Error('nothing was changed');`;
  execFileSync(nodeFile, ['-e', change, join(core.dataFolder, 'kulkul.db'), sql], { cwd: root });
}

/** Lets the core keep the end of its audit trail, takes the last lines out of the database behind its back, and starts it again. */
export async function cutTrail(core: RunningCore): Promise<void> {
  // a core that ends in order keeps where its trail ends
  await core.stop();
  if (!existsSync(join(core.dataFolder, 'audit.anchor'))) throw new Error('the end of the trail was not kept');
  changeDatabase(core, 'delete from audit where seq > (select max(seq) - 2 from audit)');
  await core.restart();
}
