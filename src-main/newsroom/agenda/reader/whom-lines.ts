import { applyHeading } from './apply-heading.ts';
import { readDay } from './dates.ts';
import { readOpening } from './fields.ts';
import { readLeaders } from './leaders.ts';
import { type Line, spanOf, wholeSpan } from './lines.ts';
import { asksFor, introducesOnly, invites } from './polite.ts';
import type { Sheet } from './sheet.ts';
import { isUnknownPart, standInOf, standInOfAll } from './sheet-parts.ts';
import { readTime } from './times.ts';

/** Lines that say whom the sheet is written to or for, who is asked, and who stands in. */

const yth = '(?:(?:kepada|kpd|kpada|kpda)[.,]?\\s*)?(?:yth\\.?|y\\.t\\.h\\.?|yang terhormat|yang kami hormati)';
const ythAlone = new RegExp(`^${yth}\\s*[:,]?$`, 'iu');
const ythBefore = new RegExp(`^${yth}\\s*[:,]?\\s+`, 'iu');

/** Lines under `Yth.`, up to a gap: whom it is written to. Only those the register knows are leaders. */
export function readAddressee(sheet: Sheet, line: Line, from: number): boolean {
  if (sheet.context.letter) return false;
  const body = line.text.slice(from);
  if (ythAlone.test(body) && (sheet.draft.empty || sheet.gap)) {
    sheet.addressed = true;
    sheet.close();
    sheet.answer.pass(line, from, line.text.length);
    return true;
  }
  const one = ythBefore.exec(body);
  const whom = one && readLeaders(line, from + one[0].length, line.text.length, sheet.setting.leaders);
  if (whom?.every(({ officialId }) => officialId !== null) && (sheet.draft.empty || sheet.gap)) {
    sheet.addressed = true;
    sheet.close();
    applyHeading(sheet.context, { leaders: whom, day: null, act: null }, line, sheet.answer.found, sheet.setting);
    sheet.answer.headings.push(wholeSpan(line));
    return true;
  }
  if (!sheet.addressed) return false;
  if (sheet.gap || readDay(body, sheet.setting.today) || readTime(body)) {
    sheet.addressed = false;
    return false;
  }
  const start = from + (readOpening(body)?.length ?? 0);
  const leaders = readLeaders(line, start, line.text.length, sheet.setting.leaders);
  if (leaders?.every(({ officialId }) => officialId !== null)) return false;
  sheet.answer.pass(line, from, line.text.length);
  return true;
}

/** `Dengan hormat, mengharap kehadiran Mbak Wabup pada:` says whom what follows is for; other words of that kind say nothing. */
export function readRequest(sheet: Sheet, line: Line, from: number): boolean {
  if (sheet.context.letter) return false;
  const body = line.text.slice(from);
  // "1. Rapat -> mohon Sekda hadir" asks for one event
  const listed = readOpening(body) !== null || /->|=>|→|➡|»/u.test(body);
  const asked = !listed && (sheet.draft.empty || sheet.gap) ? asksFor(body) : null;
  const leaders = asked ? readLeaders(line, from + asked.from, from + asked.to, sheet.setting.leaders) : null;
  if (leaders) {
    sheet.close();
    applyHeading(sheet.context, { leaders, day: null, act: null }, line, sheet.answer.found, sheet.setting);
    sheet.answer.headings.push(wholeSpan(line));
    return true;
  }
  if (sheet.draft.empty && invites(body) && !readDay(body, sheet.setting.today)) {
    sheet.namesNext = true;
    sheet.answer.pass(line, from, line.text.length);
    return true;
  }
  if (!sheet.draft.empty || !introducesOnly(body) || readDay(body, sheet.setting.today)) return false;
  sheet.answer.pass(line, from, line.text.length);
  return true;
}

/** A part for somebody who is not known, or for whom who stands in: the leaders of the part before must not hold for it. */
export function readPart(sheet: Sheet, line: Line, from: number, plain: boolean): boolean {
  const all = plain ? null : standInOfAll(line, from, sheet.context, sheet.setting);
  if (all) {
    sheet.close();
    sheet.context.leaders = all.leaders;
    sheet.context.standIn = all.standIn;
    sheet.answer.headings.push(wholeSpan(line));
    return true;
  }
  const standIn = standInOf(line, from, sheet.context, sheet.setting);
  const unknown =
    !standIn && plain && (sheet.draft.empty || sheet.gap) && isUnknownPart(line, from, sheet.context, sheet.setting);
  if (!standIn && !unknown) return false;
  sheet.close();
  if (standIn) {
    sheet.context.standIn = standIn;
    sheet.answer.headings.push(wholeSpan(line));
    return true;
  }
  sheet.context.leaders = [];
  const span = spanOf(line, from, line.text.length);
  if (span) sheet.answer.notUnderstood.push(span);
  return true;
}
