import { describe, expect, test } from 'vitest';
import { isOurName, readHostName } from '../../src-main/server/host-names.ts';

describe('a name given by the admin', () => {
  test.each([
    ['redaksi.example.go.id', { name: 'redaksi.example.go.id', port: null }],
    ['Redaksi.Example.go.id.', { name: 'redaksi.example.go.id', port: null }],
    ['redaksi.example:8443', { name: 'redaksi.example', port: '8443' }],
    ['10.0.0.7', { name: '10.0.0.7', port: null }],
    ['fd00::7', { name: 'fd00::7', port: null }],
    ['[fd00::7]:8443', { name: 'fd00::7', port: '8443' }],
  ])('%s', (given, read) => expect(readHostName(given)).toEqual(read));

  test.each([
    '',
    'https://redaksi.example',
    'redaksi.example/x',
    'a b',
    'ayu@redaksi.example',
    'redaksi.example:porta',
  ])('%j is none', (given) => expect(readHostName(given)).toBeNull());
});

describe('a request', () => {
  const local = { address: '192.168.1.7', port: 8443 };
  const from = { kind: 'tcp', address: '192.168.1.9', secure: true, local } as const;
  const names = [{ name: 'redaksi.example', port: null }];
  test.each([
    ['https://redaksi.example/', true],
    ['https://redaksi.example:8443/', true],
    ['https://192.168.1.7:8443/', true],
    ['https://localhost:8443/', true],
    ['https://192.168.1.7/', false],
    ['https://192.168.1.8:8443/', false],
    ['https://x.redaksi.example/', false],
    ['https://redaksi.example.evil.example/', false],
    ['https://localhost.evil.example:8443/', false],
  ])('to %s: %s', (url, taken) => expect(isOurName(new URL(url), from, names)).toBe(taken));
});
