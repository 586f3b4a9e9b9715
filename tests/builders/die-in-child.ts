import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/**
 * Runs a builder in a process of its own that kills itself.
 * @param program file beside this one, such as `approve-and-die.ts`
 * @returns what it had told anybody before it died
 * @throws when it ended in another way
 */
export async function dieInChild(program: string, wish: object): Promise<string> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, program), JSON.stringify(wish)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let problems = '';
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (problems += text));
  const signal = await new Promise<string | null>((done) => child.once('close', (_code, by) => done(by)));
  if (signal === null) throw new Error(`it was not killed: ${out}${problems}`);
  return out;
}
