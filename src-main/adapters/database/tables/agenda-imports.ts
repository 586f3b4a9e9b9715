/** Files of events that are being looked at, and what columns of tables hold. */
export interface AgendaImportTables {
  agenda_import: {
    id: string;
    user_id: string;
    name: string;
    state: string;
    at: string;
    /** JSON: FileReading; null while its rows are not all here. */
    view: string | null;
    landed_to: number | null;
    /** JSON: Landing. */
    landing: string | null;
  };
  agenda_import_row: {
    import_id: string;
    n: number;
    act: string;
    chosen: number;
    event_id: string;
    change_id: string;
    seen_version: number | null;
    /** What the event's revision becomes. */
    revision: number;
    /** JSON: [{field, old, new}]. */
    changes: string;
    uid: string | null;
    kind: string;
    title: string;
    state: string;
    start: string;
    end: string | null;
    open_end: number;
    zone: string;
    starts_at: string;
    venue: string;
    organizer: string;
    dress_code: string;
    companions: string;
    note: string;
    contact_name: string;
    contact_phone: string;
    press_access: string;
    /** JSON: [code]. */
    doubts: string;
    /** JSON: [FoundLeader]. */
    leaders: string;
  };
  table_columns: { headings: string; columns: string; at: string };
}
