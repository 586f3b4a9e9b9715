import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What came after Chrome 114, the oldest that the page is built for (electron.vite.config.ts). No build step puts it in. */
const younger =
  /\b(?:Map|Object)\.groupBy\b|\bPromise\.(?:withResolvers|try)\b|\bArray\.fromAsync\b|\bURL\.(?:parse|canParse)\b|\bRegExp\.escape\b|\bIterator\.from\b|\.(?:symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/;

test('what runs in the page is no younger than the oldest browser it is built for', () => {
  const folders = ['src-renderer', 'src-main/contract', 'src-main/text', 'src-main/words'];
  const found = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .filter((name) =>
        readFileSync(join(root, folder, name), 'utf8')
          .split('\n')
          .some((line) => !/^\s*(?:\*|\/\*|\/\/)/.test(line) && younger.test(line)),
      )
      .map((name) => join(folder, name)),
  );
  expect(found).toEqual([]);
});
