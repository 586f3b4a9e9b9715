/** Events of the leaders, who attends them, and their history. */
export interface AgendaTables {
  event: {
    id: string;
    kind: string;
    title: string;
    state: string;
    /** Local wall time `2025-11-20T08:00` at `zone`. */
    start: string;
    end: string | null;
    open_end: number;
    zone: string;
    starts_at: string;
    day: string;
    venue: string;
    organizer: string;
    dress_code: string;
    companions: string;
    note: string;
    press_access: string;
    release_needed: number;
    state_reason: string | null;
    revision: number;
    version: number;
  };
  event_attendance: {
    event_id: string;
    official_id: string;
    position: number;
    answer: string;
    delegate_id: string | null;
    delegate_name: string | null;
    instruction: string | null;
  };
  event_change: {
    id: string;
    event_id: string;
    at: string;
    user_name: string;
    act: string;
    version: number;
    revision: number;
    /** JSON: [{field, old, new}]. */
    changes: string;
    reason: string | null;
  };
  accepted_proposal: {
    made_id: string;
    accepted_by: string;
    at: string;
  };
}
