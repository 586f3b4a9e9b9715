import type { Doubt, DoubtCode, Proposal, ReadLeader, Span } from '../../../contract/agenda-reading.ts';
import type { Zone } from '../../../contract/basics.ts';
import { endDayOf } from '../end-day.ts';
import { farDay } from './far-day.ts';
import { kindOfTitle } from './fields.ts';
import type { Line } from './lines.ts';
import { spanOf } from './lines.ts';
import type { KnownPerson } from './people.ts';

interface Piece<T> {
  readonly value: T;
  readonly spans: Span[];
  readonly assumed: boolean;
}

/** What the reader is told beside the text. */
export interface Setting {
  /** `2025-11-20` at the office. */
  readonly today: string;
  readonly zone: Zone;
  readonly leaders: readonly KnownPerson[];
  /** Names of agencies, full and short. */
  readonly agencies: readonly string[];
}

/** What holds for every proposal that follows, until another heading says otherwise. */
export interface Context {
  day: Piece<string> | null;
  dayDoubts: Doubt[];
  /** The heading names a day that no calendar has; today must not stand in for it. */
  dayImpossible: boolean;
  leaders: ReadLeader[];
  /** The zone of the office; used, and said so, where an item names none. */
  readonly zone: Zone;
  /** The day of reading; taken, and said so, where the text names no day. */
  readonly today: string;
  /** A zone that stood beside a time before: people write it once. */
  lastZone: Piece<Zone> | null;
  changeNotice: Span | null;
}

/** A proposal while its lines are read. */
export class Draft {
  title: Piece<string> | null = null;
  titleLine = -1;
  day: Piece<string> | null = null;
  startClock: Piece<string> | null = null;
  endClock: Piece<string> | null = null;
  openEnd: Piece<boolean> | null = null;
  zone: Piece<Zone> | null = null;
  venue: Piece<string> | null = null;
  organizer: Piece<string> | null = null;
  dressCode: Piece<string> | null = null;
  companions: Piece<string> | null = null;
  note: Piece<string> | null = null;
  pressAccess: Proposal['pressAccess'] = null;
  releaseNeeded: Piece<boolean> | null = null;
  tentative: Piece<boolean> | null = null;
  leaders: ReadLeader[] = [];
  /** The item names its own leaders; those of the heading do not count. */
  ownLeaders = false;
  /** The time was spoken of, but is none: `menyesuaikan`. */
  timeOpen = false;
  /** It names a day that no calendar has; the day of the heading must not stand in for it. */
  dayImpossible = false;
  /** Opened by numbering, a bullet or a label, so that a title alone is an item. */
  listed = false;
  readonly doubts: Doubt[] = [];
  readonly notUnderstood: Span[] = [];
  /** Read, and nothing in it to keep. */
  readonly passedOver: Span[] = [];
  private first: Line | null = null;
  private last: Line | null = null;
  private readonly touched: Span[] = [];

  touch(line: Line): void {
    this.first ??= line;
    this.last = line;
    const span = spanOf(line, 0, line.text.length);
    if (span) this.touched.push(span);
  }

  get empty(): boolean {
    return this.first === null;
  }

  /** Whether it is worth proposing: a time says so; a title alone only in a list or with a day or place of its own. */
  worth(context: Context): boolean {
    if (this.startClock !== null) return true;
    if (this.title === null) return false;
    if (this.timeOpen || this.listed || this.day !== null) return true;
    // Under a heading a line alone may be anything; with a place or an organizer it is an event whose time is missing.
    const headed = context.day !== null || context.dayImpossible || context.leaders.length > 0;
    return headed && (this.venue !== null || this.organizer !== null || this.dressCode !== null);
  }

  /** Every line it was read from, for when it is not worth proposing. */
  get lines(): readonly Span[] {
    return this.touched;
  }

  get span(): Span {
    return { start: this.first?.span.start ?? 0, end: this.last?.span.end ?? 0 };
  }

  doubt(code: DoubtCode, spans: (Span | null)[] = [], params: Doubt['params'] = {}): void {
    this.doubts.push({ code, spans: spans.filter((span) => span !== null), params });
  }

  miss(line: Line, from: number, to: number): void {
    const span = spanOf(line, from, to);
    if (span) this.notUnderstood.push(span);
  }

  pass(line: Line, from: number, to: number): void {
    const span = spanOf(line, from, to);
    if (span) this.passedOver.push(span);
  }

  /** Puts a text into an empty field, or adds it where the field can hold more (`joint`). False when it is taken. */
  put(
    field: 'venue' | 'organizer' | 'dressCode' | 'companions' | 'note',
    line: Line,
    from: number,
    to: number,
    joint: string | null = null,
  ): boolean {
    const span = spanOf(line, from, to);
    if (!span) return true;
    const value = trimmed(line.text.slice(from, to));
    const before = this[field];
    if (before === null) this[field] = { value, spans: [span], assumed: false };
    else if (joint !== null)
      this[field] = { value: before.value + joint + value, spans: [...before.spans, span], assumed: false };
    else return false;
    return true;
  }

  putTitle(line: Line, lineNumber: number, from: number, to: number): void {
    const span = spanOf(line, from, to);
    if (!span) return;
    const value = trimmed(line.text.slice(from, to));
    if (value === '') return;
    this.title = this.title
      ? { value: `${this.title.value} ${value}`, spans: [...this.title.spans, span], assumed: false }
      : { value, spans: [span], assumed: false };
    this.titleLine = lineNumber;
  }

  /** The finished proposal, with everything a person should look at. */
  finish(key: string, context: Context): Proposal {
    const impossible = this.dayImpossible || (this.day === null && context.dayImpossible);
    const day = impossible ? null : (this.day ?? context.day ?? { value: context.today, spans: [], assumed: true });
    if (this.day === null && !this.dayImpossible) this.doubts.push(...context.dayDoubts);
    if (day?.spans.length === 0 && context.dayDoubts.length === 0) this.doubt('day_assumed', [], { day: day.value });
    const far = day ? farDay(day.value, context.today) : null;
    if (day && far) this.doubt(far, day.spans);
    if (this.title === null) this.doubt('title_missing');
    if (this.startClock === null && !this.timeOpen) this.doubt('time_missing');
    const zone = this.zone ?? context.lastZone ?? { value: context.zone, spans: [], assumed: true };
    if (zone.spans.length === 0 && this.startClock)
      this.doubt('zone_assumed', this.startClock.spans, { zone: zone.value });
    // Which day it is does not matter for whether the clocks make a night.
    const endDay =
      this.startClock && this.endClock
        ? endDayOf(day?.value ?? context.today, this.startClock.value, this.endClock.value)
        : null;
    if (this.startClock && this.endClock && endDay === null) {
      this.doubt('end_before_start', [...this.startClock.spans, ...this.endClock.spans]);
    }
    if (context.changeNotice) this.doubt('looks_changed', [context.changeNotice]);
    const leaders = this.ownLeaders ? this.leaders : withAnswers(context.leaders, this.leaders);
    for (const leader of leaders) {
      if (leader.officialId === null) this.doubt('leader_unknown', leader.spans, { called: leader.called });
      if (leader.delegateName !== null && leader.delegateId === null) {
        this.doubt('delegate_unknown', leader.delegateSpans, { name: leader.delegateName });
      }
    }
    return {
      key,
      span: this.span,
      kind: this.kind(),
      title: this.fit(this.title, 300),
      day,
      startClock: this.startClock,
      endClock: this.endClock,
      endDay: day && endDay,
      openEnd: this.openEnd,
      zone,
      venue: this.fit(this.venue, 300),
      organizer: this.fit(this.organizer, 300),
      dressCode: this.fit(this.dressCode, 100),
      companions: this.fit(this.companions, 500),
      note: this.fit(this.note, 5000),
      pressAccess: this.pressAccess,
      releaseNeeded: this.releaseNeeded,
      tentative: this.tentative,
      leaders,
      doubts: this.doubts,
      notUnderstood: this.notUnderstood,
      knownEventId: null,
    };
  }

  private kind(): Proposal['kind'] {
    const hit = this.title ? kindOfTitle(this.title.value) : null;
    return hit && this.title ? { value: hit.kind, spans: this.title.spans, assumed: true } : null;
  }

  private fit(piece: Piece<string> | null, max: number): Piece<string> | null {
    if (piece === null || piece.value.length <= max) return piece;
    this.doubt('too_long', piece.spans, { max });
    return { ...piece, value: piece.value.slice(0, max).trimEnd() };
  }
}

/** The heading's leaders, with what the item says about who stands in or is absent. */
function withAnswers(heading: readonly ReadLeader[], own: readonly ReadLeader[]): ReadLeader[] {
  const copies = heading.map((leader) => ({ ...leader }));
  for (const leader of own) {
    const same = copies.find((copy) => copy.called === leader.called);
    if (same) Object.assign(same, leader);
    else copies.push(leader);
  }
  return copies;
}

/** Without separators left over at the edges: `| Pembukaan :` -> `Pembukaan`. */
function trimmed(text: string): string {
  return text.replace(/^[\s|:;,–—→-]+/u, '').replace(/[\s|:;,–—-]+$/u, '');
}
