import type { AgendaReading, Proposal, Span } from '../../../contract/agenda-reading.ts';
import { saidClosed } from '../../../text/said-inside.ts';
import type { Context, Draft } from './draft.ts';
import { finish } from './finish.ts';
import { FoundLeaders } from './found-leaders.ts';
import { type Line, spanOf } from './lines.ts';
import { resolveReference } from './reference.ts';
import { readPhone } from './told.ts';

const nothing = /^(?:nihil|kosong|libur|-+|tidak ada(?: kegiatan| agenda| acara)?|off)[.\s]*$/iu;
/** `Ibu Wakil yang jam 10 tolong ditambah sambutan`: talk about an event, and no name of one. */
const talk = /(?:^|\s)(?:yang|yg)$/iu;

const ofAll = /(?<!\p{L})(?:semua|seluruh)(?:nya)?(?:\s+(?:acara|agenda|kegiatan|rangkaian|giat|jadwal))?(?!\p{L})/iu;
const callBehind =
  /(?<!\p{L})(?:cp|contact person|narahubung|hubungi|konfirmasi)(?!\p{L})[\s:.,]*[^\d]{0,60}(?:\+62|0)\d.*$/iu;

/** What has been read so far. */
export class Answer {
  readonly passedOver: Span[] = [];
  readonly headings: Span[] = [];
  readonly notUnderstood: Span[] = [];
  readonly found = new FoundLeaders();
  private readonly proposals: Proposal[] = [];
  /** The items that had a number in their list: a later message may speak of `nomor 2`. */
  private readonly numbered = new Map<number, Proposal>();

  get reading(): AgendaReading {
    const { proposals, found, passedOver, headings, notUnderstood } = this;
    return { proposals, newLeaders: found.all, passedOver, headings, notUnderstood, events: [] };
  }

  pass(line: Line, from: number, to: number): void {
    // "Demikian, suksma. cp: Gede 0812...": a number is something to keep, of whichever event
    const call = callBehind.exec(line.text.slice(from, to));
    const end = call && readPhone(call[0]) !== null ? from + call.index : to;
    const span = spanOf(line, from, end);
    if (span) this.passedOver.push(span);
    const number = spanOf(line, end, to);
    if (number) this.notUnderstood.push(number);
  }

  /** `Catatan: semua giat didampingi ajudan. PIC: Dewa` under a list: every event before it has that note, and whom to ask. */
  private sayOfAll({ note, protocolOfficer }: Proposal): void {
    const [at] = note?.spans ?? [];
    if (!note || !at || note.value.includes('\n')) return;
    const officer = protocolOfficer?.spans.every(({ start }) => start > at.end && start - at.end < 12)
      ? protocolOfficer
      : null;
    for (const one of this.proposals) {
      if (one.note?.value.includes(note.value)) continue;
      one.note = one.note
        ? { value: `${one.note.value}\n${note.value}`, spans: [...one.note.spans, ...note.spans], assumed: true }
        : { ...note, assumed: true };
      if (officer) one.protocolOfficer ??= { ...officer, assumed: true };
    }
  }

  /** A day that stands below all events, and above none: it is theirs where they name none, and a person should look. */
  dayBelow({ day, dayDoubts }: Context): void {
    if (!day) return;
    for (const one of this.proposals) {
      if (one.day && one.day.spans.length > 0) continue;
      one.day = { ...day, assumed: true };
      one.doubts = [
        ...one.doubts.filter(({ code }) => code !== 'day_assumed'),
        { code: 'day_assumed', spans: day.spans, params: { day: day.value } },
        ...dayDoubts.filter(({ code }) => code !== 'day_assumed'),
      ];
    }
  }

  /** A letter of which no event could be made is not understood: its lines must not look as if nothing stood in them. */
  letterWithoutEvent(): void {
    if (this.proposals.length === 0) this.notUnderstood.push(...this.passedOver.splice(0));
  }

  /** Takes an item whose lines are all read: as a proposal, or as words that were not understood. */
  add(draft: Draft, number: number | null, context: Context): void {
    this.passedOver.push(...draft.passedOver);
    const name = draft.title?.value;
    if (name !== undefined && nothing.test(name)) {
      this.passedOver.push(...draft.lines);
      return;
    }
    if ((draft.act === null && name !== undefined && talk.test(name)) || !draft.worth(context)) {
      this.notUnderstood.push(...draft.lines);
      return;
    }
    resolveReference(draft, this.numbered);
    const proposal = finish(draft, String(this.proposals.length + 1), context);
    this.proposals.push(proposal);
    // "Catatan: semua acara tertutup untuk media" under a list stands behind its last event, and is said of all
    const { note } = proposal;
    if (note && ofAll.test(note.value) && saidClosed([note.value]) !== null)
      for (const one of this.proposals) one.pressAccess ??= { value: 'closed', spans: note.spans, assumed: true };
    if (note?.value.startsWith('semua ') && ofAll.test(note.value)) this.sayOfAll(proposal);
    if (draft.startClock && !draft.zone && !context.lastZone) context.zoneUnsaid = true;
    if (number !== null && proposal.act.value === 'add') this.numbered.set(number, proposal);
    for (const leader of proposal.leaders) this.found.remember(leader);
  }
}
