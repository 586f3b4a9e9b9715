import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { audience } from '../../src-main/contract/happenings.ts';
import { refusalCodes } from '../../src-main/contract/refusals.ts';
import { rightSchema } from '../../src-main/contract/rights.ts';
import { refusals as enRefusals } from '../../src-main/words/en/refusals.ts';
import { refusals as idRefusals } from '../../src-main/words/id/refusals.ts';
import { en } from '../../src-renderer/words/en/index.ts';
import { id } from '../../src-renderer/words/id/index.ts';

function leaves(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[path, value]]);
  return new Map(Object.entries(value).flatMap(([key, part]) => [...leaves(part, path ? `${path}.${key}` : key)]));
}

const root = join(import.meta.dirname, '../..');
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(root, folder, name));
}

describe('the words of the page', () => {
  const indonesian = leaves(id);
  const english = leaves(en);

  test('English has exactly the keys of Indonesian', () => {
    expect([...english.keys()].sort()).toEqual([...indonesian.keys()].sort());
  });

  test('what has words in one language has them in the other', () => {
    const empty = (words: Map<string, unknown>) => [...words].filter(([, word]) => word === '').map(([key]) => key);
    expect(empty(english)).toEqual(empty(indonesian));
  });

  test('every word is said somewhere', () => {
    const page = sources('src-renderer').filter((file) => !/[\\/]words[\\/](?:id|en)[\\/]/.test(file));
    const texts = page.map((file) => readFileSync(file, 'utf8'));
    const said = new Set(texts.flatMap((text) => [...text.matchAll(/[.'](\w+)\b/g)].map(([, word]) => word)));
    const keys = Object.entries(id).flatMap(([group, words]) => Object.keys(words).map((key) => [group, key] as const));
    const unsaid = keys.filter(([, key]) => !said.has(key)).map((named) => named.join('.'));
    expect(unsaid).toEqual([]);
  });

  test('nothing technical is said', () => {
    const technical = /\b(error|payload|server error|null|undefined|exception|token|timeout|status code)\b/i;
    const said = [...indonesian].filter(([, word]) => typeof word === 'string' && technical.test(word));
    expect(said.map(([key]) => key)).toEqual([]);
  });
});

describe('refusals', () => {
  test.each(refusalCodes)('%s says in both languages what to do, also without parameters', (code) => {
    for (const sentence of [idRefusals[code]({}), enRefusals[code]({})]) {
      expect(sentence.length).toBeGreaterThan(20);
      expect(sentence).not.toMatch(/undefined|NaN|\s\s/);
      expect(sentence.trimEnd()).toMatch(/[.?!]$/);
    }
    expect(idRefusals[code]({})).not.toBe(enRefusals[code]({}));
  });
});

test('every act of the audit trail has its words', () => {
  const areas =
    'office|people|register|agenda|approval|releases|photos|distribution|partners|channels|site|whatsapp|backup';
  const literal = new RegExp(`'((?:${areas})\\.[a-z]+(?:-[a-z]+)*)'`, 'g');
  // Rights and happenings are written the same way.
  const others = new Set<string>([...rightSchema.options, ...Object.keys(audience)]);
  const acts = new Set<string>();
  for (const file of sources('src-main/newsroom'))
    for (const [, act] of readFileSync(file, 'utf8').matchAll(literal)) if (act && !others.has(act)) acts.add(act);
  expect(acts.size).toBeGreaterThan(20);
  expect([...acts].filter((act) => !(act in id.audit.acts))).toEqual([]);
});
