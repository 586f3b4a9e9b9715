import type { ReadLeader } from '../../../contract/agenda-reading.ts';
import { type Line, spanOf } from './lines.ts';
import { type KnownPerson, readPeople, readPerson } from './people.ts';

/** A leader as read, with the name that stood beside the position, for the register. */
export interface NamedLeader extends ReadLeader {
  readonly name: string;
}

const answers: readonly (readonly [ReadLeader['answer'], RegExp])[] = [
  ['absent', /^(?:tidak hadir|berhalangan(?: hadir)?|absen|izin)$/iu],
  ['attends', /^(?:hadir|menghadiri|ok|✅|✔)$/iu],
];
const delegated =
  /^(?:diwakili|diwakilkan|diganti(?:kan|in)?|didisposisikan|disposisi)(?:\s+(?:oleh|kepada|ke))?\s*:?\s+/iu;

/**
 * Leaders in a row, each with what is said of them: `Wali Kota (diwakili Sekda), Wakil Wali Kota`.
 * @returns null when a piece of `line.text.slice(from, to)` is nobody known as a leader
 */
export function readLeaders(line: Line, from: number, to: number, known: readonly KnownPerson[]): NamedLeader[] | null {
  const text = line.text.slice(from, to);
  const leaders: NamedLeader[] = [];
  for (const piece of outsideBrackets(text)) {
    const said =
      /^(?<who>.+?)\s*(?:\((?<inside>[^)]+)\)|(?:-|–|:)?\s*(?<tail>(?:diwakili|diganti(?:kan|in)?|tidak hadir|berhalangan|hadir\b).*))\s*$/iu.exec(
        piece.text,
      );
    const remark = said ? readAnswer(line, from + piece.from, said, known) : null;
    const who = said?.groups?.who;
    const whoText = remark && who ? who : piece.text;
    const read = readPeople(whoText.replace(/[\s:.]+$/u, ''), known, true);
    if (read.people.length === 0 || read.rest < whoText.replace(/[\s:.]+$/u, '').length) return null;
    for (const person of read.people) {
      const span = spanOf(line, from + piece.from + person.from, from + piece.from + person.to);
      leaders.push({
        called: person.called,
        officialId: person.officialId,
        name: person.name,
        spans: span ? [span] : [],
        answer: 'unknown',
        delegateName: null,
        delegateId: null,
        delegateSpans: [],
        ...remark,
      });
    }
  }
  return leaders.length > 0 ? leaders : null;
}

function readAnswer(
  line: Line,
  base: number,
  said: RegExpExecArray,
  known: readonly KnownPerson[],
): Partial<ReadLeader> | null {
  const remark = said.groups?.inside ?? said.groups?.tail ?? '';
  const at = base + said[0].lastIndexOf(remark);
  for (const [answer, pattern] of answers) if (pattern.test(remark.trim())) return { answer };
  const match = delegated.exec(remark);
  if (!match) return null;
  return readDelegate(line, at + match[0].length, at + remark.length, known);
}

/** `Asisten Ekbang`, `Staf Ahli Bidang Hukum`: there are several, and what stands behind tells which. */
const ofItsOwn = /^(?:asisten|staf ahli)\s+(?:bidang\s+)?\p{L}{4,}/iu;

const whoAnswers = '(?:(?:bapak|bpk\\.?|ibu|beliau|pimpinan)\\s+)?';
const comes = new RegExp(
  `^${whoAnswers}(?:(?:akan|tetap|ttp|masih|insya ?all?ah|siap|berkenan|bisa|dapat|langsung)\\s+)*(?:hadir|dihadiri|menghadiri)(?:\\s+(?:sendiri|langsung|beliau|bapak|pimpinan))*$`,
  'iu',
);
const staysAway = new RegExp(
  `^${whoAnswers}(?:akan\\s+)?(?:(?:tidak|tdk|tak|gak|ga|nggak|belum|blm|batal)\\s+(?:(?:bisa|dapat|jadi|akan|sempat|berkenan)\\s+)*(?:hadiri?|dihadiri|menghadiri)|berhalangan(?:\\s+hadir)?|absen|izin)$`,
  'iu',
);

/** What is to be done, and nobody. */
const instruction =
  /^(?:cukup|kirim|cek|tunggu|nanti|tanya|konfirmasi|koordinasi(?:kan)?|siapkan|tolong|mohon|lihat|skip|arsip|catat|pending|batal|abaikan|saya|kami|kita|oke?|siap|setuju|menyusul|belum|tidak|tdk)(?!\p{L})/iu;

/** `mohon Sekda hadir` -> `Sekda`, where somebody known is asked. */
function withoutRequest(text: string, known: readonly KnownPerson[]): string {
  const who = text
    .replace(/^(?:(?:mohon|tolong|agar|harap|minta|kepada|ke|oleh)\s+)+/iu, '')
    .replace(/\s+(?:(?:yang|yg|untuk|agar|bisa|dapat)\s+)*(?:hadir|hadiri|menghadiri|mewakili|wakili|wakilkan)$/iu, '');
  return who !== text && who !== '' && readPerson(who, known, true) ? who : text;
}

/** Who stands in: an official of the register, or the name as told. */
export function readDelegate(
  line: Line,
  from: number,
  to: number,
  known: readonly KnownPerson[],
): Pick<ReadLeader, 'answer' | 'delegateName' | 'delegateId' | 'delegateSpans'> | null {
  const text = withoutRequest(
    line.text
      .slice(from, to)
      .trim()
      .replace(/[.;]+$/u, ''),
    known,
  );
  const span = spanOf(line, from, to);
  if (!span || text === '') return null;
  if (comes.test(text)) return { answer: 'attends', delegateName: null, delegateId: null, delegateSpans: [span] };
  if (staysAway.test(text)) return { answer: 'absent', delegateName: null, delegateId: null, delegateSpans: [span] };
  // an answer with more words than were understood is nobody's name
  if (
    /^(?:(?:akan|tetap|ttp|bapak|beliau)\s+)*(?:(?:tidak|tdk|blm|belum)\s+)?(?:\p{L}+\s+)?(?:hadir|dihadiri|berhalangan|absen)(?!\p{L})/iu.test(
      text,
    )
  )
    return null;
  if (instruction.test(text)) return null;
  const person = readPerson(text, known, true);
  return {
    answer: 'delegated',
    delegateName: (person && !ofItsOwn.test(text) && (person.officialId !== null || person.name === '')
      ? person.called
      : text
    ).slice(0, 200),
    delegateId: person?.officialId ?? null,
    delegateSpans: [span],
  };
}

/** Splits at commas and the like that stand outside of brackets; `dan` and `&` are left to readPeople. */
function outsideBrackets(text: string): { text: string; from: number }[] {
  const found: { text: string; from: number }[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const character = text[i];
    if (character === '(') depth++;
    if (character === ')') depth = Math.max(0, depth - 1);
    if (i < text.length && !(depth === 0 && (character === ',' || character === ';'))) continue;
    const piece = text.slice(from, i);
    const lead = piece.length - piece.trimStart().length;
    if (piece.trim() !== '') found.push({ text: piece.trim(), from: from + lead });
    from = i + 1;
  }
  return found;
}
