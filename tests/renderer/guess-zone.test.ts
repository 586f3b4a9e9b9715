import { expect, test } from 'vitest';
import { guessZone } from '../../src-renderer/screens/start/guess-zone.ts';

test.each([
  ['Denpasar', 'Asia/Makassar'],
  ['Kabupaten Badung', 'Asia/Makassar'],
  ['Makassar', 'Asia/Makassar'],
  ['Banjarmasin', 'Asia/Makassar'],
  ['Banjarnegara', 'Asia/Jakarta'],
  ['Banjarbaru', 'Asia/Makassar'],
  ['Pontianak', 'Asia/Jakarta'],
  ['Pekalongan', 'Asia/Jakarta'],
  ['Ternate', 'Asia/Jayapura'],
  ['Kota Jayapura', 'Asia/Jayapura'],
])('%s lies in %s', (city, zone) => {
  expect(guessZone(city)).toBe(zone);
});
