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
    open_despite: string;
    release_needed: number;
    state_reason: string | null;
    revision: number;
    version: number;
    transit_room: string;
    officer_name: string;
    officer_phone: string;
    contact_name: string;
    contact_phone: string;
    speech_needed: number;
    speech_official_id: string | null;
    speech_speaker: string;
    /** JSON: [{clock, what}]. */
    rundown: string;
    /** JSON: [text]. */
    required_photos: string;
    series_id: string | null;
    series_day: string | null;
    /** JSON: names of fields that are this occurrence's own. */
    own_fields: string;
    external_uid: string | null;
  };
  event_series: {
    id: string;
    /** RRULE without its name. */
    rule: string;
    start: string;
    zone: string;
    /** JSON: [day]. */
    left_out: string;
    split_from: string | null;
  };
  event_visit: {
    event_id: string;
    delegation: string;
    delegation_key: string;
    size: number | null;
    receiver_id: string | null;
    receiver_name: string;
    topics: string;
    souvenir: string;
  };
  duty: {
    id: string;
    event_id: string;
    position: number;
    role: string;
    user_id: string | null;
    name: string;
    state: string;
    state_at: string;
  };
  clash_override: { key: string; reason: string; user_name: string; at: string };
  holiday: { day: string; name: string };
  agenda_setting: { id: number; data: string };
  invitation: {
    id: string;
    letter_no: string;
    letter_day: string | null;
    organizer: string;
    subject: string;
    venue: string;
    note: string;
    text: string;
    state: string;
    event_id: string | null;
    received_at: string;
    received_by: string;
    version: number;
  };
  attachment: {
    id: string;
    event_id: string | null;
    invitation_id: string | null;
    what: string;
    name: string;
    kind: string;
    pages: number;
    bytes: number;
    sha256: string;
    added_at: string;
    added_by: string;
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
