import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { departuresIn } from '../../../src-main/adapters/smtp/departures.ts';

const file = () => path.join(mkdtempSync(path.join(tmpdir(), 'kulkul-departures-')), 'surel-berangkat.log');

it('tells the next core which mails had left, and denies only what it can', () => {
  const at = file();
  const first = departuresIn(at, 'boot-1');
  expect(first.leftBefore('<a>')).toBe('perhaps');
  first.ready();
  first.mark('<a>');
  const second = departuresIn(at, 'boot-1');
  expect(second.leftBefore('<a>')).toBe('perhaps');
  expect(second.leftBefore('<b>')).toBe('no');
  second.ready();
  second.mark('<b>');
  expect(departuresIn(at, 'boot-1').leftBefore('<a>')).toBe('perhaps');
  second.clear();
  expect(departuresIn(at, 'boot-1').leftBefore('<b>')).toBe('no');
});

it('is not believed after the computer was started anew, nor where that cannot be told', () => {
  const at = file();
  const first = departuresIn(at, 'boot-1');
  first.ready();
  expect(departuresIn(at, 'boot-2').leftBefore('<a>')).toBe('perhaps');
  expect(departuresIn(at, null).leftBefore('<a>')).toBe('perhaps');
  const next = departuresIn(at, 'boot-2');
  next.ready();
  next.mark('<c>');
  expect(departuresIn(at, 'boot-2').leftBefore('<a>')).toBe('no');
  expect(departuresIn(at, 'boot-2').leftBefore('<c>')).toBe('perhaps');
});
