import { Temporal } from 'temporal-polyfill';
import type { ColumnField, FileProblem } from '../../../contract/agenda-files.ts';
import type { Zone } from '../../../contract/basics.ts';
import { saidClosed } from '../../../text/said-inside.ts';
import { endDayOf } from '../end-day.ts';
import { type ReadDay, readDay } from '../reader/dates.ts';
import { kindOfTitle } from '../reader/fields.ts';
import { readDelegate, readLeaders } from '../reader/leaders.ts';
import { linesOf } from '../reader/lines.ts';
import type { KnownPerson } from '../reader/people.ts';
import { readTime } from '../reader/times.ts';
import { splitContact } from './contact.ts';
import { cutText } from './cut-text.ts';
import type { FoundEvent, FoundLeader } from './documents.ts';

export interface SheetSetting {
  readonly today: string;
  readonly zone: Zone;
  readonly leaders: readonly KnownPerson[];
}

/** Makes events of the rows of a table, one after the other: an empty day is the one above it, as in merged cells. */
export class SheetRows {
  private day: ReadDay | null = null;
  private readonly days = new Map<string, ReadDay | null>();
  private readonly columns: readonly ColumnField[];
  private readonly setting: SheetSetting;

  constructor(columns: readonly ColumnField[], setting: SheetSetting) {
    this.columns = columns;
    this.setting = setting;
  }

  /**
   * @param number as the table's own program numbers it
   * @returns an event, what is wrong with the row, or null where there is nothing in it
   */
  read(cells: readonly string[], number: number): FoundEvent | FileProblem | null {
    const filled = cells.filter((cell) => cell !== '');
    if (filled.length === 0) return null;
    const problem = (code: FileProblem['code'], text: string): FileProblem => ({
      code,
      line: number,
      text: cutText(text, 120),
    });
    const told = this.collect(cells);
    const alone = filled.length === 1 ? this.dayOf(filled[0] as string) : null;
    if (alone?.day && told.title.length <= (filled[0]?.length ?? 0)) {
      // a row of its own: "SENIN, 20 NOVEMBER 2025", over all columns
      this.day = alone;
      return null;
    }
    // "Senin" beside a merged date says the date again
    const ownDay = /\d/.test(told.day) || (told.day !== '' && this.day === null) ? this.dayOf(told.day) : this.day;
    if (told.day !== '' && ownDay?.day == null) return problem('day_unreadable', told.day);
    if (ownDay !== null) this.day = ownDay;
    if (told.title === '') {
      // totals, signatures, notes below the table
      return told.time === '' && told.start === '' && told.venue === ''
        ? null
        : problem('title_missing', filled.join(' · '));
    }
    const day = ownDay?.day ?? null;
    if (day === null || ownDay === null) return problem('day_missing', told.title);

    const clocks = this.clocksOf(told, ownDay);
    if (clocks === null)
      return problem(
        told.time + told.start === '' ? 'time_missing' : 'time_unreadable',
        told.time || told.start || told.title,
      );
    const start = `${day}T${clocks.start}`;
    const endDay = clocks.end === null ? null : endDayOf(day, clocks.start, clocks.end);
    if (clocks.end !== null && endDay === null) return problem('end_before_start', `${clocks.start}-${clocks.end}`);
    const zone = clocks.zone ?? this.setting.zone;
    const { leaders, unread } = this.leadersOf(told.leaders, told.delegate);
    const contact = splitContact(told.contact);
    const doubts = [...clocks.doubts];
    if (ownDay.assumed === 'year') doubts.push('year_assumed');
    if (ownDay.assumed === 'day') doubts.push('day_assumed');
    if (ownDay.differs) doubts.push('weekday_differs');
    if (ownDay.until) doubts.push('several_days');
    if (leaders.some((leader) => leader.officialId === null)) doubts.push('leader_unknown');
    const press = /tertutup|closed/i.test(told.press)
      ? 'closed'
      : /terbatas|limited/i.test(told.press)
        ? 'limited'
        : 'open';
    // words that close it, in whatever column; "Tidak" says so only under a heading like Media
    const isClosed =
      press === 'closed' ||
      saidClosed([`media: ${told.press}`]) !== null ||
      saidClosed([told.title, told.venue, told.organizer, told.dress, told.note, told.press, unread]) !== null;
    if (isClosed) doubts.push('closed');
    return {
      uid: null,
      line: number,
      kind: kindOfTitle(told.title)?.kind ?? 'lainnya',
      title: cutText(told.title, 300),
      start,
      end: endDay === null ? null : `${endDay}T${clocks.end}`,
      openEnd: clocks.openEnd && endDay === null,
      zone,
      startsAt: Temporal.PlainDateTime.from(start)
        .toZonedDateTime(zone)
        .toInstant()
        .toString({ fractionalSecondDigits: 3 }),
      venue: cutText(told.venue, 300),
      organizer: cutText(told.organizer, 300),
      dressCode: cutText(told.dress, 100),
      companions: cutText(told.companions, 500),
      note: cutText([told.note, unread].filter((text) => text !== '').join('\n'), 5_000),
      contactName: contact.name,
      contactPhone: contact.phone,
      pressAccess: isClosed ? 'closed' : press,
      state: /batal|cancel/i.test(told.status)
        ? 'cancelled'
        : /tentatif|tentative|belum|menunggu|usul/i.test(told.status)
          ? 'tentative'
          : 'confirmed',
      leaders,
      doubts,
    };
  }

  private collect(cells: readonly string[]): Record<Exclude<ColumnField, 'none'>, string> {
    const told = {
      day: '',
      time: '',
      start: '',
      end: '',
      title: '',
      venue: '',
      organizer: '',
      dress: '',
      leaders: '',
      delegate: '',
      companions: '',
      contact: '',
      note: '',
      status: '',
      press: '',
    };
    for (const [index, field] of this.columns.entries()) {
      const cell = cells[index] ?? '';
      if (field === 'none' || cell === '' || /^[-–—.]+$/.test(cell)) continue;
      const text =
        field === 'note' ? cell : cell.replace(/\s*\n\s*/g, field === 'leaders' || field === 'companions' ? ', ' : ' ');
      told[field] = told[field] === '' ? text : `${told[field]}${field === 'note' ? '\n' : ', '}${text}`;
    }
    return told;
  }

  /** Days repeat from row to row, and reading one is slow. */
  private dayOf(text: string): ReadDay | null {
    const before = this.days.get(text);
    if (before !== undefined) return before;
    const read = text.length > 200 ? null : readDay(text, this.setting.today);
    this.days.set(text, read);
    return read;
  }

  private clocksOf(
    told: { time: string; start: string; end: string; day: string },
    day: ReadDay,
  ): { start: string; end: string | null; openEnd: boolean; zone: Zone | null; doubts: string[] } | null {
    const behind = told.day.slice(day.to);
    const first = told.start || told.time;
    const read =
      first !== '' ? readTime(first.slice(0, 200), true) : /\d[.:]\d\d/.test(behind) ? readTime(behind) : null;
    if (read === null) return null;
    const second = told.end === '' ? null : readTime(told.end.slice(0, 200), true);
    const open = read.openEnd || /selesai|sls|finish|end/i.test(told.end);
    return {
      start: read.start,
      end: second?.start ?? read.end,
      openEnd: open && second === null && read.end === null,
      zone: read.zone ?? second?.zone ?? null,
      doubts: read.assumed ? ['time_assumed'] : [],
    };
  }

  private leadersOf(leaders: string, delegate: string): { leaders: FoundLeader[]; unread: string } {
    const [line] = linesOf(leaders.slice(0, 1_000));
    if (line === undefined || line.text === '')
      return { leaders: [], unread: delegate === '' ? '' : `Diwakili: ${delegate}` };
    const plain = linesOf(line.text.replace(/(?:^|(?<=,\s?))\d+[.)]\s*/g, '').replace(/\s*\/\s*/g, ', '))[0] ?? line;
    const read = readLeaders(plain, 0, plain.text.length, this.setting.leaders);
    // who is no leader is a guest: kept as it stands
    if (read === null) return { leaders: [], unread: `Pimpinan: ${leaders}` };
    const standIn = this.standIn(delegate);
    return {
      leaders: read.map((leader) => {
        const { called, name, officialId, answer, delegateId, delegateName } = leader;
        const told = { called, name, officialId, answer, delegateId, delegateName };
        // what the leader's own cell says of them goes before a column for all of them
        return standIn !== null && answer === 'unknown' ? { ...told, ...standIn } : told;
      }),
      unread: '',
    };
  }

  /** What the column of stand-ins says, as a pasted agenda would: `Asisten I`, `Diwakili Kadis Kominfo`, `hadir sendiri`. */
  private standIn(delegate: string): Pick<FoundLeader, 'answer' | 'delegateId' | 'delegateName'> | null {
    const [line] = linesOf(
      delegate.slice(0, 200).replace(/^(?:diwakili|diwakilkan|disposisi)(?:\s+(?:oleh|kepada|ke))?\s*:?\s+/iu, ''),
    );
    if (line === undefined || line.text === '') return null;
    const read = readDelegate(line, 0, line.text.length, this.setting.leaders);
    return read && { answer: read.answer, delegateId: read.delegateId, delegateName: read.delegateName };
  }
}
