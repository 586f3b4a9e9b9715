import type { ReadDay } from './dates.ts';
import type { Context, Draft, Setting } from './draft.ts';
import { type NamedLeader, readDelegate } from './leaders.ts';
import { type Line, spanOf } from './lines.ts';
import type { ReadTime } from './times.ts';

/** Puts a day that was read into the draft (or answers it for a heading), with its doubts. */
export function takeDay(draft: Pick<Draft, 'doubt'>, line: Line, offset: number, read: ReadDay): Draft['day'] {
  const span = spanOf(line, offset + read.from, offset + read.to);
  const spans = span ? [span] : [];
  if (read.day === null) {
    draft.doubt('day_impossible', spans, { text: line.text.slice(offset + read.from, offset + read.to) });
    return null;
  }
  if (read.assumed === 'day') draft.doubt('day_assumed', spans, { day: read.day });
  if (read.assumed === 'year') draft.doubt('year_assumed', spans, { year: read.day.slice(0, 4) });
  if (read.differs) draft.doubt('weekday_differs', spans, { said: read.differs.said, is: read.differs.is });
  if (read.until) draft.doubt('several_days', spans, { until: read.until });
  return { value: read.day, spans, assumed: read.assumed !== null };
}

/** Puts a time into the draft. False when the draft has one already. */
export function takeTime(draft: Draft, context: Context, line: Line, offset: number, read: ReadTime): boolean {
  if (draft.startClock !== null) return false;
  const piece = (range: [number, number] | null) => {
    const span = range ? spanOf(line, offset + range[0], offset + range[1]) : null;
    return span ? [span] : [];
  };
  draft.startClock = { value: read.start, spans: piece(read.at.start), assumed: read.assumed };
  if (read.assumed) draft.doubt('time_assumed', piece(read.at.start), { clock: read.start });
  if (read.end !== null) draft.endClock = { value: read.end, spans: piece(read.at.end), assumed: false };
  if (read.openEnd) draft.openEnd = { value: true, spans: piece(read.at.end), assumed: false };
  if (read.durationDiffers !== null) {
    draft.doubt('duration_differs', [...piece(read.at.start), ...piece(read.at.end)], {
      minutes: read.durationDiffers,
    });
  }
  if (read.zone !== null) {
    draft.zone = { value: read.zone, spans: piece(read.at.zone), assumed: false };
    context.lastZone = { value: read.zone, spans: piece(read.at.zone), assumed: true };
  }
  return true;
}

/** Words that say the hour is not fixed yet. */
export const flexible = /menyesuaikan|situasional|kondisional|menunggu (?:jadwal|konfirmasi)|tbc|tba|waktu menyusul/iu;

export function leaveTimeOpen(draft: Draft, line: Line, from: number, to: number): void {
  draft.timeOpen = true;
  draft.doubt('time_missing', [spanOf(line, from, to)]);
}

/** Who stands in for the leaders of this item, or of the heading above it. False when nobody can be read, or nobody is stood in for. */
export function takeDelegate(
  draft: Draft,
  context: Context,
  line: Line,
  from: number,
  to: number,
  setting: Setting,
): boolean {
  const delegate = readDelegate(line, from, to, setting.leaders);
  const leaders: NamedLeader[] = (draft.ownLeaders ? draft.leaders : context.leaders).map((leader) => ({
    name: '',
    ...leader,
  }));
  if (!delegate || leaders.length === 0) return false;
  draft.leaders = leaders.map((leader) => (leader.answer === 'unknown' ? { ...leader, ...delegate } : leader));
  return true;
}

/** A remark on state, press or attendance: `tentatif`, `tertutup untuk media`, `batal`. False when it is none. */
export function takeRemark(draft: Draft, line: Line, from: number, to: number): boolean {
  const text = line.text.slice(from, to).trim();
  const span = spanOf(line, from, to);
  const spans = span ? [span] : [];
  if (/^(?:tentatif|tentative|belum (?:pasti|konfirmasi)|menunggu konfirmasi|tbc)\b/iu.test(text)) {
    draft.tentative = { value: true, spans, assumed: false };
  } else if (/^(?:terkonfirmasi|confirmed|fix|pasti|ok)\b/iu.test(text)) {
    draft.tentative = { value: false, spans, assumed: false };
  } else if (/^(?:batal|dibatalkan|cancel)/iu.test(text)) draft.doubt('looks_cancelled', spans);
  else if (/^(?:ditunda|reschedule|diundur|dijadwal(?:kan)? ulang)/iu.test(text)) draft.doubt('looks_postponed', spans);
  else if (/^tertutup\b/iu.test(text)) draft.pressAccess = { value: 'closed', spans, assumed: false };
  else if (/^terbatas\b/iu.test(text)) draft.pressAccess = { value: 'limited', spans, assumed: false };
  else if (/^terbuka\b/iu.test(text)) draft.pressAccess = { value: 'open', spans, assumed: false };
  else return false;
  return true;
}
