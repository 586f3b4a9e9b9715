import type { Id } from '../contract/basics.ts';
import type { AuditEntry } from './ports.ts';

/** A line as it is kept: chained by SHA-256 to the line before it. */
export interface AuditLine {
  readonly seq: number;
  readonly at: string;
  readonly userId: Id | null;
  readonly userName: string;
  readonly sessionId: Id | null;
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: Id;
  readonly details: Readonly<Record<string, unknown>>;
  readonly previousHash: string;
  readonly hash: string;
}

export interface AuditStore {
  /** Adds one line to the chain, in the transaction of the change it tells of. */
  append(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(filter: { subjectKind?: string; subjectId?: Id; before?: number; limit: number }): Promise<AuditLine[]>;
  /** Oldest first, for checking the chain; `after` is a seq. */
  walk(after: number, limit: number): Promise<AuditLine[]>;
  /** The hash this line should have. */
  hashOf(line: AuditLine): string;
}
