import { Answer } from './answer.ts';
import { type Context, Draft, newContext, type Setting } from './draft.ts';
import type { Opening } from './fields.ts';
import type { Line } from './lines.ts';
import type { Place } from './place.ts';
import { readFree } from './read-item.ts';
import { takeField } from './take-field.ts';

/**
 * A pasted text while it is read, line by line: the item that is open, what holds for all that follows, and the answer so far.
 */
export class Sheet {
  readonly context: Context;
  draft = new Draft();
  opening: Opening['kind'] | null = null;
  /** The bullet that opened the item; other bullets inside of it begin its fields. */
  mark: string | null = null;
  /** The number the item has in its list, and the items that had one: a later message may speak of `nomor 2`. */
  number: number | null = null;
  /** A blank line or a rule stood before this line. */
  gap = false;
  readonly answer = new Answer();
  lines: readonly Line[] = [];
  /** `Anda diundang untuk hadir dalam:` stood above; its name follows. */
  namesNext = false;
  /** 👤 begins each event. */
  leadersFirst = false;
  /** `Yth.` stood above; who is written to follows. */
  addressed = false;
  readonly setting: Setting;

  constructor(setting: Setting) {
    this.setting = setting;
    this.context = newContext(setting);
  }

  place(line: Line, number: number): Place {
    const { draft, context, setting } = this;
    return { draft, context, line, number, setting, free: readFree, field: takeField };
  }

  /** What was read so far is the name of the sheet; where it does not look so, a person is told. */
  drop(): void {
    const { draft } = this;
    const spans = draft.lines;
    const name = draft.title?.value ?? '';
    if (name === name.toUpperCase() || /^(?:rundown|susunan|rangkaian|jadwal|agenda)(?!\p{L})/iu.test(name))
      this.answer.passedOver.push(...spans);
    else this.answer.notUnderstood.push(...spans);
    this.draft = new Draft();
    this.close();
  }

  /** The item that was just opened is of the day of the one before it, where no heading says the day; a person should look. */
  dayGoesOn(does: boolean): void {
    const before = this.context.last.day;
    if (!does || !before || this.context.day) return;
    this.draft.day = { ...before, assumed: true };
    this.draft.doubt('day_assumed', before.spans, { day: before.value });
  }

  open(opening: Opening | null): void {
    this.close();
    // behind a gap, and not in the list: the place above the list is not meant
    if (this.gap && opening === null) this.context.venue = null;
    this.opening = opening?.kind ?? null;
    this.number = opening?.number ?? null;
    this.mark = opening?.mark ?? null;
  }

  close(): void {
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
