/** Photos, the events they are shown with, and imports. */
export interface PhotoTables {
  photo: {
    id: string;
    event_id: string | null;
    sha256: string;
    path: string;
    file_name: string;
    format: string;
    bytes: number;
    width: number;
    height: number;
    taken_at: string | null;
    camera: string | null;
    caption: string;
    credit: string;
    alt: string;
    state: string;
    preview: number;
    verified: string;
    added_at: string;
    added_by: string;
    added_by_name: string;
    version: number;
  };
  photo_event: { photo_id: string; event_id: string; position: number };
  photo_import: {
    id: string;
    event_id: string | null;
    state: string;
    started_at: string;
    started_by: string;
    started_by_name: string;
  };
  photo_import_file: {
    id: string;
    import_id: string;
    position: number;
    name: string;
    size: number;
    last_modified: number;
    source_path: string | null;
    state: string;
    photo_id: string | null;
    /** JSON of a Refusal. */
    refusal: string | null;
  };
}
