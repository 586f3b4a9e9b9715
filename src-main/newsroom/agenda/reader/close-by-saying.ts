import type { AgendaReading, Proposal } from '../../../contract/agenda-reading.ts';
import { saidClosed } from '../../../text/said-inside.ts';

/**
 * Words anywhere in an item that say it is not for the public close it, also where they were not understood, or stand in a field that
 * nobody would look at (`📍 Rumjab 🔒`, `(tdk u/ media)`): what leaves the office in public is told by this alone, so here a wrong
 * "closed" that a person sees and opens is better than a wrong "open" that nobody sees.
 * @param text as pasted; the spans of the reading point into it
 */
export function closeBySaying(text: string, reading: AgendaReading): AgendaReading {
  return { ...reading, proposals: reading.proposals.map((proposal) => closed(text, proposal)) };
}

function closed(text: string, proposal: Proposal): Proposal {
  if (proposal.pressAccess !== null) return proposal;
  const { start, end } = proposal.span;
  const item = text.slice(start, end);
  const said = saidClosed([item]);
  if (said === null) return proposal;
  const at = start + item.indexOf(said);
  return {
    ...proposal,
    pressAccess: { value: 'closed', spans: [{ start: at, end: at + said.length }], assumed: true },
  };
}
