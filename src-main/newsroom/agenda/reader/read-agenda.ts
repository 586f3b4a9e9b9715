import type { AgendaReading, FoundLeader, Proposal, ReadLeader, Span } from '../../../contract/agenda-reading.ts';
import { type ReadDay, readDay } from './dates.ts';
import { type Context, Draft, type Setting } from './draft.ts';
import {
  isDress,
  isFurniture,
  isPrintLine,
  isRule,
  looksLikeAgency,
  looksLikePlace,
  type Opening,
  readLabel,
  readOpening,
} from './fields.ts';
import { type NamedLeader, readLeaders } from './leaders.ts';
import { type Line, linesOf, spanOf, wholeSpan } from './lines.ts';
import { readContent } from './read-item.ts';
import { takeDay } from './take-value.ts';
import { readTime } from './times.ts';

/**
 * Reads a pasted agenda into proposals. Every value says where it was read; what was assumed is marked as a doubt, what was
 * not understood is told as spans. It changes nothing and never throws on any text.
 * @param text as pasted; spans in the answer are UTF-16 offsets into it
 */
export function readAgenda(text: string, setting: Setting): AgendaReading {
  return new Reader(setting).read(linesOf(text));
}

/** `[20/11/25 07.12] Made: ` of a copied chat, and `20/11/25 07.12 - Made: ` of an exported one. */
const chatHead =
  /^(?:\[\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: [AP]M)?\]|\d{1,2}\/\d{1,2}\/\d{2,4},? \d{1,2}[.:]\d{2} -) [^:]{1,60}: /iu;
const sheetHead =
  /^(?:perubahan |ralat |update |revisi |jadwal |rencana )*(?:agenda|jadwal)(?:\s+(?:kegiatan|harian|kerja|acara|resmi|pimpinan|dinas))*\s*/iu;

class Reader {
  private readonly context: Context;
  private draft = new Draft();
  private opening: Opening['kind'] | null = null;
  /** A blank line or a rule stood before this line. */
  private gap = false;
  private readonly proposals: Proposal[] = [];
  private readonly passedOver: Span[] = [];
  private readonly headings: Span[] = [];
  private readonly notUnderstood: Span[] = [];
  private readonly found = new Map<string, FoundLeader>();

  private readonly setting: Setting;

  constructor(setting: Setting) {
    this.setting = setting;
    this.context = {
      day: null,
      dayDoubts: [],
      dayImpossible: false,
      leaders: [],
      zone: setting.zone,
      today: setting.today,
      lastZone: null,
      changeNotice: null,
    };
  }

  read(lines: Line[]): AgendaReading {
    for (const [number, line] of lines.entries()) {
      this.passedOver.push(...line.struck);
      if (line.tooLong) {
        this.close();
        this.notUnderstood.push(line.span);
        this.gap = true;
        continue;
      }
      if (line.blank || isRule(line.text)) {
        this.gap = true;
        continue;
      }
      this.readLine(line, number);
      this.gap = false;
    }
    this.close();
    return {
      proposals: this.proposals,
      newLeaders: [...this.found.values()],
      passedOver: this.passedOver,
      headings: this.headings,
      notUnderstood: this.notUnderstood,
    };
  }

  private readLine(line: Line, number: number): void {
    let from = chatHead.exec(line.text)?.[0].length ?? 0;
    if (from > 0) this.pass(line, 0, from);
    const opening = readOpening(line.text.slice(from));
    if (isPrintLine(line.text.slice(from))) {
      this.close();
      this.pass(line, from, line.text.length);
      return;
    }
    if (this.isHeading(line, from, opening)) return;
    if (opening) from += opening.length;
    const body = line.text.slice(from);
    const label = readLabel(body);
    if (this.draft.empty && !label && !opening && isFurniture(body) && !readTime(body)) {
      this.pass(line, from, line.text.length);
      return;
    }
    if (this.beginsItem(body, label?.field ?? null, opening)) this.open(opening);
    else if (!label && !opening && isFurniture(body) && !readTime(body)) {
      this.close();
      this.pass(line, from, line.text.length);
      return;
    }
    if (this.draft.empty && !label && !opening && !readTime(body) && !this.couldBeTitle(body)) {
      const span = spanOf(line, from, line.text.length);
      if (span) this.notUnderstood.push(span);
      return;
    }
    if (opening || label) this.draft.listed = true;
    readContent(this.draft, this.context, line, number, from, this.setting);
  }

  /** Whether a line sets the day or the leaders of what follows; it is taken when it does. */
  private isHeading(line: Line, from: number, opening: Opening | null): boolean {
    const start = from + (opening?.length ?? 0);
    const sheet = sheetHead.exec(line.text.slice(start));
    if (sheet && !opening && !/^\s*[:=]/.test(line.text.slice(start + sheet[0].length)) && !/:\s*$/.test(sheet[0])) {
      if (this.takeSheetHead(line, start, start + sheet[0].length)) return true;
    }
    const spoken = isFurniture(line.text.slice(start))
      ? /\b(?:agenda|jadwal)\b(?:\s+(?:kegiatan|harian|kerja|acara))*\s*/iu.exec(line.text.slice(start))
      : null;
    if (spoken && this.takeSheetHead(line, start, start + spoken.index + spoken[0].length)) return true;
    return this.takeDayHeading(line, start, opening) || this.takeLeaderHeading(line, start, opening);
  }

  /** `AGENDA KEGIATAN BUPATI`, `Jadwal Wali Kota Kamis, 20 November 2025`, `PERUBAHAN AGENDA (Rev. 2)`. */
  private takeSheetHead(line: Line, from: number, rest: number): boolean {
    const words = line.text.slice(rest);
    const day = readDay(words, this.setting.today);
    const before = words
      .slice(0, day?.from ?? words.length)
      .replace(/[\s:,()–-]+$/u, '')
      .replace(/\bhari(?: ini)?$/iu, '')
      .trim();
    const leaders =
      before === ''
        ? null
        : readLeaders(line, rest, rest + words.indexOf(before) + before.length, this.setting.leaders);
    if (readTime(line.text)) return false;
    if (
      before !== '' &&
      !leaders &&
      !/^(?:\(?rev\b.*|pemerintah.*|kota .*|kabupaten .*|pemkot.*|pemkab.*|provinsi.*|hari)$/iu.test(before)
    )
      return false;
    this.close();
    if (/^(?:perubahan|ralat|revisi)/iu.test(line.text.slice(from))) this.context.changeNotice = wholeSpan(line);
    if (leaders) this.setLeaders(leaders);
    if (day) this.setDay(line, rest, day);
    this.headings.push(wholeSpan(line));
    return true;
  }

  private takeDayHeading(line: Line, from: number, opening: Opening | null): boolean {
    const label = readLabel(line.text.slice(from));
    if (label && label.field !== 'day') return false;
    const at = from + (label?.valueFrom ?? 0);
    const words = line.text.slice(at);
    const day = readDay(words, this.setting.today);
    if (!day) return false;
    const left = `${words.slice(0, day.from)} ${words.slice(day.to)}`.replace(
      /\b(?:hari|pada|tanggal|agenda)\b/giu,
      '',
    );
    if (/[\p{L}\p{N}]/u.test(left)) {
      // "Kamis, 20 November 2025 – WALI KOTA" heads a part for one leader.
      const leaders = label
        ? null
        : readLeaders(
            line,
            at + day.to + (words.slice(day.to).match(/^[\s:,–—|-]*/u)?.[0].length ?? 0),
            line.text.length,
            this.setting.leaders,
          );
      if (!leaders) return false;
      this.close();
      this.setLeaders(leaders);
    } else if (
      !this.draft.empty &&
      !this.gap &&
      this.draft.title &&
      this.draft.day === null &&
      (label || !this.draft.startClock)
    ) {
      return false;
    } else if (opening?.kind === 'bullet' && !this.draft.empty && !this.gap) return false;
    this.close();
    this.setDay(line, at, day);
    this.headings.push(wholeSpan(line));
    return true;
  }

  private takeLeaderHeading(line: Line, from: number, opening: Opening | null): boolean {
    if (readTime(line.text.slice(from))) return false;
    if (opening?.kind === 'bullet' && !this.draft.empty && !this.gap) return false;
    const marker = /^(?:👤|🧑‍💼|👨‍💼|👩‍💼|pimpinan\s*:|agenda\s*:?)\s*/iu.exec(line.text.slice(from))?.[0].length ?? 0;
    if (marker > 0 && !this.draft.empty && !this.gap) return false;
    const leaders = readLeaders(line, from + marker, line.text.length, this.setting.leaders);
    if (!leaders) return false;
    this.close();
    this.setLeaders(leaders);
    this.headings.push(wholeSpan(line));
    return true;
  }

  private beginsItem(body: string, label: string | null, opening: Opening | null): boolean {
    if (this.draft.empty) return true;
    if (label && label !== 'time' && label !== 'title') return opening?.kind === 'number' && this.gap;
    if (label === 'title') return this.draft.title !== null;
    const time = readTime(body, label === 'time');
    const leads = time !== null && (label === 'time' || /^[^\p{L}\p{N}]*$/u.test(body.slice(0, time.from)));
    if (leads) return this.draft.startClock !== null || (opening?.kind === 'number' && this.draft.title !== null);
    if (opening?.kind === 'number') return true;
    if (opening?.kind === 'bullet')
      return time !== null ? this.draft.startClock !== null : this.opening === 'bullet' || this.gap;
    if (time !== null && this.draft.startClock !== null && this.gap) return true;
    return (
      this.gap &&
      this.draft.title !== null &&
      this.draft.startClock !== null &&
      this.couldBeTitle(body) &&
      !isFurniture(body)
    );
  }

  private couldBeTitle(body: string): boolean {
    return body.length >= 4 && !isDress(body) && !looksLikePlace(body) && !looksLikeAgency(body, this.setting.agencies);
  }

  private open(opening: Opening | null): void {
    this.close();
    this.opening = opening?.kind ?? null;
  }

  private close(): void {
    const draft = this.draft;
    this.draft = new Draft();
    this.opening = null;
    if (draft.empty) return;
    this.passedOver.push(...draft.passedOver);
    if (!draft.worth(this.context)) {
      this.notUnderstood.push(...draft.lines);
      return;
    }
    const proposal = draft.finish(String(this.proposals.length + 1), this.context);
    this.proposals.push(proposal);
    for (const leader of proposal.leaders) this.remember(leader);
  }

  private setDay(line: Line, offset: number, day: ReadDay): void {
    const doubts = new Draft();
    this.context.day = takeDay(doubts, line, offset, day);
    this.context.dayDoubts = doubts.doubts;
    this.context.dayImpossible = day.day === null;
  }

  private setLeaders(leaders: readonly NamedLeader[]): void {
    this.context.leaders = leaders.map(({ name: _name, ...leader }) => leader);
    for (const leader of leaders) this.remember(leader);
  }

  private remember(leader: ReadLeader & { name?: string }): void {
    if (leader.officialId !== null) return;
    const before = this.found.get(leader.called);
    this.found.set(leader.called, {
      called: leader.called,
      name: before?.name || (leader.name ?? ''),
      position: leader.called,
      spans: before
        ? [...before.spans, ...leader.spans.filter((span) => !before.spans.some((old) => old.start === span.start))]
        : leader.spans,
    });
  }

  private pass(line: Line, from: number, to: number): void {
    const span = spanOf(line, from, to);
    if (span) this.passedOver.push(span);
  }
}
