import type { AgendaReading } from '../../../contract/agenda-reading.ts';
import { readActAlone } from './acts.ts';
import { hourNext, hoursAhead, signs } from './ahead.ts';
import { announced, blockAhead } from './announced.ts';
import { Answer } from './answer.ts';
import { applyHeading } from './apply-heading.ts';
import { beginsItem, couldBeTitle } from './begins-item.ts';
import { closeBySaying } from './close-by-saying.ts';
import { readDay } from './dates.ts';
import { type Context, Draft, newContext, type Setting } from './draft.ts';
import {
  isDress,
  isFurniture,
  isPrintLine,
  isRule,
  kindOfTitle,
  looksLikePlace,
  type Opening,
  readOpening,
} from './fields.ts';
import { formOf, isDayOff } from './form-lines.ts';
import { leadersAmong, readHeading } from './headings.ts';
import { joinLabels } from './label-above.ts';
import { type Labelled, readLabel } from './labels.ts';
import { readLeaders } from './leaders.ts';
import { isLetter, newLetter, readLetterLine } from './letter.ts';
import { type Line, linesOf, spanOf, wholeSpan } from './lines.ts';
import type { Place } from './place.ts';
import { asksFor, chatHead, decoration, introducesOnly, invites, isAboutSheet, newcomer } from './polite.ts';
import { changeIn } from './read-change.ts';
import { readContent, readFree } from './read-item.ts';
import { isUnknownPart, standInOf } from './sheet-parts.ts';
import { leadersFirst, settleSigns } from './signs.ts';
import { splitEvents, splitSigns } from './split-events.ts';
import { splitList, splitSentences } from './split-list.ts';
import { splitWeek } from './split-week.ts';
import { columnHeads, readHeader, readRow } from './table.ts';
import { takeField } from './take-field.ts';
import { takeLetterAgenda, takeRundownLine } from './take-told.ts';
import { readTime } from './times.ts';
import { callToMedia } from './to-media.ts';

/**
 * Reads a pasted agenda into proposals. Every value says where it was read; what was assumed is marked as a doubt, what was
 * not understood is told as spans. It changes nothing and never throws on any text.
 * @param text as pasted; spans in the answer are UTF-16 offsets into it
 */
export function readAgenda(text: string, setting: Setting): AgendaReading {
  const lines = joinLabels(linesOf(text))
    .flatMap((line) => splitWeek(line, setting.today))
    .flatMap(splitList)
    .flatMap((line) => splitEvents(line, setting.today));
  const parts = lines.flatMap(splitSigns).flatMap(splitSentences);
  return closeBySaying(text, new Reader(setting).read(settleSigns(parts, setting)));
}

const onlineHead =
  /^(?:join |link |tautan |via )?(?:zoom|google meet|g-?meet|ms teams|webex)(?: cloud)?(?: meetings?)?\s*:?$/iu;

class Reader {
  private readonly context: Context;
  private draft = new Draft();
  private opening: Opening['kind'] | null = null;
  /** The bullet that opened the item; other bullets inside of it begin its fields. */
  private mark: string | null = null;
  /** The number the item has in its list, and the items that had one: a later message may speak of `nomor 2`. */
  private number: number | null = null;
  /** A blank line or a rule stood before this line. */
  private gap = false;
  private readonly answer = new Answer();
  private lines: readonly Line[] = [];
  /** `Anda diundang untuk hadir dalam:` stood above; its name follows. */
  private namesNext = false;
  /** 👤 begins each event. */
  private leadersFirst = false;
  /** `Yth.` stood above; who is written to follows. */
  private addressed = false;
  private readonly setting: Setting;

  constructor(setting: Setting) {
    this.setting = setting;
    this.context = newContext(setting);
  }

  read(lines: Line[]): AgendaReading {
    this.lines = lines;
    this.context.buildingIsPlace = !lines.some(
      ({ text }) => (!/^(?:🏢|🏣)/u.test(text) && /📍|📌|🗺/u.test(text)) || readLabel(text)?.field === 'venue',
    );
    this.leadersFirst = leadersFirst(lines, this.setting);
    if (isLetter(lines)) this.context.letter = newLetter();
    for (const [number, line] of lines.entries()) {
      this.answer.passedOver.push(...line.struck.map(({ start, end }) => ({ start, end })));
      if (line.tooLong) {
        this.close();
        this.answer.notUnderstood.push(line.span);
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
    if (this.context.letter) this.answer.letterWithoutEvent();
    return this.answer.reading;
  }

  private readLine(line: Line, number: number): void {
    let from = chatHead.exec(line.text)?.[0].length ?? 0;
    if (from > 0) {
      this.answer.pass(line, 0, from);
      this.draft.inRundown = false;
      // a message of its own
      this.gap = true;
    }
    from += decoration(line.text.slice(from));
    const media = callToMedia(line.text.slice(from), this.setting);
    if (media > 0) {
      this.close();
      this.answer.pass(line, from, from + media);
      from += media;
      if (from >= line.text.length) return;
    }
    const words = line.text.slice(from);
    if (isPrintLine(words) || isAboutSheet(words) || isDayOff(words)) {
      this.close();
      this.answer.pass(line, from, line.text.length);
      return;
    }
    if (from === 0 && this.context.letter && this.readLetter(line)) return;
    if (this.readTable(line, number)) return;
    const rest = line.text.slice(from);
    const cell = this.context.cells && /^\d{1,3}$/u.test(rest);
    const opening: Opening | null = cell ? { kind: 'number', length: rest.length } : readOpening(rest);
    if (this.readAddressee(line, from)) return;
    if (this.readAnnouncement(line, number, from) || this.readLink(line, from)) return;
    if (this.readRequest(line, from)) return;
    if (takeLetterAgenda(this.place(line, number), from)) return;
    if (this.readRundown(line, number, from, opening)) return;
    if (this.readPart(line, from, false)) return;
    if (this.readActLine(line, from) || this.readHeading(line, number, from, opening)) return;
    if (opening) from += opening.length;
    const added = newcomer.exec(line.text.slice(from))?.[0].length ?? 0;
    from += added;
    const body = line.text.slice(from);
    const label = readLabel(body);
    if (!label && !opening && this.readOn(line, from, body)) return;
    if (this.readNotes(line, from, label, opening)) return;
    if (label?.field === 'title' && this.readPoints(line, number, from + label.valueFrom)) return;
    if (this.isForm(line, from, body, label, opening)) return;
    if (!label && !opening && (this.draft.empty || this.gap) && signs(this.lines, number, body)) {
      this.close();
      this.answer.pass(line, from, line.text.length);
      return;
    }
    if (!label && !opening && this.readPart(line, from, true)) return;
    if (!label && !opening && this.readPlaceFirst(line, number, from, body)) return;
    // "jalan sehat" above "hari/tgl :" names an event, whatever else it may look like
    const named: boolean =
      !label &&
      !opening &&
      (this.draft.empty || (this.gap && this.draft.startClock !== null)) &&
      this.dayBelow(number, body);
    if (
      named ||
      (added > 0 && opening !== null) ||
      beginsItem(
        { draft: this.draft, gap: this.gap, opening: this.opening, mark: this.mark },
        line,
        from,
        body,
        label,
        opening,
        this.setting,
      )
    ) {
      this.open(opening);
      this.draft.announced = named;
      // "Tambahan:" in a list of changes is none
      if (added > 0 && this.context.act?.value === 'change')
        this.draft.act = { value: 'add', spans: [], assumed: false };
    } else if (!label && !opening && isFurniture(body) && !readTime(body)) {
      this.close();
      this.answer.pass(line, from, line.text.length);
      return;
    }
    if (!named && this.draft.empty && !label && !opening && !readTime(body) && !couldBeTitle(body, this.setting)) {
      const span = spanOf(line, from, line.text.length);
      if (span) this.answer.notUnderstood.push(span);
      return;
    }
    if (opening || label) this.draft.listed = true;
    if (line.dropped) this.draft.takeAct('cancel', line, from, line.text.length);
    this.namesNext = false;
    readContent(this.place(line, number), from);
  }

  private place(line: Line, number: number): Place {
    const { draft, context, setting } = this;
    return { draft, context, line, number, setting, free: readFree, field: takeField };
  }

  /** A line with nothing to keep before or between items; it is passed over. */
  private isForm(line: Line, from: number, body: string, label: Labelled | null, opening: Opening | null): boolean {
    const around = { empty: this.draft.empty, gap: this.gap, cells: this.context.cells };
    const form = formOf(
      body,
      label,
      opening,
      around,
      () => changeIn({ line, setting: this.setting }, from, line.text.length) !== null,
    );
    if (form === null) return false;
    if (form === 'item') this.close();
    if (form === 'cells') this.context.cells = true;
    this.answer.pass(line, form === 'empty' ? 0 : from, line.text.length);
    return true;
  }

  /** `Undangan dari Kementerian Kesehatan terkait Rapat Koordinasi, yang akan diselenggarakan pada:` above the day and the hour. */
  private readAnnouncement(line: Line, number: number, from: number): boolean {
    if (this.context.letter || !(this.draft.empty || this.gap)) return false;
    const told = announced(line.text.slice(from));
    if (!told || blockAhead(this.lines, number) === null) return false;
    this.close();
    this.draft.touch(line);
    if (blockAhead(this.lines, number) === 'block')
      this.draft.putTitle(line, number, from + told.what[0], from + told.what[1]);
    if (told.who) this.draft.put('organizer', line, from + told.who[0], from + told.who[1]);
    return true;
  }

  /** Whether the next line is the day of a form, so that this one is what the form is about. */
  private dayBelow(number: number, body: string): boolean {
    const gap = this.lines[number + 1]?.blank && (kindOfTitle(body) || this.namesNext) ? 2 : 1;
    const next = this.lines[number + gap];
    if (!next || next.blank || readLabel(next.text)?.field !== 'day' || isFurniture(body) || body.length < 4)
      return false;
    const ahead = blockAhead(this.lines, number);
    return (
      (ahead === 'block' || (this.namesNext && ahead === 'named')) &&
      !readDay(body, this.setting.today) &&
      !readTime(body)
    );
  }

  /**
   * A line that goes on with the item above it, though it has no label: the second line of a place, set in as far as the first;
   * `Join Zoom Meeting` above its link.
   */
  private readOn(line: Line, from: number, body: string): boolean {
    if (this.draft.empty) return false;
    if (
      this.draft.title &&
      onlineHead.test(body) &&
      (this.draft.venue !== null || /^(?:join|link|tautan)/iu.test(body))
    ) {
      this.answer.pass(line, from, line.text.length);
      return true;
    }
    const indent = (line.at[0] ?? line.span.start) - line.span.start;
    if (indent < 8 || this.gap || this.draft.lastText !== 'venue' || readTime(body) || isDress(body)) return false;
    return this.draft.lengthen(line);
  }

  /** Lines under `Yth.`, up to a gap: whom it is written to. Only those the register knows are leaders. */
  private readAddressee(line: Line, from: number): boolean {
    if (this.context.letter) return false;
    const body = line.text.slice(from);
    if (/^(?:kepada\s*)?(?:yth\.?|yang terhormat)\s*[:,]?$/iu.test(body) && (this.draft.empty || this.gap)) {
      this.addressed = true;
      this.close();
      this.answer.pass(line, from, line.text.length);
      return true;
    }
    const one = /^(?:kepada\s*)?(?:yth\.?|yang terhormat)\s*[:,]?\s+/iu.exec(body);
    const whom = one && readLeaders(line, from + one[0].length, line.text.length, this.setting.leaders);
    if (whom?.every(({ officialId }) => officialId !== null) && (this.draft.empty || this.gap)) {
      this.addressed = true;
      this.close();
      applyHeading(this.context, { leaders: whom, day: null, act: null }, line, this.answer.found, this.setting);
      this.answer.headings.push(wholeSpan(line));
      return true;
    }
    if (!this.addressed) return false;
    if (this.gap || readDay(body, this.setting.today) || readTime(body)) {
      this.addressed = false;
      return false;
    }
    const start = from + (readOpening(body)?.length ?? 0);
    const leaders = readLeaders(line, start, line.text.length, this.setting.leaders);
    if (leaders?.every(({ officialId }) => officialId !== null)) return false;
    this.answer.pass(line, from, line.text.length);
    return true;
  }

  /** `Agenda :` of an event that has its name and its hour, and numbered lines without hours: what is gone through there. */
  private readPoints(line: Line, number: number, from: number): boolean {
    const { draft } = this;
    if (draft.title === null || draft.startClock === null) return false;
    const value = line.text.slice(from).trim();
    const first = value === '' ? (this.lines[number + 1]?.text ?? '') : value;
    const opening = readOpening(first);
    const listed = opening?.number === 1;
    if (first === '' || (!listed && value !== '') || readTime(first) || readLabel(first.slice(opening?.length ?? 0)))
      return false;
    if (!listed && (readDay(first, this.setting.today) || !(this.lines[number + 2]?.blank ?? true))) return false;
    draft.touch(line);
    draft.inRundown = true;
    if (value !== '')
      takeRundownLine(
        this.place(line, number),
        line.text.indexOf(value, from) + (opening?.length ?? 0),
        line.text.length,
      );
    return true;
  }

  /** Numbered lines under `Catatan:` of an event. */
  private readNotes(line: Line, from: number, label: Labelled | null, opening: Opening | null): boolean {
    const { draft } = this;
    if (label?.field === 'remark' && from + label.valueFrom >= line.text.length) {
      draft.inNotes = draft.title !== null && draft.startClock !== null;
      if (draft.inNotes) draft.touch(line);
      return draft.inNotes;
    }
    if (!draft.inNotes || this.gap || label || !opening || readTime(line.text)) {
      draft.inNotes = false;
      return false;
    }
    draft.touch(line);
    draft.put('note', line, from, line.text.length, '\n');
    return true;
  }

  /** An address alone, how to come into a meeting: it belongs to the event above, and is never a name. */
  private readLink(line: Line, from: number): boolean {
    if (!/^(?:https?:\/\/|www\.|bit\.ly\/|s\.id\/)\S+$/iu.test(line.text.slice(from))) return false;
    if (this.draft.empty) {
      const span = spanOf(line, from, line.text.length);
      if (span) this.answer.notUnderstood.push(span);
      return true;
    }
    this.draft.touch(line);
    this.draft.put('note', line, from, line.text.length, '\n');
    return true;
  }

  /** `Dengan hormat, mengharap kehadiran Mbak Wabup pada:` says whom what follows is for; other words of that kind say nothing. */
  private readRequest(line: Line, from: number): boolean {
    if (this.context.letter) return false;
    const body = line.text.slice(from);
    // "1. Rapat -> mohon Sekda hadir" asks for one event
    const listed = readOpening(body) !== null || /->|=>|→|➡|»/u.test(body);
    const asked = !listed && (this.draft.empty || this.gap) ? asksFor(body) : null;
    const leaders = asked ? readLeaders(line, from + asked.from, from + asked.to, this.setting.leaders) : null;
    if (leaders) {
      this.close();
      applyHeading(this.context, { leaders, day: null, act: null }, line, this.answer.found, this.setting);
      this.answer.headings.push(wholeSpan(line));
      return true;
    }
    if (this.draft.empty && invites(body) && !readDay(body, this.setting.today)) {
      this.namesNext = true;
      this.answer.pass(line, from, line.text.length);
      return true;
    }
    if (!this.draft.empty || !introducesOnly(body) || readDay(body, this.setting.today)) return false;
    this.answer.pass(line, from, line.text.length);
    return true;
  }

  /** A part for somebody who is not known, or for whom who stands in: the leaders of the part before must not hold for it. */
  private readPart(line: Line, from: number, plain: boolean): boolean {
    const standIn = standInOf(line, from, this.context, this.setting);
    const unknown =
      !standIn && plain && (this.draft.empty || this.gap) && isUnknownPart(line, from, this.context, this.setting);
    if (!standIn && !unknown) return false;
    this.close();
    if (standIn) {
      this.context.standIn = standIn;
      this.answer.headings.push(wholeSpan(line));
      return true;
    }
    this.context.leaders = [];
    const span = spanOf(line, from, line.text.length);
    if (span) this.answer.notUnderstood.push(span);
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
      // "RENCANA KEGIATAN BUPATI" above a message that also tells of the letter it came from
      if (this.draft.empty && this.readHeading(line, -1, 0, null, true)) return true;
    }
    this.answer.pass(line, 0, line.text.length);
    return true;
  }

  private readTable(line: Line, number: number): boolean {
    const columns = readHeader(line, this.setting);
    if (columns) {
      this.close();
      this.context.columns = columns;
      this.context.columnHeads = columnHeads(line, columns, this.setting);
      this.answer.headings.push(wholeSpan(line));
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
    if (span) this.answer.headings.push(span);
    return true;
  }

  /** Whether a line sets the day or the leaders of what follows; it is taken when it does. */
  private readHeading(line: Line, number: number, from: number, opening: Opening | null, ofLeaders = false): boolean {
    const { draft } = this;
    // "🎤 Wali Kota" inside of an item: who speaks
    if (!draft.empty && !this.gap && /^(?:🎤|🎙)/u.test(line.text.slice(from))) return false;
    const heads =
      draft.title !== null &&
      draft.startClock === null &&
      draft.day === null &&
      !draft.timeOpen &&
      !draft.listed &&
      hoursAhead(this.lines, number);
    const heading = readHeading(
      line,
      from,
      {
        opening,
        empty: draft.empty,
        gap: this.gap,
        wantsDay: !heads && draft.title !== null && (draft.day === null || draft.weekdaySaid !== null),
        blockAhead: () =>
          draft.day === null &&
          (draft.announced ? blockAhead(this.lines, number) !== null : blockAhead(this.lines, number) === 'block'),
        hasStart: draft.startClock !== null,
        otherMark: this.mark !== null && opening?.mark !== undefined && opening.mark !== this.mark,
        weekFrom: this.context.weekFrom,
        leadersFirst: this.leadersFirst && (draft.title !== null || draft.startClock !== null),
      },
      this.setting,
    );
    if (!heading && !ofLeaders && !opening && this.headsHours(line, number, from)) return true;
    if (!heading || (ofLeaders && (heading.leaders === null || heading.act !== 'none'))) return false;
    if (heading.leaders && !heading.day && !heading.act && this.endsItem(line, number, from)) {
      draft.touch(line);
      draft.leaders.push(...heading.leaders.map(({ name: _name, ...leader }) => leader));
      draft.ownLeaders = true;
      for (const leader of heading.leaders) this.answer.found.remember(leader);
      return true;
    }
    const dayBefore = this.context.day !== null || this.context.dayImpossible;
    if (heads && heading.day) this.drop();
    else this.close();
    applyHeading(this.context, heading, line, this.answer.found, this.setting);
    this.answer.headings.push(wholeSpan(line));
    if (heading.day && !heading.leaders && !dayBefore && this.endsText(number)) this.answer.dayBelow(this.context);
    return true;
  }

  /** `Ruang Praja` above `09.00` and the name of the event: the place leads. */
  private readPlaceFirst(line: Line, number: number, from: number, body: string): boolean {
    const { draft } = this;
    if (!(draft.empty || (this.gap && draft.title !== null && draft.startClock !== null))) return false;
    const [hour, name] = this.lines.slice(number + 1, number + 3);
    if (!looksLikePlace(body) || !hour || !name || hour.tooLong || name.tooLong || name.blank || readLabel(name.text))
      return false;
    const time = readTime(hour.text);
    if (!time || /[\p{L}\p{N}]/u.test(`${hour.text.slice(0, time.from)}${hour.text.slice(time.to)}`)) return false;
    if (!couldBeTitle(name.text, this.setting) || readLeaders(name, 0, name.text.length, this.setting.leaders))
      return false;
    this.open(null);
    this.draft.touch(line);
    this.draft.put('venue', line, from, line.text.length);
    if (this.draft.venue) this.draft.venue = { ...this.draft.venue, assumed: true };
    return true;
  }

  /** Who comes, as the last line of an event: nothing stands between, and behind it a gap or the hour of the next. */
  private endsItem(line: Line, number: number, from: number): boolean {
    const { draft, context, gap } = this;
    const words = line.text.slice(from);
    const whole = draft.title !== null && (draft.startClock !== null || draft.timeOpen);
    if (draft.empty || gap || !whole || draft.leaders.length > 0 || /:\s*$/u.test(words)) return false;
    // where parts have their leaders, these head the next part
    if (context.leaders.length > 0 && (draft.oneLine || words === words.toUpperCase())) return false;
    const next = this.lines[number + 1];
    if (!next || next.blank || isRule(next.text)) return true;
    if (!next.tooLong && (isDress(next.text) || (draft.venue === null && looksLikePlace(next.text)))) return true;
    const field = readLabel(next.text)?.field;
    if (field && field !== 'title' && field !== 'time' && field !== 'day' && field !== 'leaders') return true;
    if (readDay(next.text, this.setting.today) && this.endsText(number + 1)) return true;
    const time = readTime(next.text);
    return (
      context.leaders.length === 0 &&
      !readOpening(next.text) &&
      time !== null &&
      !/[\p{L}\p{N}]/u.test(next.text.slice(0, time.from))
    );
  }

  /** Nothing that tells of an event stands below. */
  private endsText(number: number): boolean {
    return this.lines
      .slice(number + 1)
      .every(
        (line) =>
          line.blank || (!line.tooLong && !readOpening(line.text) && !readTime(line.text) && !readLabel(line.text)),
      );
  }

  /**
   * `Agenda liputan Wali Kota Malang, Kamis 11 Juni 2026:` above a list that begins with an hour: the day and the leaders of the list, whatever
   * other words there are.
   */
  private headsHours(line: Line, number: number, from: number): boolean {
    const words = line.text.slice(from);
    const noun = /(?<!\p{L})(?:agenda|jadwal|giat|kegiatan)(?!\p{L})/iu.exec(words);
    if (!noun || words.length > 160 || !(this.draft.empty || this.gap) || readTime(words)) return false;
    const day = readDay(words, this.setting.today);
    if (!day?.day || day.from < noun.index || !hourNext(this.lines, number)) return false;
    const end =
      day.from -
      (/[\s,:(–-]*(?:hari|pada|tanggal|tgl\.?)?[\s,:(–-]*$/iu.exec(words.slice(0, day.from))?.[0].length ?? 0);
    const leaders = leadersAmong(line, from + noun.index, from + end, this.setting);
    this.close();
    const heading = { leaders, day: { read: day, offset: from }, act: null };
    applyHeading(this.context, heading, line, this.answer.found, this.setting);
    this.answer.headings.push(wholeSpan(line));
    return true;
  }

  /** What was read so far is the name of the sheet; where it does not look so, a person is told. */
  private drop(): void {
    const { draft } = this;
    const spans = draft.lines;
    const name = draft.title?.value ?? '';
    if (name === name.toUpperCase() || /^(?:rundown|susunan|rangkaian|jadwal|agenda)(?!\p{L})/iu.test(name))
      this.answer.passedOver.push(...spans);
    else this.answer.notUnderstood.push(...spans);
    this.draft = new Draft();
    this.close();
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
    this.mark = null;
    if (draft.empty) return;
    this.answer.add(draft, number, this.context);
    this.context.last = { day: draft.day ?? this.context.last.day, venue: draft.venue, dress: draft.dressCode };
  }
}
