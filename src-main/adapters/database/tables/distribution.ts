/** Partners, the account mail is sent with, and the ledger. */
export interface DistributionTables {
  outlet: {
    id: string;
    name: string;
    kind: string;
    city: string;
    website: string;
    note: string;
    active: number;
    version: number;
  };
  journalist: {
    id: string;
    name: string;
    email: string;
    phone: string;
    outlet_id: string | null;
    desk: string;
    note: string;
    active: number;
    version: number;
  };
  partner_group: { id: string; name: string; kind: string; note: string; version: number };
  group_member: { group_id: string; journalist_id: string };
  mail_account: {
    id: string;
    /** JSON of SmtpFields. */
    fields: string;
    secret: string | null;
    changed_at: string;
    version: number;
  };
  channel_state: {
    channel: string;
    paused_at: string | null;
    paused_because: string | null;
    paused_words: string;
    consecutive: number;
    tried: number;
    failed: number;
  };
  delivery: {
    id: string;
    release_id: string;
    version: number;
    content_hash: string;
    channel: string;
    recipient_key: string;
    recipient_name: string;
    recipient_address: string;
    outlet: string;
    state: string;
    attempts: number;
    failures: number;
    reason: string | null;
    answer: string;
    reference: string | null;
    at: string;
    next_try_at: string | null;
    created_at: string;
    created_by: string;
  };
  delivery_attempt: {
    delivery_id: string;
    number: number;
    reference: string;
    intended_at: string;
    outcome: string | null;
    reason: string | null;
    answer: string;
    finished_at: string | null;
  };
  kept_mail_body: { key: string; body: string };
  kept_mail: {
    id: string;
    reference: string;
    at: string;
    sender: string;
    recipient: string;
    subject: string;
    bytes: number;
    head: string;
    body_key: string;
  };
}
