import { Temporal } from 'temporal-polyfill';
import type { Line } from './lines.ts';

const weekdays = ['sen', 'sel', 'rab', 'kam', 'jum', 'sab', 'min'];
const row =
  /^[^\p{L}\p{N}]*(?<weekday>senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|sen|sel|rab|rb|kam|kms|jum|sab|sbt|min|mgg)\.?[\s,]+(?<day>\d{1,2})\s*[:=–-]\s*(?<rest>\S.*)$/iu;
const item = /^(?:(?:pukul|pkl|jam)\.?\s*)?(?<hour>[01]?\d|2[0-3])(?:[.:](?<minute>[0-5]\d))?\s+(?=\p{L}{3})/iu;
const off = /^(?:libur|kosong|nihil|off|-|tidak ada)(?!\p{L})/iu;

/**
 * `Sen 23: 08 apel; 10 rapat staf`: a week in short, a day to a line, as lines with the day and the hour of each event written out. A line
 * of any other kind, or of a day that is not near, as it is.
 * @param today `2026-11-23`
 */
export function splitWeek(line: Line, today: string): Line[] {
  if (line.tooLong || line.blank || line.text.length > 400) return [line];
  const match = row.exec(line.text);
  const { weekday, day, rest } = match?.groups ?? {};
  if (!match || !weekday || !day || !rest) return [line];
  const month = monthOf(weekday, Number(day), today);
  const from = line.text.length - rest.length;
  if (month === null || off.test(rest)) return [line];
  const items: { at: number; text: string; head: RegExpExecArray }[] = [];
  let at = from;
  for (const text of rest.split(/[;,]/u)) {
    const lead = text.length - text.trimStart().length;
    const head = item.exec(text.trimStart());
    if (!head) {
      // "10 rapat staf, aula": goes on with the one before
      const before = items.at(-1);
      if (!before) return [line];
      before.text = line.text.slice(before.at, at + text.length);
    } else items.push({ at: at + lead, text: text.trim(), head });
    at += text.length + 1;
  }
  const dayAt = match.index + match[0].search(/\p{L}/u);
  const dayTo = line.text.indexOf(day, dayAt + weekday.length) + day.length;
  return items.map((one) => {
    const made = new Made(line);
    made.copy(dayAt, dayTo).add(`/${month}`).add(' ');
    const hourAt = one.at + one.head[0].search(/\d/u);
    const hour = one.head.groups?.hour ?? '';
    const minute = one.head.groups?.minute;
    made.copy(hourAt, hourAt + hour.length).add('.');
    if (minute) made.copy(hourAt + hour.length + 1, hourAt + hour.length + 3);
    else made.add('00');
    made.add(' ').copy(one.at + one.head[0].length, one.at + one.text.length);
    return made.line();
  });
}

/** The month in which the day is that weekday, nearest to today; null where there is none within six weeks. */
function monthOf(weekday: string, day: number, today: string): number | null {
  const now = Temporal.PlainDate.from(today);
  const short =
    { rb: 'rab', kms: 'kam', sbt: 'sab', mgg: 'min' }[weekday.toLowerCase()] ?? weekday.toLowerCase().slice(0, 3);
  const wanted = weekdays.indexOf(short) + 1;
  const near = Array.from({ length: 85 }, (_, add) => now.add({ days: add - 42 }))
    .filter((date) => date.day === day && date.dayOfWeek === wanted)
    .sort((a, b) => Math.abs(now.until(a).days) - Math.abs(now.until(b).days));
  return near[0]?.month ?? null;
}

/** A line put together from letters of another and letters that are only thought; these stand where the letter before them stood. */
class Made {
  private readonly of: Line;
  private text = '';
  private readonly at: number[] = [];

  constructor(of: Line) {
    this.of = of;
  }

  copy(from: number, to: number): this {
    this.text += this.of.text.slice(from, to);
    this.at.push(...this.of.at.slice(from, to));
    return this;
  }

  add(text: string): this {
    const last = this.at.at(-1) ?? this.of.span.start;
    this.text += text;
    for (let i = 0; i < text.length; i++) this.at.push(last);
    return this;
  }

  line(): Line {
    const text = this.text.replace(/[\s;,.]+$/u, '');
    const at = this.at.slice(0, text.length);
    const end = (at.at(-1) ?? this.of.span.start) + 1;
    return { ...this.of, text, at: [...at, end], span: { start: at[0] ?? this.of.span.start, end }, struck: [] };
  }
}
