import { ORPCError } from '@orpc/server';

/** What stands in the log where somebody's words stood. */
const HIDDEN = '…';
/** Shorter pieces of an input say nothing by themselves, and hiding them would spoil the rest of the line. */
const SHORTEST = 4;

/** Whether an error that came out of a procedure is an answer (a refusal, an input that does not fit) and not a mistake of ours. */
export function isExpected(error: unknown): boolean {
  return error instanceof ORPCError && error.status < 500;
}

/**
 * What the log says of an error nobody expected: where it came up, what it says, and its stack. Never what a person typed: every
 * piece of text of the input is taken out, and so is what a reader of JSON quotes of what it could not read.
 * @param where procedure, raw route or room: `rpc releases.get`
 * @param input what the caller gave, only to know what must not be said
 */
export function bugReport(where: string, error: unknown, input?: unknown): string {
  const root = error instanceof ORPCError && error.cause !== undefined ? error.cause : error;
  return `bug in ${where}: ${withoutInput(`${textOf(root)}${issuesOf(root)}`, input)}`;
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return `thrown without a stack (${typeof error})`;
  }
  const text = error.stack ?? `${error.name}: ${error.message}`;
  const quoted = error instanceof SyntaxError ? text.replace(/"[^"\n]*"/g, HIDDEN) : text;
  return error.cause instanceof Error ? `${quoted}\ncaused by ${textOf(error.cause)}` : quoted;
}

/** Where an answer of ours does not have the shape the contract promises: the places, not the values. */
function issuesOf(error: unknown): string {
  const issues = (error as { issues?: readonly { message: string; path?: readonly unknown[] }[] } | null)?.issues;
  if (!Array.isArray(issues)) {
    return '';
  }
  const lines = issues.slice(0, 10).map(({ message, path = [] }) => {
    const names = path.map((part: unknown) => (typeof part === 'object' && part && 'key' in part ? part.key : part));
    return `\n  at ${names.join('.')}: ${message}`;
  });
  return lines.join('');
}

function withoutInput(text: string, input: unknown): string {
  const words = new Set<string>();
  collect(input, words, 0);
  let safe = text;
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    safe = safe.replaceAll(word, HIDDEN);
  }
  return safe;
}

function collect(value: unknown, into: Set<string>, depth: number): void {
  if (typeof value === 'string') {
    if (value.length >= SHORTEST) into.add(value);
  } else if (typeof value === 'object' && value !== null && depth < 8) {
    for (const child of Object.values(value)) collect(child, into, depth + 1);
  }
}
