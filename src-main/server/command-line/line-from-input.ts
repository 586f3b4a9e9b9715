import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/**
 * The first line of standard input, '' when there is none. At a terminal the question is asked first, and a hidden answer leaves no
 * trace on the screen; what is piped in is read without a word.
 */
export async function lineFromInput(question: string, { hidden = false } = {}): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) {
    const lines = createInterface({ input: stdin });
    for await (const line of lines) {
      lines.close();
      return line;
    }
    return '';
  }
  stderr.write(question);
  // readline puts the terminal into raw mode and writes back what is typed: into nowhere, when it must not be seen
  const nowhere = new Writable({ write: (_piece, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: hidden ? nowhere : stderr, terminal: true, historySize: 0 });
  return new Promise((done) => {
    let answer = '';
    lines.once('line', (line) => {
      answer = line;
      lines.close();
    });
    lines.once('SIGINT', () => {
      lines.close();
      stderr.write('\n');
      process.exit(130);
    });
    lines.once('close', () => {
      if (hidden) stderr.write('\n');
      done(answer);
    });
  });
}
