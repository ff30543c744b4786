/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `membership_offers` */
export interface MembershipOfferRow {
  school_id: string;
  staff_id: string;
  email_index: string;
  offered_at: string;
  mailed_at: string | null;
  token_hash: string | null;
  expires_at: string | null;
  decided_at: string | null;
}

/** `site_changes` */
export interface SiteChangeRow {
  id: string;
  account_id: string;
  session_id: string;
  to_school_id: string;
  ticket_hash: string;
  challenge: string | null;
  code_hash: string | null;
  expires_at: string;
  used_at: string | null;
}
