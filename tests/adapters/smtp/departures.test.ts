import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { departuresIn } from '../../../src-main/adapters/smtp/departures.ts';
import { canMount, smallDisk } from '../../builders/small-disk.ts';

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

it.skipIf(!canMount)('lets no mail go whose line a full disk cut short, nor loses the next one to it', () => {
  const disk = smallDisk(1);
  if (disk === null) throw new Error('no small disk');
  try {
    const at = path.join(disk.path, 'surel-berangkat.log');
    const first = departuresIn(at, 'boot-1');
    first.ready();
    const filler = path.join(disk.path, 'penuh');
    const handle = openSync(filler, 'w');
    expect(() => {
      for (;;) writeSync(handle, Buffer.alloc(4096));
    }).toThrow('ENOSPC');
    closeSync(handle);
    const marked: string[] = [];
    // what is left of the file's own block takes some more lines, and half of one
    expect(() => {
      for (let count = 0; ; count += 1) {
        const id = `<${'0'.repeat(56)}${count}>`;
        first.mark(id);
        marked.push(id);
      }
    }).toThrow('ENOSPC');
    rmSync(filler);
    first.mark('<sesudahnya>');
    const next = departuresIn(at, 'boot-1');
    for (const id of [...marked, '<sesudahnya>']) expect(next.leftBefore(id), id).toBe('perhaps');
    expect(next.leftBefore('<lain>')).toBe('no');
  } finally {
    disk.unmount();
  }
});
