/** Addresses that calendar programs ask. */
export interface AgendaOutTables {
  calendar_subscription: {
    id: string;
    user_id: string;
    what: string;
    leader_id: string | null;
    token_hash: string;
    made_at: string;
    last_used_at: string | null;
  };
}
