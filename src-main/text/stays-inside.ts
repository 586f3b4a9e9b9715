import { saidClosed } from './said-inside.ts';

/** Who said so, how people speak of one another, and what is nobody's business: well between colleagues, not in a notice to all. */
const amongUs =
  /(?<!\p{L})(?:kata(?:nya)?|bilang|ngomong|menurut|info(?:nya)?|kabar(?:nya)?|konon|adc|ajudan|sespri|walpri|pak|bu|bapak|ibu|bpk|beliau|mas|mbak|bli|gus|saya|aku|kami|kita|sakit|opname|rawat|dirawat|istri|suami|anaknya|keluarga|pribadi|marah|lupa|malas|hehe|wkwk)(?!\p{L})/iu;

/** A message that was pasted, quoted whole because it gave no reason of its own (`Pesan: “…”`). */
const quoted = /^(?:pesan|message): “/iu;

/** Whether a reason was said among colleagues: the history keeps it, and what the public reads goes without it. */
export function staysInside(reason: string): boolean {
  return quoted.test(reason) || amongUs.test(reason) || saidClosed([reason]) !== null;
}
