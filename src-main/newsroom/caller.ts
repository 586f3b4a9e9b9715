import type { Id, Language } from '../contract/basics.ts';
import type { Role } from '../contract/rights.ts';
import type { StandIn } from './roster/stand-in.ts';

/** Who acts. Every verb takes it first, on the desktop too. */
export interface Caller {
  readonly userId: Id;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly sessionId: Id;
  readonly language: Language;
  /** In whose place they may decide at this moment (Plh.); looked up with every request, never kept. */
  readonly standsIn?: readonly StandIn[];
}
