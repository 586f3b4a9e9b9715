import { saidClosed } from '../../../text/said-inside.ts';
import { type ReadDay, readDay } from './dates.ts';
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

/** Puts the day of an item into the draft; a date takes the place of a weekday that stood alone, and is compared with it. */
export function takeDayOf(draft: Draft, line: Line, offset: number, read: ReadDay, today: string): void {
  const said = draft.weekdaySaid;
  const text = line.text.slice(offset + read.from, offset + read.to);
  const whole = said === null || read.weekdayAlone ? null : readDay(`${said}, ${text}`, today);
  if (whole) draft.undoubt('day_assumed');
  draft.day = takeDay(draft, line, offset, whole?.differs ? { ...read, differs: whole.differs } : read);
  draft.dayImpossible = read.day === null;
  draft.weekdaySaid = read.weekdayAlone ? text.replace(/^hari\s+/iu, '') : null;
}

/** Puts a time into the draft. False when the draft has one already. */
export function takeTime(draft: Draft, context: Context, line: Line, offset: number, read: ReadTime): boolean {
  if (draft.startClock !== null) return false;
  const piece = (range: [number, number] | null) => {
    const span = range ? spanOf(line, offset + range[0], offset + range[1]) : null;
    return span ? [span] : [];
  };
  draft.startClock = { value: read.start, spans: piece(read.at.start), assumed: read.assumed };
  draft.midnight = read.midnight;
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

const prayer =
  "(?:subuh|shubuh|dhuha|d?[zh]h?uh?ur|zuhur|as[h]?ar|asar|magh?rib|isya['’`]?|jumat(?:an)?|jum['’`]at(?:an)?|tarawih|tera?wih|idul ?fitri|ied)";
/**
 * An hour told by something else: `Ba'da Isya`, `Setelah Jumatan`; by any words where a mark ends them: `Setelah upacara : ...`. None has
 * a clock, so a person has to say it.
 */
export const relativeTime = new RegExp(
  `^(?:(?:ba['’\`]?d[ah]a?|bak?d[ao]|selepas|setelah|stlh|stelah|sesudah|usai|sehabis|habis|abis|sebelum|sblm|menjelang|jelang|saat|waktu)\\s+(?:(?:selesai|sh?[ao]lat|sholat|ibadah)\\s+)*${prayer}(?![\\p{L}])|(?:setelah|stlh|stelah|sesudah|usai|selepas|sehabis)\\s+[\\p{L}\\p{N} .]{3,40}?\\s+(?:langsung|lgsg|lsg|lanjut)\\s+ke\\s+[^,|:]{3,40}(?=,)|(?:langsung\\s+)?(?:setelah|stlh|stelah|sesudah|usai|selepas|sehabis|sebelum|sblm)\\s+[\\p{L}\\p{N} .]{3,40}?(?=\\s*[:|]|\\s+[–—-]\\s|,|\\s+(?:langsung|lgsg|lsg|lanjut|dilanjutkan)(?![\\p{L}])))`,
  'iu',
);

/** Keeps such words, because no field can hold them, and leaves the time open. */
export function takeRelativeTime(draft: Draft, line: Line, from: number, to: number): void {
  draft.put('note', line, from, to, '\n');
  if (draft.startClock === null) leaveTimeOpen(draft, line, from, to);
}

/** Words that say the hour is not fixed yet, or that there is none. */
export const flexible =
  /(?:sepanjang|seluruh|satu) hari(?: penuh)?(?!\p{L})|(?<!\p{L})(?:seharian|sehari penuh|full ?day|all ?day)(?: penuh)?(?!\p{L})|menyesuaikan|situasional|kondisional|menunggu (?:jadwal|konfirmasi|arahan|kabar|info\p{L}*)|(?<!\p{L})(?:tbc|tba|tbd)(?!\p{L})|(?:waktu|jam|pukul)(?:nya)? (?:menyusul|belum (?:pasti|fix|ditentukan))/iu;

export function leaveTimeOpen(draft: Draft, line: Line, from: number, to: number): void {
  draft.timeOpen = true;
  draft.doubt('time_missing', [spanOf(line, from, to)]);
}

/** Stands for whoever attends the event: the text names nobody. */
const nobody: NamedLeader = {
  name: '',
  called: '',
  officialId: null,
  spans: [],
  answer: 'unknown',
  delegateName: null,
  delegateId: null,
  delegateSpans: [],
};

/**
 * Who stands in for the leaders of this item, or of the heading above it. False when nobody can be read, or nobody is stood in for.
 * @param whoever the text speaks of an event that is there: where it names no leader, whoever attends is meant
 */
export function takeDelegate(
  draft: Draft,
  context: Context,
  line: Line,
  from: number,
  to: number,
  setting: Setting,
  whoever = false,
): boolean {
  // "-> diwakili Sekda, sampaikan sambutan"
  const verb = /^\s*(?:diwakili|diwakilkan)(?:\s+(?:oleh|kepada|ke))?\s+/iu.exec(line.text.slice(from, to));
  if (verb) return takeDelegate(draft, context, line, from + verb[0].length, to, setting, whoever);
  // who stands in for this one is known; another one is that of another event
  if (!draft.ownLeaders && draft.leaders.some(({ answer }) => answer === 'delegated')) return false;
  const told =
    /\s*\((?<what>(?:mem)?(?:baca|mohon|sekaligus|lapor|bawa|siap|catat|koordinasi|ikuti|tindak|untuk|utk|agar|sambutan)[^()]{0,80})\)\s*$/iu.exec(
      line.text.slice(from, to),
    );
  const end = told ? from + told.index : to;
  const polite =
    /[\s,]+(?:ya|nggih|inggih|njih|pak|bu|bang|mas|kak|mbak|ndan|gih|nuhun|nuwun|tks|trims|terima kasih|🙏|[.!\s])+$/iu.exec(
      line.text.slice(from, end),
    );
  const whole = line.text.slice(from, polite && polite.index > 0 ? from + polite.index : end);
  const comma = whole.indexOf(',');
  // "Diwakili Sekda, kirim papan bunga"
  const behind =
    comma > 0 &&
    /^,\s*\p{Ll}/u.test(whole.slice(comma)) &&
    isSure(readDelegate(line, from, from + comma, setting.leaders))
      ? comma
      : 0;
  if (behind > 0 && takeDelegate(draft, context, line, from, from + behind, setting, whoever)) {
    draft.put('note', line, from + behind + 1, to, '\n');
    return true;
  }
  const delegate = readDelegate(line, from, polite && polite.index > 0 ? from + polite.index : end, setting.leaders);
  const leaders: NamedLeader[] = (draft.ownLeaders ? draft.leaders : context.leaders).map((leader) => ({
    name: '',
    ...leader,
  }));
  if (!delegate) return false;
  const what = told?.groups?.what;
  if (leaders.length === 0) {
    const letter = context.letter?.leaders ?? [];
    if (letter.length > 0) leaders.push(...letter.map((leader) => ({ name: '', ...leader })));
    else if (whoever) leaders.push(nobody);
    else return false;
  }
  if (what)
    draft.put(
      'note',
      line,
      from + told.index + told[0].indexOf(what),
      from + told.index + told[0].indexOf(what) + what.length,
      '\n',
    );
  draft.leaders = leaders.map((leader) => {
    if (leader.answer !== 'unknown') return leader;
    // "Diterima oleh: Wali Kota" under WALI KOTA: nobody stands in
    if (leader.called !== '' && leader.called === delegate.delegateName)
      return { ...leader, answer: 'attends' as const, spans: [...leader.spans, ...delegate.delegateSpans] };
    return { ...leader, ...delegate };
  });
  return true;
}

/** Somebody of the register, or an answer; any other words may be cut anywhere. */
const isSure = (read: ReturnType<typeof readDelegate>): boolean =>
  read !== null && (read.delegateId !== null || read.answer !== 'delegated');

/** A remark on state, press or attendance: `tentatif`, `tertutup untuk media`, `batal`. False when it is none. */
export function takeRemark(draft: Draft, line: Line, from: number, to: number): boolean {
  const text = line.text.slice(from, to).trim();
  if (text.length > 50 || /[:|]/u.test(text)) return false;
  const span = spanOf(line, from, to);
  const spans = span ? [span] : [];
  if (
    /^(?:tentatif|tentative|belum (?:pasti|konfirmasi|fix)|menunggu konfirmasi|tbc|rencana|masih rencana)(?![\p{L}])/iu.test(
      text,
    )
  ) {
    draft.tentative = { value: true, spans, assumed: false };
  } else if (/^(?:terkonfirmasi|confirmed|confirm|fix|pasti|ok)(?![\p{L}])/iu.test(text)) {
    draft.tentative = { value: false, spans, assumed: false };
  } else if (/^(?:batal|dibatalkan|cancel)/iu.test(text)) draft.takeAct('cancel', line, from, to);
  else if (/^(?:ditunda|reschedule|diundur|dijadwal(?:kan)? ulang)(?![\p{L}])[\s!.]*$/iu.test(text))
    draft.takeAct('postpone', line, from, to);
  else if (/^(?:tertutup|closed)(?![\p{L}])/iu.test(text))
    draft.pressAccess = { value: 'closed', spans, assumed: false };
  else if (/^terbatas(?![\p{L}])/iu.test(text)) draft.pressAccess = { value: 'limited', spans, assumed: false };
  else if (/^terbuka(?![\p{L}])/iu.test(text) && saidClosed([text]) === null)
    draft.pressAccess = { value: 'open', spans, assumed: false };
  else if (/^(?:waktu|jam|pukul) (?:menyusul|menyesuaikan|tentatif|tbc)$/iu.test(text))
    leaveTimeOpen(draft, line, from, to);
  else return false;
  return true;
}
