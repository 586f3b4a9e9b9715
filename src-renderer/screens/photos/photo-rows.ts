/** One row of photos edge to edge. All in CSS pixels. */
export interface PhotoRow {
  /** Index of its first photo. */
  readonly first: number;
  readonly top: number;
  /** Of the pictures, without the words below them. */
  readonly height: number;
  /** Left edge and width of each. */
  readonly boxes: readonly { readonly left: number; readonly width: number }[];
}

export interface RowRoom {
  /** Width there is. */
  readonly width: number;
  /** Height a row would like to have. */
  readonly wish: number;
  /** Between two photos of a row. */
  readonly gap: number;
  /** What each row needs below its pictures: their words and the distance to the next row. */
  readonly below: number;
}

/** A row of few photos grows no higher than so many times the wish: previews are not made for more. */
const mostGrowth = 1.3;

/**
 * Lays photos out in rows of one height each that fill the width; the last row stays at the wished height.
 * @param ratios width by height of each photo
 */
export function rowsOf(ratios: readonly number[], { width, wish, gap, below }: RowRoom): PhotoRow[] {
  const rows: PhotoRow[] = [];
  let top = 0;
  const close = (first: number, end: number, last: boolean) => {
    const mine = ratios.slice(first, end);
    const sum = mine.reduce((all, ratio) => all + ratio, 0);
    const fitting = (width - gap * (mine.length - 1)) / sum;
    const height = Math.min(fitting, wish * (last ? 1 : mostGrowth));
    let left = 0;
    const boxes = mine.map((ratio) => {
      const box = { left, width: ratio * height };
      left += box.width + gap;
      return box;
    });
    rows.push({ first, top, height, boxes });
    top += height + below;
  };
  let first = 0;
  let sum = 0;
  ratios.forEach((ratio, index) => {
    sum += ratio;
    const needed = sum * wish + gap * (index - first);
    if (needed < width) return;
    // with this photo the row is a little too full, without it a little too empty: what is nearer to the wish
    const fitting = (width - gap * (index - first)) / sum;
    const without = (width - gap * (index - first - 1)) / (sum - ratio);
    if (index > first && without / wish < wish / fitting) {
      close(first, index, false);
      first = index;
      sum = ratio;
      if (ratio * wish < width) return;
    }
    close(first, index + 1, false);
    first = index + 1;
    sum = 0;
  });
  if (first < ratios.length) close(first, ratios.length, true);
  return rows;
}

/** The row a photo stands in. */
export function rowAt(rows: readonly PhotoRow[], index: number): number {
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rows[middle]?.first ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** The photo above or below: of the neighbouring row the one whose middle is nearest. The same one where there is no such row. */
export function nearestIn(rows: readonly PhotoRow[], index: number, down: boolean): number {
  const at = rowAt(rows, index);
  const box = rows[at]?.boxes[index - (rows[at]?.first ?? 0)];
  const other = rows[at + (down ? 1 : -1)];
  if (box === undefined || other === undefined) return index;
  const middle = box.left + box.width / 2;
  let nearest = 0;
  other.boxes.forEach((one, place) => {
    const best = other.boxes[nearest];
    if (best === undefined) return;
    if (Math.abs(one.left + one.width / 2 - middle) < Math.abs(best.left + best.width / 2 - middle)) nearest = place;
  });
  return other.first + nearest;
}
