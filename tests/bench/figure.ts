/** One measured figure beside its peer, measured in the same run. `ratio` is ours / peer. */
export interface Figure {
  readonly area: 'shell' | 'agenda' | 'releases' | 'photos' | 'distribution';
  readonly figure: string;
  readonly unit: string;
  readonly ours: number;
  readonly peer: number | null;
  readonly peerName: string;
  readonly better: 'higher' | 'lower';
  /** Ratio that the project wants; null for figures that are only watched. */
  readonly goal: number | null;
}

/** Prints a figure as one line of JSON. */
export function print(figure: Figure): void {
  const ratio = figure.peer === null || figure.peer === 0 ? null : round(figure.ours / figure.peer);
  const met =
    ratio === null || figure.goal === null
      ? null
      : figure.better === 'higher'
        ? ratio >= figure.goal
        : ratio <= figure.goal;
  console.log(
    JSON.stringify({
      ...figure,
      ours: round(figure.ours),
      peer: figure.peer === null ? null : round(figure.peer),
      ratio,
      met,
    }),
  );
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** The value below which `share` of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
