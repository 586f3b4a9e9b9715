import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openVault } from '../../src-main/adapters/vault/vault.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kulkul-vault-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const file = () => join(folder, 'vault.json');
const content = () => JSON.parse(readFileSync(file(), 'utf8')) as Record<string, unknown>;
const value = <T>(outcome: { ok: boolean; value?: T }) => (outcome as { value: T }).value;

test('what is sealed is opened again, also after a restart, and is never the same twice', () => {
  const vault = openVault(folder, null);
  const sealed = vault.seal('kata sandi surel');
  expect(sealed).not.toContain('kata sandi');
  expect(vault.seal('kata sandi surel')).not.toBe(sealed);
  expect(openVault(folder, null).open(sealed)).toEqual({ ok: true, value: 'kata sandi surel' });
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

test('one changed byte, another key, a shortened tag: nothing opens', () => {
  const vault = openVault(folder, null);
  const bytes = Buffer.from(vault.seal('rahasia').slice(3), 'base64');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(vault.open(`v1.${bytes.toString('base64')}`).ok).toBe(false);
  expect(vault.open('v1.').ok).toBe(false);
  expect(openVault(folder, Buffer.alloc(32, 7)).open(vault.seal('rahasia')).ok).toBe(false);
});

test('the key the window hands over is used, and none is written', () => {
  writeFileSync(file(), JSON.stringify({ keyFromSystem: 'AAAA' }));
  const vault = openVault(folder, Buffer.alloc(32, 9));
  const sealed = vault.seal('rahasia');
  expect(vault.locked).toBe(false);
  expect(content()).not.toHaveProperty('key');
  // started without its window, the vault is locked and nothing is lost
  const alone = openVault(folder, null);
  expect(alone.locked).toBe(true);
  expect(alone.open(sealed)).toMatchObject({ ok: false, refusal: { code: 'vault_locked' } });
  expect(openVault(folder, Buffer.alloc(32, 9)).open(sealed).ok).toBe(true);
});

test('the recovery code opens a vault whose key is gone; only the newest code does', () => {
  const vault = openVault(folder, null);
  const sealed = vault.seal('rahasia');
  const old = value(vault.newRecoveryCode());
  const code = value(vault.newRecoveryCode());
  const { key: _, ...travels } = content();
  writeFileSync(file(), JSON.stringify(travels));

  const restored = openVault(folder, null);
  expect(restored.locked).toBe(true);
  expect(restored.open(sealed).ok).toBe(false);
  expect(restored.newRecoveryCode().ok).toBe(false);
  expect(restored.unlock(old)).toMatchObject({ ok: false, refusal: { field: 'code' } });
  expect(restored.unlock(` ${code.toLowerCase().replaceAll('-', '')} `).ok).toBe(true);
  expect(restored.open(sealed)).toEqual({ ok: true, value: 'rahasia' });
  expect(openVault(folder, null).open(sealed).ok).toBe(true);
});

test('what was sealed before the code came stays readable, with what was sealed earlier', () => {
  const first = openVault(folder, null);
  const early = first.seal('lama');
  const code = value(first.newRecoveryCode());
  const { key: _, ...travels } = content();
  writeFileSync(file(), JSON.stringify(travels));

  const restored = openVault(folder, null);
  const late = restored.seal('baru');
  expect(restored.locked).toBe(true);
  expect(restored.open(late).ok).toBe(true);
  expect(restored.unlock(code).ok).toBe(true);
  for (const vault of [restored, openVault(folder, null)]) {
    expect(vault.open(early)).toEqual({ ok: true, value: 'lama' });
    expect(vault.open(late)).toEqual({ ok: true, value: 'baru' });
    expect(vault.locked).toBe(false);
  }
});

test('a draft that was left with the key in it is swept', () => {
  openVault(folder, null);
  writeFileSync(`${file()}.new`, readFileSync(file()));
  openVault(folder, null);
  expect(readdirSync(folder)).toEqual(['vault.json']);
});

test('the key store away for a day: what is typed meanwhile gets a new key, and the old one comes back with the store', () => {
  writeFileSync(file(), JSON.stringify({ keyFromSystem: 'AAAA' }));
  const before = openVault(folder, Buffer.alloc(32, 9)).seal('lama');
  const away = openVault(folder, null);
  const meanwhile = away.seal('baru');
  expect(content()).toMatchObject({ older: [{ keyFromSystem: 'AAAA' }] });
  expect(away.keysAway).toBe(true);
  // nobody has a code for it, so nobody is asked for one
  expect(away.locked).toBe(false);

  // the window opens it once the key store is back
  const now = content() as { key: string; older: object[] };
  writeFileSync(
    file(),
    JSON.stringify({ ...now, older: [{ ...now.older[0], key: Buffer.alloc(32, 9).toString('base64') }] }),
  );
  for (const vault of [openVault(folder, null), openVault(folder, null)]) {
    expect(vault.open(before)).toEqual({ ok: true, value: 'lama' });
    expect(vault.open(meanwhile)).toEqual({ ok: true, value: 'baru' });
    expect(vault.keysAway).toBe(false);
  }
  expect(JSON.stringify(content())).not.toContain(Buffer.alloc(32, 9).toString('base64'));
  expect(content().older).toEqual([{ sealed: expect.any(String) }]);
});
