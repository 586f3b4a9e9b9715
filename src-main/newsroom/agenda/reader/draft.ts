import type { Doubt, DoubtCode, Proposal, ProposalAct, ReadLeader, Span } from '../../../contract/agenda-reading.ts';
import type { Zone } from '../../../contract/basics.ts';
import type { DutyRole } from '../../../contract/event-parts.ts';
import { isOnline, kindOfTitle } from './fields.ts';
import type { FieldName } from './labels.ts';
import type { NamedLeader } from './leaders.ts';
import type { Line } from './lines.ts';
import { spanOf } from './lines.ts';
import type { KnownPerson } from './people.ts';

export interface Piece<T> {
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
  /** People of the office who may be on a crew. */
  readonly staff?: readonly { readonly id: string; readonly name: string }[];
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
  readonly staff: NonNullable<Setting['staff']>;
  /** The day of reading; taken, and said so, where the text names no day. */
  readonly today: string;
  /** A zone that stood beside a time before: people write it once. */
  lastZone: Piece<Zone> | null;
  /** Times before stood without any zone: a zone further down is that item's own. */
  zoneUnsaid: boolean;
  /** A line alone that says what happens to all that follows: `PERUBAHAN AGENDA`, `*DITUNDA*`, `Disposisi:`. */
  act: Piece<ProposalAct> | null;
  /** What the item before said: `idem`. */
  last: { day: Piece<string> | null; venue: Piece<string> | null; dress: Piece<string> | null };
  /** Who stands in for the leaders in all that follows: `➡️ Sekda:` in a list of who represents them. */
  standIn: Pick<ReadLeader, 'answer' | 'delegateName' | 'delegateId' | 'delegateSpans'> | null;
  /** The first day of a sheet for several days: its weekdays count from there. */
  weekFrom: string | null;
  /** What a letter says of itself; it stands before what it invites to. */
  letter: Letter | null;
  /** The place that stands above a list of events. */
  venue: Piece<string> | null;
  /** Columns of a table, by its heading row. */
  columns: readonly (FieldName | 'none' | null)[] | null;
  /** The leaders that head columns of it. */
  columnHeads: readonly (NamedLeader | null)[];
  /** A table whose cells came one to a line: a number alone begins a row. */
  cells: boolean;
  /** Nothing in the text is marked as a place but by a building: 🏢 is where it is held, and not who holds it. */
  buildingIsPlace: boolean;
}

/** Before the first line. */
export function newContext(setting: Setting): Context {
  return {
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
    venue: null,
    columns: null,
    columnHeads: [],
    standIn: null,
    last: { day: null, venue: null, dress: null },
    weekFrom: null,
    cells: false,
    buildingIsPlace: false,
  };
}

export interface Letter {
  number: Piece<string> | null;
  day: Piece<string> | null;
  subject: Piece<string> | null;
  /** What its body says is held: `menyelenggarakan Musyawarah Cabang IDI`. */
  held: Piece<string> | null;
  /** From the letterhead. */
  organizer: Piece<string> | null;
  /** To whom it was written. */
  leaders: ReadLeader[];
  /** `Kepada Yth.` stood alone; who is meant follows. */
  addressed: boolean;
}

export type TextField = 'venue' | 'organizer' | 'dressCode' | 'companions' | 'note' | 'transitRoom' | 'reason';

/** A proposal while its lines are read. */
export class Draft {
  title: Piece<string> | null = null;
  titleLine = -1;
  day: Piece<string> | null = null;
  startClock: Piece<string> | null = null;
  /** Minutes by which a change moves it. */
  shift: Piece<number> | null = null;
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
  transitRoom: Piece<string> | null = null;
  reason: Piece<string> | null = null;
  protocolOfficer: Proposal['protocolOfficer'] = null;
  contact: Proposal['contact'] = null;
  speech: Proposal['speech'] = null;
  rundown: Proposal['rundown'] = null;
  crew: Piece<{ role: DutyRole; name: string }[]> | null = null;
  visitors: Proposal['visit'] = null;
  act: Piece<ProposalAct> | null = null;
  was: { -readonly [K in keyof Proposal['was']]: Proposal['was'][K] } = { day: null, startClock: null, venue: null };
  /** The start is midnight at the end of the day: `12 malam`, `24.00`. */
  midnight = false;
  /** Whose telephone number a line of its own tells. */
  lastContact: 'protocolOfficer' | 'contact' | null = null;
  /** The field of the line before, where it is a text that may run on. */
  lastText: 'title' | 'venue' | null = null;
  /** `Susunan Acara:` stood above; its lines follow. */
  inRundown = false;
  /** `Catatan:` stood alone above; its numbered lines follow. */
  inNotes = false;
  leaders: ReadLeader[] = [];
  /** Its name and its hour stood in one line. */
  get oneLine(): boolean {
    const [title] = this.title?.spans ?? [];
    const [start] = this.startClock?.spans ?? [];
    return Boolean(
      title &&
        start &&
        this.touched.some(
          (line) => line.start <= Math.min(title.start, start.start) && line.end >= Math.max(title.end, start.end),
        ),
    );
  }

  /** The item names its own leaders; those of the heading do not count. */
  ownLeaders = false;
  /** A place that may stand at the end of the title. */
  placeBehind: { whole: Piece<string>; title: Piece<string>; venue: Piece<string> } | null = null;
  /** `Semula:` stood above: what follows is how it was, up to `Menjadi:`. */
  tellsOld = false;
  /** The time was spoken of, but is none: `menyesuaikan`. */
  timeOpen = false;
  /** What it says of its day is only the name of a weekday so far: `Hari Jumat`, and `Tanggal 16 Januari 2026` under it. */
  weekdaySaid: string | null = null;
  /** It names a day that no calendar has; the day of the heading must not stand in for it. */
  dayImpossible = false;
  /** Opened by numbering, a bullet or a label, so that a title alone is an item. */
  listed = false;
  /** It was named above a form that says the rest; `Agenda:` in there names nothing. */
  announced = false;
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
    this.lastText = null;
    const span = spanOf(line, 0, line.text.length);
    if (span) this.touched.push(span);
  }

  get empty(): boolean {
    return this.first === null;
  }

  /** Whether it is worth proposing: a time says so; a title alone only in a list or with a day or place of its own. */
  worth(context: Context): boolean {
    if (this.startClock !== null) return true;
    if (this.title === null && !((context.letter?.subject ?? context.letter?.held) && this.day !== null)) return false;
    if (this.act !== null || context.act !== null || this.timeOpen || this.listed || this.day !== null) return true;
    // Under a heading a line alone may be anything; with a place or an organizer it is an event whose time is missing.
    if (context.day !== null && this.title !== null && namesKind(this.title.value)) return true;
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

  /** What was assumed is told by a later line. */
  undoubt(code: DoubtCode): void {
    for (let at = this.doubts.length - 1; at >= 0; at--) if (this.doubts[at]?.code === code) this.doubts.splice(at, 1);
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
  put(field: TextField, line: Line, from: number, to: number, joint: string | null = null): boolean {
    const span = spanOf(line, from, to);
    if (!span) return true;
    const value = trimmed(line.text.slice(from, to)).replace(leadOf[field] ?? /^$/u, '');
    const before = this[field];
    this.lastText = field === 'venue' ? 'venue' : null;
    if (field === 'venue' && before !== null && isOnline(before.value) && !isOnline(value) && this.title !== null) {
      // "Rakor via Zoom | Ruang Bagindo": the room is the place
      this.title = {
        ...this.title,
        value: `${this.title.value} ${before.value}`,
        spans: [...this.title.spans, ...before.spans],
      };
      this.venue = { value, spans: [span], assumed: false };
    } else if (before === null) this[field] = { value, spans: [span], assumed: false };
    else if (joint !== null)
      this[field] = { value: before.value + joint + value, spans: [...before.spans, span], assumed: false };
    else return false;
    return true;
  }

  /** Takes the second line of a place or a name in a letter. False when no such field was read last. */
  lengthen(line: Line): boolean {
    const field = this.lastText;
    const before = field === 'title' ? this.title : field && this[field];
    const span = spanOf(line, 0, line.text.length);
    if (!field || !before || !span || line.text.length > 120 || before.value.length > 250) return false;
    const piece = { value: `${before.value} ${line.text.trim()}`, spans: [...before.spans, span], assumed: false };
    if (field === 'title') this.title = piece;
    else this[field] = piece;
    this.touch(line);
    return true;
  }

  /** Notes what happens to the event. The first word that says so counts. */
  takeAct(act: ProposalAct, line: Line, from: number, to: number): void {
    const span = spanOf(line, from, to);
    const spans = span ? [span] : [];
    // "DITUNDA" above and "diundur jam 10" below say one thing
    if (this.act === null || this.act.spans.length === 0) this.act = { value: act, spans, assumed: false };
    else this.act = { ...this.act, spans: [...this.act.spans, ...spans] };
  }

  /** Guests who come; what is told in several places is one visit. */
  takeVisit(line: Line, from: number, to: number, told: { delegation: string; size: number | null }): void {
    const span = spanOf(line, from, to);
    if (!span) return;
    const before = this.visitors;
    this.visitors = {
      value: {
        delegation: before?.value.delegation || told.delegation.slice(0, 200),
        size: before?.value.size ?? told.size,
      },
      spans: [...(before?.spans ?? []), span],
      assumed: false,
    };
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
    this.lastText = 'title';
  }
}

/** `Kunjungan Kerja Pansus ke Badung` under a day is an event whose hour is missing; a name has more than the kind of it. */
const namesKind = (title: string): boolean =>
  kindOfTitle(title)?.from === 0 && title.split(/\s+/u).length > 2 && title.length <= 150 && !/[:?!]/u.test(title);

/** Words before a value that are not a part of it: `di Aula`, `pakaian batik`; "pakaian adat" is the name of one. */
const leadOf: Partial<Record<TextField, RegExp>> = {
  venue: /^(?:bertempat\s+)?(?:di\s+|@\s*)(?=\S)/iu,
  dressCode:
    /^seragam\s+(?=(?:kaos|batik|korpri|pdh|pdl|psh|olah|training|adat|putih|hitam|endek|kemeja)(?!\p{L}))|^(?:pakaian|busana|dress\s*code|baju)\s*:?\s+(?!adat|nasional|dinas|sipil|daerah|tradisional|muslim|resmi|kerja|lapangan|bebas|koko|kurung|bodo|melayu)/iu,
};

/** Without separators left over at the edges: `| Pembukaan :` -> `Pembukaan`. */
function trimmed(text: string): string {
  return text
    .replace(/^(?:[\s|:;,.–—→-]|(?:\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}]?\s*)+(?=\p{L}[\p{L} .]*:))+/u, '')
    .replace(/[\s|:;,–—>=→-]+$/u, '')
    .replace(/(?<=(?<!\.\s?)[\p{L}\p{N}]{4})\.$/u, '')
    .replace(thanks, '');
}

/** `bebas. Tksm` */
const thanks =
  /[\s.,;]+(?:tksm|tks|trims|terima\s?kasih(?: banyak)?|suksma|suksme|matur suksma|mksh|makasih|thx|thanks)[.!🙏\s]*$/iu;
