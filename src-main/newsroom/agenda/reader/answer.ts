import type { AgendaReading, Proposal, Span } from '../../../contract/agenda-reading.ts';
import type { Context, Draft } from './draft.ts';
import { finish } from './finish.ts';
import { FoundLeaders } from './found-leaders.ts';
import { type Line, spanOf } from './lines.ts';
import { resolveReference } from './reference.ts';

const nothing = /^(?:nihil|kosong|libur|-+|tidak ada(?: kegiatan| agenda| acara)?|off)[.\s]*$/iu;
/** `Ibu Wakil yang jam 10 tolong ditambah sambutan`: talk about an event, and no name of one. */
const talk = /(?:^|\s)(?:yang|yg)$/iu;

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
    const span = spanOf(line, from, to);
    if (span) this.passedOver.push(span);
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
    if (draft.startClock && !draft.zone && !context.lastZone) context.zoneUnsaid = true;
    if (number !== null && proposal.act.value === 'add') this.numbered.set(number, proposal);
    for (const leader of proposal.leaders) this.found.remember(leader);
  }
}
