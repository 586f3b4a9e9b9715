// npm run kulkul -- <command>: sees to packages and build, then runs the command line with our own Node.
import { join } from 'node:path';
import { ensurePackages, ownNode, root, run } from './machine.mjs';

try {
  await ensurePackages();
  const { build } = await import('./build.mjs');
  await build(['server'], { quiet: true });
  process.exitCode = await run(ownNode(), [join(root, 'out/server/kulkul.mjs'), ...process.argv.slice(2)], {
    // paths are meant from where the person stands
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
