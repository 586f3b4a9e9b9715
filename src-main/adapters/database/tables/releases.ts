/** Releases, their texts and what was approved. */
export interface ReleaseTables {
  release: {
    id: string;
    event_id: string | null;
    kind: string;
    state: string;
    info_class: string;
    embargo_until: string | null;
    title: string;
    excerpt: string;
    words: number;
    working_version: number;
    schema_version: number;
    text_seq: number;
    digest_seq: number;
    admitted_seq: number;
    created_by: string;
    created_by_name: string;
    created_at: string;
    changed_by_name: string;
    changed_at: string;
    version: number;
  };
  release_update: {
    release_id: string;
    seq: number;
    working_version: number;
    late: number;
    data: Uint8Array;
    sha256: string;
    user_id: string;
    user_name: string;
    origin: string;
    schema_version: number;
    at: string;
  };
  release_snapshot: { release_id: string; seq: number; data: Uint8Array; at: string };
  release_photo: { release_id: string; photo_id: string; position: number };
  release_version: {
    release_id: string;
    version: number;
    number: string | null;
    /** Canonical JSON. */
    manifest: string;
    content_hash: string;
    approved_at: string;
    approved_by: string;
    approved_by_name: string;
  };
  release_guest: { release_id: string; name: string; position: string; short_name: string; at: string };
}
