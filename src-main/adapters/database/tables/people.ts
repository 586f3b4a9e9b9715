/** Users, sessions, failed sign-ins, the register, settings. */
export interface PeopleTables {
  setting: { key: string; value: string };
  user: {
    id: string;
    username: string;
    name: string;
    /** JSON array of roles. */
    roles: string;
    active: number;
    language: string;
    password_hash: string | null;
    pin_hash: string | null;
  };
  session: {
    id: string;
    user_id: string;
    token_hash: string;
    device: string;
    place: string;
    started_at: string;
    last_seen_at: string;
  };
  sign_in_failure: { name: string; count: number; until: string };
  device_person: { device_hash: string; user_id: string; seen_at: string };
  pin_off: { user_id: string; at: string; lifted_at: string | null };
  official: {
    id: string;
    name: string;
    position: string;
    short_position: string;
    short_name: string;
    leader: number;
    confirmed: number;
    active: number;
  };
  agency: { id: string; name: string; short_name: string };
}
