import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeFile, root } from '../harness/core-process.ts';

/** A room, what a file in it imports, and the rule that must refuse it. */
const refused: readonly [string, string, string][] = [
  ['src-main/contract', '../newsroom/a.ts', 'contract-is-only-shapes'],
  ['src-main/contract', 'node:fs', 'contract-is-only-shapes'],
  ['src-main/text', 'react', 'text-has-no-dom'],
  ['src-main/text', 'node:crypto', 'text-has-no-dom'],
  ['src-main/words', '../newsroom/a.ts', 'words-only-know-the-contract'],
  ['src-main/newsroom', 'node:fs', 'newsroom-is-pure'],
  ['src-main/newsroom', 'kysely', 'newsroom-is-pure'],
  ['src-main/newsroom', '../adapters/smtp/a.ts', 'newsroom-is-pure'],
  ['src-main/procedures', 'kysely', 'procedures-are-thin'],
  ['src-main/jobs', 'node:fs', 'jobs-call-verbs'],
  ['src-main/adapters/smtp', '../site/a.ts', 'adapters-do-not-know-each-other'],
  ['src-main/adapters/smtp', '../../procedures/a.ts', 'adapters-stay-outside'],
  ['src-main/server', '../adapters/smtp/a.ts', 'only-core-builds-adapters'],
  ['src-main/procedures', '../core.ts', 'only-server-stands-on-core'],
  ['src-main/server', '../jobs/a.ts', 'server-is-around-the-core'],
  ['src-main/desktop', '../server/a.ts', 'desktop-starts-the-server-by-path'],
  ['src-main/server', 'electron', 'only-the-desktop-knows-electron'],
  ['src-renderer', '../src-main/newsroom/a.ts', 'page-asks-through-the-contract'],
  ['src-renderer', 'node:path', 'page-has-no-node'],
  ['src-main/server', '../../src-renderer/a.ts', 'core-has-no-screens'],
];

/** A room, and what a file in it may import. */
const allowed: readonly [string, string][] = [
  ['src-main/contract', 'zod'],
  ['src-main/text', '@tiptap/core'],
  ['src-main/newsroom', '../text/a.ts'],
  ['src-main/newsroom', 'temporal-polyfill'],
  ['src-main/procedures', '../newsroom/a.ts'],
  ['src-main/adapters/smtp', '../../newsroom/a.ts'],
  ['src-main/adapters/smtp', 'nodemailer'],
  ['src-main/server', '../core.ts'],
  ['src-main/desktop', 'electron'],
  ['src-main/desktop', '../contract/a.ts'],
  ['src-renderer', '../src-main/text/a.ts'],
];

// a little newsroom beside the real one, in which every rule is broken on purpose, by a file of its own
const folder = mkdtempSync(join(tmpdir(), 'kulkul-rules-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const broken = new Map<string, string[]>();
const comments = new Map<string, string>();

beforeAll(() => {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const rooms = [
    'contract',
    'text',
    'words',
    'newsroom',
    'procedures',
    'jobs',
    'adapters/smtp',
    'adapters/site',
    'server',
    'desktop',
  ];
  for (const room of rooms) write(`src-main/${room}/a.ts`, 'export const a = 1;\n');
  write('src-renderer/a.ts', 'export const a = 1;\n');
  write('src-main/core.ts', "import { a } from './adapters/smtp/a.ts';\nexport const b = a;\n");
  for (const [at, [room, imports]] of refused.entries()) write(`${room}/refused-${at}.ts`, `import '${imports}';\n`);
  for (const [at, [room, imports]] of allowed.entries()) write(`${room}/allowed-${at}.ts`, `import '${imports}';\n`);
  for (const name of ['node_modules', 'tsconfig.json']) symlinkSync(join(root, name), join(folder, name));

  const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const words = ['--config', join(root, 'build/import-rules.cjs'), '--output-type', 'json', 'src-main', 'src-renderer'];
  const { stdout, stderr } = spawnSync(nodeFile, [cruise, ...words], { cwd: folder, encoding: 'utf8' });
  if (!stdout.startsWith('{')) throw new Error(stderr);
  const { violations, ruleSetUsed } = JSON.parse(stdout).summary as {
    violations: { from: string; rule: { name: string } }[];
    ruleSetUsed: { forbidden: { name: string; comment?: string }[] };
  };
  for (const { name, comment } of ruleSetUsed.forbidden) comments.set(name, comment ?? '');
  for (const { from, rule } of violations) broken.set(from, [...(broken.get(from) ?? []), rule.name]);
});

for (const [at, [room, imports, rule]] of refused.entries()) {
  test(`${room} may not import ${imports}`, () => {
    expect(broken.get(`${room}/refused-${at}.ts`)).toContain(rule);
    // the person who broke it learns where the thing belongs
    expect(comments.get(rule)?.length).toBeGreaterThan(40);
  });
}

for (const [at, [room, imports]] of allowed.entries()) {
  test(`${room} may import ${imports}`, () => {
    expect(broken.get(`${room}/allowed-${at}.ts`)).toBeUndefined();
  });
}

test('core.ts may import an adapter', () => {
  expect(broken.get('src-main/core.ts')).toBeUndefined();
});
