import type { EventState } from '../../../../src-main/contract/agenda-nouns.ts';
import { type Lane, lanesOf, type Placed, SHORTEST } from './placing.ts';

/** Narrower than this an event cannot be read any more, in pixels. */
const LEAST = 60;
/** What the button of a crowd takes at the right, with its gap. */
const BUTTON = 44;

/** Events of one time that have no room beside the others; one button stands for them. */
export interface Crowd {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly events: readonly string[];
}

export interface Crowded {
  readonly shown: readonly Placed[];
  /** In the order of `shown`. */
  readonly lanes: readonly Lane[];
  /** Whether a crowd's button stands beside it. */
  readonly isBeside: readonly boolean[];
  readonly crowds: readonly Crowd[];
}

const off: readonly EventState[] = ['cancelled', 'postponed'];

/**
 * Parts of a day side by side as far as they can be read; where more overlap, those that take place come first, and the rest stands
 * behind a button for all of them.
 * @param parts in the order they are read
 * @param width of the column in pixels; null while it is not known
 */
export function crowdOf(parts: readonly Placed[], width: number | null): Crowded {
  const lanes = lanesOf(parts);
  const most = (room: number) => Math.max(1, Math.floor(room / LEAST));
  if (width === null || lanes.every((lane) => lane.lanes <= most(width)))
    return { shown: parts, lanes, isBeside: parts.map(() => false), crowds: [] };
  const found = new Map<Placed, { lane: Lane; isBeside: boolean }>();
  const crowds: Crowd[] = [];
  for (const chain of chainsOf(parts)) {
    const own = lanesOf(chain);
    if (own.every((lane) => lane.lanes <= most(width))) {
      chain.forEach((part, index) => {
        found.set(part, { lane: own[index] as Lane, isBeside: false });
      });
      continue;
    }
    const room = most(width - BUTTON);
    const live = chain.filter(({ event }) => !off.includes(event.state));
    const first = live.length > 0 ? live : chain;
    const taken = lanesOf(first);
    const shown = first.filter((_, index) => (taken[index]?.lane ?? 0) < room);
    const again = lanesOf(shown);
    shown.forEach((part, index) => {
      found.set(part, { lane: again[index] as Lane, isBeside: true });
    });
    crowds.push(...crowdsOf(chain.filter((part) => !shown.includes(part))));
  }
  const shown = parts.filter((part) => found.has(part));
  return {
    shown,
    lanes: shown.map((part) => found.get(part)?.lane as Lane),
    isBeside: shown.map((part) => found.get(part)?.isBeside ?? false),
    crowds,
  };
}

/** Parts that overlap, one with the next. */
function chainsOf(parts: readonly Placed[]): Placed[][] {
  const chains: Placed[][] = [];
  let until = -1;
  for (const part of [...parts].sort((one, other) => one.from - other.from)) {
    if (part.from >= until) chains.push([]);
    chains.at(-1)?.push(part);
    until = Math.max(until, drawnTo(part));
  }
  return chains;
}

/** Those that overlap share a button. */
function crowdsOf(hidden: readonly Placed[]): Crowd[] {
  return chainsOf(hidden).map((chain) => ({
    id: `+${chain[0]?.event.id}`,
    from: Math.min(...chain.map((part) => part.from)),
    to: Math.max(...chain.map(drawnTo)),
    events: chain.map((part) => part.event.id),
  }));
}

const drawnTo = (part: Placed) => Math.max(part.to, part.from + SHORTEST);
