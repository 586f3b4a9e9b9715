/** Decisions over releases and the yearly number register. Nothing here is ever changed or deleted. */
export interface ApprovalTables {
  release_decision: {
    id: string;
    release_id: string;
    version: number;
    act: string;
    user_id: string;
    user_name: string;
    role: string;
    note: string;
    at: string;
    content_hash: string | null;
    /** Canonical JSON, where no frozen version keeps it. */
    content: string | null;
    self: number;
    text_seq: number;
    /** Late updates up to here were part of the text. */
    admitted_seq: number;
    correction_seq: number | null;
    instead_of: string | null;
    instead_of_name: string | null;
  };
  release_number: {
    year: number;
    register: string;
    seq: number;
    number: string;
    release_id: string;
    kind: string;
    state: string;
    at: string;
  };
}
