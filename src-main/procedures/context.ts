import type { Caller } from '../newsroom/caller.ts';
import type { Opened, Visitor } from '../newsroom/people/sessions.ts';

/** What a procedure knows of its request besides the input. Filled by the door. */
export interface Context {
  /** Null when nobody is signed in. */
  readonly caller: Caller | null;
  readonly visitor: Visitor;
  /** The contract the page was built for; null from callers that are no page. */
  readonly contractVersion: number | null;
  /** Gives the page its session, or takes it away; the door turns this into a cookie. */
  readonly keep: (opened: Opened | null) => void;
}
