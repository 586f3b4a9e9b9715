import type { AgendaReading, FoundLeader, Proposal, ReadLeader, Span } from '../../../contract/agenda-reading.ts';
import { readActAlone } from './acts.ts';
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
  readOpening,
} from './fields.ts';
import { finish } from './finish.ts';
import { type Heading, readHeading } from './headings.ts';
import { type Labelled, readColumn, readLabel } from './labels.ts';
import { type NamedLeader, readDelegate, readLeaders } from './leaders.ts';
import { isLetter, newLetter, readLetterLine } from './letter.ts';
import { type Line, linesOf, spanOf, wholeSpan } from './lines.ts';
import type { Place } from './place.ts';
import { asksFor, decoration, introducesOnly, isAboutSheet, newcomer } from './polite.ts';
import { changeIn } from './read-change.ts';
import { readContent, readFree } from './read-item.ts';
import { resolveReference } from './reference.ts';
import { splitList, splitSentences } from './split-list.ts';
import { columnHeads, readHeader, readRow } from './table.ts';
import { takeRundownLine } from './take-field.ts';
import { relativeTime, takeDay } from './take-value.ts';
import { type ReadTime, readTime } from './times.ts';

/**
 * Reads a pasted agenda into proposals. Every value says where it was read; what was assumed is marked as a doubt, what was
 * not understood is told as spans. It changes nothing and never throws on any text.
 * @param text as pasted; spans in the answer are UTF-16 offsets into it
 */
export function readAgenda(text: string, setting: Setting): AgendaReading {
  return new Reader(setting).read(linesOf(text).flatMap(splitList).flatMap(splitSentences));
}

/**
 * `[20/11/25 07.12] Made: ` and `[19.02, 20/11/2025] Made: ` of a copied chat, `20/11/25 07.12 - Made: ` of an exported one; the year may
 * be missing.
 */
const chatHead =
  /^(?:\[(?:\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?,? \d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: [AP]M)?|\d{1,2}[.:]\d{2}(?:[.:]\d{2})?,? \d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)\]|\d{1,2}\/\d{1,2}\/\d{2,4},? \d{1,2}[.:]\d{2} -) [^:]{1,60}: /iu;
const forwarded =
  /^(?:diteruskan(?: berkali-kali)?|pesan (?:yang )?diteruskan|forwarded(?: many times)?(?: message)?|terusan|fwd?:?)[\s:]*$/iu;

const nothing = /^(?:nihil|kosong|libur|-+|tidak ada(?: kegiatan| agenda| acara)?|off)[.\s]*$/iu;

/** `Rapat internal 07.30 rabu 8 april ruang sekda`: an item of its own in a list of lines, each with its name, its day and its hour. */
function isOneLine(body: string, time: ReadTime, today: string): boolean {
  const rest = `${body.slice(0, time.from)} ${body.slice(time.to)}`;
  return readDay(rest, today) !== null && (rest.match(/\p{L}{3,}/gu) ?? []).length > 3;
}

class Reader {
  private readonly context: Context;
  private draft = new Draft();
  private opening: Opening['kind'] | null = null;
  /** The first day of a sheet for several days. */
  private weekFrom: string | null = null;
  /** The bullet that opened the item; other bullets inside of it begin its fields. */
  private mark: string | null = null;
  /** The number the item has in its list, and the items that had one: a later message may speak of `nomor 2`. */
  private number: number | null = null;
  private readonly numbered = new Map<number, Proposal>();
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
      staff: setting.staff ?? [],
      today: setting.today,
      lastZone: null,
      zoneUnsaid: false,
      act: null,
      letter: null,
      columns: null,
      columnHeads: [],
      standIn: null,
      cells: false,
    };
  }

  read(lines: Line[]): AgendaReading {
    if (isLetter(lines)) this.context.letter = newLetter();
    for (const [number, line] of lines.entries()) {
      this.passedOver.push(...line.struck.map(({ start, end }) => ({ start, end })));
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
      events: [],
    };
  }

  private readLine(line: Line, number: number): void {
    let from = chatHead.exec(line.text)?.[0].length ?? 0;
    if (from > 0) {
      this.pass(line, 0, from);
      this.draft.inRundown = false;
      // a message of its own
      this.gap = true;
    }
    from += decoration(line.text.slice(from));
    if (isPrintLine(line.text.slice(from)) || isAboutSheet(line.text.slice(from))) {
      this.close();
      this.pass(line, from, line.text.length);
      return;
    }
    if (from === 0 && this.context.letter && this.readLetter(line)) return;
    if (this.readTable(line, number)) return;
    const opening = this.openingOf(line.text.slice(from));
    if (this.readRequest(line, from)) return;
    if (this.context.letter && /^agenda\s*:/iu.test(line.text.slice(from))) {
      from += line.text.slice(from).indexOf(':') + 1;
      this.draft.inRundown = true;
      this.draft.touch(line);
      takeRundownLine(
        this.place(line, number),
        from + (readOpening(line.text.slice(from).trimStart())?.length ?? 0) + 1,
        line.text.length,
      );
      return;
    }
    if (this.readRundown(line, number, from, opening)) return;
    if (this.readStandIn(line, from)) return;
    if (this.readActLine(line, from) || this.readHeading(line, from, opening)) return;
    if (opening) from += opening.length;
    from += newcomer.exec(line.text.slice(from))?.[0].length ?? 0;
    const body = line.text.slice(from);
    const label = readLabel(body);
    if (this.isForm(line, from, body, label, opening)) return;
    if (this.isUnknownPart(line, from, body, label, opening)) return;
    if (this.beginsItem(line, from, body, label, opening)) this.open(opening);
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
    if (line.dropped) this.draft.takeAct('cancel', line, from, line.text.length);
    readContent(this.place(line, number), from);
  }

  private place(line: Line, number: number): Place {
    return { draft: this.draft, context: this.context, line, number, setting: this.setting, free: readFree };
  }

  private openingOf(text: string): Opening | null {
    if (this.context.cells && /^\d{1,3}$/u.test(text)) return { kind: 'number', length: text.length };
    return readOpening(text);
  }

  /** A line with nothing to keep before or between items: a greeting, a forwarding mark, the heading of a column. */
  private isForm(line: Line, from: number, body: string, label: Labelled | null, opening: Opening | null): boolean {
    if (opening && body.trim() === '' && !this.context.cells) {
      this.pass(line, 0, line.text.length);
      return true;
    }
    if (opening && /^(?:nihil|kosong|libur|tidak ada(?: kegiatan| agenda)?)[.\s]*$/iu.test(body))
      return this.passAll(line, from);
    if (!label && /^(?:kegiatan|acara|agenda|giat)\s*(?:ke\s*-?\s*|no\.?\s*)?\d{1,2}\s*[:.)]?$/iu.test(body)) {
      this.close();
      return this.passAll(line, from);
    }
    if (label || opening || !(this.draft.empty || this.gap)) return forwarded.test(body) && this.passAll(line, from);
    const column = body.length <= 40 && !body.includes(':') ? readColumn(body) : null;
    if (column !== null && (this.draft.empty || this.context.cells)) {
      if (column === 'none') this.context.cells = true;
      return this.passAll(line, from);
    }
    if (forwarded.test(body)) return this.passAll(line, from);
    return this.draft.empty &&
      isFurniture(body) &&
      !readTime(body) &&
      !changeIn({ line, setting: this.setting }, from, line.text.length)
      ? this.passAll(line, from)
      : false;
  }

  private passAll(line: Line, from: number): true {
    this.pass(line, from, line.text.length);
    return true;
  }

  /** `Dengan hormat, mengharap kehadiran Mbak Wabup pada:` says whom what follows is for; other words of that kind say nothing. */
  private readRequest(line: Line, from: number): boolean {
    if (this.context.letter) return false;
    const body = line.text.slice(from);
    const asked = this.draft.empty || this.gap ? asksFor(body) : null;
    const leaders = asked ? readLeaders(line, from + asked.from, from + asked.to, this.setting.leaders) : null;
    if (leaders) {
      this.close();
      this.setLeaders(leaders);
      this.headings.push(wholeSpan(line));
      return true;
    }
    return this.draft.empty && introducesOnly(body) && !readDay(body, this.setting.today) && this.passAll(line, from);
  }

  /**
   * `Ibu Ketua:` alone, where other parts have their leaders: a part for somebody who is not known. The leaders of the part before must not
   * stand in for them.
   */
  private isUnknownPart(
    line: Line,
    from: number,
    body: string,
    label: Labelled | null,
    opening: Opening | null,
  ): boolean {
    if (label || opening || !(this.draft.empty || this.gap) || this.context.leaders.length === 0) return false;
    if (!/^[\p{L}.'’() /-]{3,40}:\s*$/u.test(body) || isFurniture(body) || readDay(body, this.setting.today))
      return false;
    this.close();
    this.context.leaders = [];
    const span = spanOf(line, from, line.text.length);
    if (span) this.notUnderstood.push(span);
    return true;
  }

  /** `➡️ Sekda:` in a list of who represents the leaders it is about. */
  private readStandIn(line: Line, from: number): boolean {
    if (this.context.act?.value !== 'delegate' || this.context.leaders.length === 0) return false;
    const match = /^[^\p{L}\p{N}]*(?<who>[\p{L}.,' ]{3,60}?)\s*:\s*$/u.exec(line.text.slice(from));
    if (!match?.groups?.who || readDay(match.groups.who, this.setting.today) || isFurniture(match.groups.who))
      return false;
    const at = from + match[0].indexOf(match.groups.who);
    const standIn = readDelegate(line, at, at + match.groups.who.length, this.setting.leaders);
    if (!standIn) return false;
    this.close();
    this.context.standIn = standIn;
    this.headings.push(wholeSpan(line));
    return true;
  }

  /** Lines of a letter that are not about the event. */
  private readLetter(line: Line): boolean {
    const { letter } = this.context;
    if (!letter) return false;
    const read = readLetterLine(letter, line, this.setting);
    if (read === 'event') return this.draft.inRundown && readLabel(line.text) === null;
    if (read === 'form') {
      if (this.draft.inRundown && !this.gap) return false;
      this.draft.inRundown = false;
      // the second line of a place or a name
      if (!this.draft.empty && !this.gap && !isFurniture(line.text) && this.draft.lengthen(line)) return true;
      this.draft.lastText = null;
    }
    this.pass(line, 0, line.text.length);
    return true;
  }

  private readTable(line: Line, number: number): boolean {
    const columns = readHeader(line, this.setting);
    if (columns) {
      this.close();
      this.context.columns = columns;
      this.context.columnHeads = columnHeads(line, columns, this.setting);
      this.headings.push(wholeSpan(line));
      return true;
    }
    if (!this.context.columns || !line.text.includes('|')) return false;
    this.open({ kind: 'number', length: 0 });
    return readRow(this.place(line, number), this.context.columns);
  }

  /** Lines under `Susunan Acara:`, up to a gap or another field. */
  private readRundown(line: Line, number: number, from: number, opening: Opening | null): boolean {
    if (!this.draft.inRundown) return false;
    const start = from + (opening?.length ?? 0);
    const body = line.text.slice(start);
    const label = readLabel(body);
    const other = label !== null && !['title', 'time', 'note', 'leaders', 'speech'].includes(label.field);
    if (other || (this.gap && this.draft.rundown !== null) || (isFurniture(body) && !readTime(body))) {
      this.draft.inRundown = false;
      return false;
    }
    this.draft.touch(line);
    takeRundownLine(this.place(line, number), start, line.text.length);
    return true;
  }

  /** `*DITUNDA*` alone: inside an item it speaks of that one, else of all that follows. */
  private readActLine(line: Line, from: number): boolean {
    const act = readActAlone(line.text.slice(from));
    if (!act) return false;
    if (!this.draft.empty && !this.gap && this.draft.title !== null) {
      this.draft.touch(line);
      this.draft.takeAct(act.act, line, from, line.text.length);
      this.draft.tellsOld = false;
      return true;
    }
    this.close();
    const span = spanOf(line, from, line.text.length);
    this.context.act = { value: act.act, spans: span ? [span] : [], assumed: false };
    if (span) this.headings.push(span);
    return true;
  }

  /** Whether a line sets the day or the leaders of what follows; it is taken when it does. */
  private readHeading(line: Line, from: number, opening: Opening | null): boolean {
    const { draft } = this;
    const heading = readHeading(
      line,
      from,
      {
        opening,
        empty: draft.empty,
        gap: this.gap,
        wantsDay: draft.title !== null && draft.day === null,
        hasStart: draft.startClock !== null,
        otherMark: this.mark !== null && opening?.mark !== undefined && opening.mark !== this.mark,
        weekFrom: this.weekFrom,
      },
      this.setting,
    );
    if (!heading) return false;
    this.close();
    this.take(line, heading);
    this.headings.push(wholeSpan(line));
    return true;
  }

  private take(line: Line, { leaders, day, act }: Heading): void {
    this.context.standIn = null;
    if (act === 'none') this.context.act = null;
    else if (act) this.context.act = { value: act, spans: [wholeSpan(line)], assumed: false };
    if (leaders) this.setLeaders(leaders);
    if (day) this.setDay(line, day.offset, day.read);
    // "AGENDA MINGGUAN (31 Agt - 4 Sept)": the Senin below is of that week
    if (
      day?.read.day &&
      (day.read.until || readDay(line.text.slice(day.offset + day.read.to), this.setting.today)?.day)
    )
      this.weekFrom = day.read.day;
  }

  private beginsItem(line: Line, from: number, body: string, label: Labelled | null, opening: Opening | null): boolean {
    if (this.draft.empty) return true;
    const field = label?.field ?? null;
    if (field && field !== 'time' && field !== 'title') return opening?.kind === 'number' && this.gap;
    if (field === 'title') return this.draft.title !== null;
    const time = readTime(body, field === 'time');
    const leads =
      time !== null && (field === 'time' || /^[^\p{L}\p{N}]*$/u.test(this.withoutDay(body.slice(0, time.from))));
    // "Ba'da Isya : Pengajian", "jam menyusul: tinjau pasar"
    const open =
      field === null &&
      (relativeTime.test(body) ||
        /^(?:(?:waktu|jam|pukul)\s+)?(?:menyusul|menyesuaikan|tentatif|tbc|tba)\s*[:|–-]/iu.test(body));
    if (open && this.draft.title !== null) return true;
    if (leads)
      return (
        this.draft.startClock !== null ||
        (this.draft.timeOpen && this.draft.title !== null) ||
        (opening?.kind === 'number' && this.draft.title !== null)
      );
    if (opening?.kind === 'number') return true;
    if (this.draft.title !== null && changeIn({ line, setting: this.setting }, from, line.text.length)) return true;
    if (opening?.mark && this.mark !== null && opening.mark !== this.mark && !this.gap) return false;
    if (opening?.kind === 'bullet')
      return time !== null && !(this.opening === 'bullet' && this.draft.title !== null)
        ? this.draft.startClock !== null
        : this.opening === 'bullet' || this.gap;
    if (time !== null && this.draft.startClock !== null && this.gap) return true;
    if (time !== null && !opening && this.draft.oneLine && isOneLine(body, time, this.setting.today)) return true;
    return (
      this.gap &&
      this.draft.title !== null &&
      this.draft.startClock !== null &&
      this.couldBeTitle(body) &&
      !isFurniture(body)
    );
  }

  /** `Senin 24/11 pkl `: a day before the clock leads as well. */
  private withoutDay(text: string): string {
    const day = text.length <= 60 ? readDay(text, this.setting.today) : null;
    return day ? `${text.slice(0, day.from)}${text.slice(day.to)}`.replace(/hari|tanggal|tgl\.?/giu, '') : text;
  }

  private couldBeTitle(body: string): boolean {
    return body.length >= 4 && !isDress(body) && !looksLikePlace(body) && !looksLikeAgency(body, this.setting.agencies);
  }

  private open(opening: Opening | null): void {
    this.close();
    this.opening = opening?.kind ?? null;
    this.number = opening?.number ?? null;
    this.mark = opening?.mark ?? null;
  }

  private close(): void {
    const { draft, number } = this;
    this.draft = new Draft();
    this.opening = null;
    this.number = null;
    if (draft.empty) return;
    this.passedOver.push(...draft.passedOver);
    if (draft.title && nothing.test(draft.title.value)) {
      this.passedOver.push(...draft.lines);
      return;
    }
    // "Ibu Wakil yang jam 10 tolong ditambah sambutan": talk about an event, and no name of one
    const talk = draft.act === null && draft.title !== null && /(?:^|\s)(?:yang|yg)$/iu.test(draft.title.value);
    if (talk || !draft.worth(this.context)) {
      this.notUnderstood.push(...draft.lines);
      return;
    }
    resolveReference(draft, this.numbered);
    const proposal = finish(draft, String(this.proposals.length + 1), this.context);
    this.proposals.push(proposal);
    if (draft.startClock && !draft.zone && !this.context.lastZone) this.context.zoneUnsaid = true;
    if (number !== null && proposal.act.value === 'add') this.numbered.set(number, proposal);
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
    if (leader.officialId !== null || leader.called === '') return;
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
