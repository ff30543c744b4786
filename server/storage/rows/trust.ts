/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `trust_administrators` */
export interface TrustAdministratorRow {
  account_id: string;
  created_at: string;
  ended_at: string | null;
}

/** `site_invitations` */
export interface SiteInvitationRow {
  id: string;
  site: string;
  contact: Buffer;
  token_hash: string;
  school_id: string;
  staff_id: string;
  created_at: string;
  expires_at: string;
  used_at: string | null;
  withdrawn_at: string | null;
}
