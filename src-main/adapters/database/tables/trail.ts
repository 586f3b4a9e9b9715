import type { Generated } from 'kysely';

/** The audit trail and the work to be done. */
export interface TrailTables {
  audit: {
    seq: Generated<number>;
    at: string;
    user_id: string | null;
    user_name: string;
    session_id: string | null;
    act: string;
    subject_kind: string;
    subject_id: string;
    /** RFC 8785 canonical JSON, as it was hashed. */
    details: string;
    previous_hash: string;
    hash: string;
  };
  job: {
    id: string;
    kind: string;
    key: string;
    data: string;
    state: string;
    attempts: number;
    not_before: string;
    error: string | null;
    created_at: string;
  };
}
