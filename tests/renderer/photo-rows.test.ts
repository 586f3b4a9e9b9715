import { expect, test } from 'vitest';
import { nearestIn, type PhotoRow, rowAt, rowsOf } from '../../src-renderer/screens/photos/photo-rows.ts';

const room = { width: 1000, wish: 168, gap: 4, below: 30 };
const mixed = Array.from({ length: 500 }, (_, index) => [1.5, 0.67, 1.5, 1.33, 2.4, 1, 0.6][index % 7] ?? 1);
const rightOf = (row: PhotoRow) => {
  const last = row.boxes.at(-1);
  return last === undefined ? 0 : last.left + last.width;
};

test('every photo stands in exactly one row, in order, and rows lie below each other', () => {
  const rows = rowsOf(mixed, room);
  expect(rows.flatMap((row) => row.boxes.map((_, place) => row.first + place))).toEqual(mixed.map((_, index) => index));
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    if (next !== undefined) expect(next.top).toBeCloseTo(row.top + row.height + room.below);
  }
});

test.each([320, 358, 760, 1000, 2400])(
  'at %i pixels all rows but the last reach the edge, near the wished height',
  (width) => {
    const wish = width < 600 ? 112 : 168;
    const rows = rowsOf(mixed, { ...room, width, wish });
    for (const row of rows.slice(0, -1)) {
      // but for a row that would grow too high
      if (row.height < wish * 1.29) expect(rightOf(row)).toBeCloseTo(width, 3);
      expect(row.height).toBeGreaterThan(wish * 0.6);
      expect(row.height).toBeLessThan(wish * 1.31);
    }
    expect(rightOf(rows.at(-1) as PhotoRow)).toBeLessThanOrEqual(width + 0.001);
  },
);

test('a photo wider than the page is made to fit it', () => {
  const [row] = rowsOf([2.4], { ...room, width: 300 });
  expect(row?.boxes).toEqual([{ left: 0, width: 300 }]);
});

test('arrows down and up find the photo whose middle is nearest', () => {
  const rows = rowsOf(
    Array.from({ length: 12 }, () => 1.5),
    room,
  );
  const perRow = rows[0]?.boxes.length ?? 0;
  expect(rowAt(rows, perRow)).toBe(1);
  expect(nearestIn(rows, 1, true)).toBe(perRow + 1);
  expect(nearestIn(rows, perRow + 1, false)).toBe(1);
  expect(nearestIn(rows, 1, false)).toBe(1);
});
