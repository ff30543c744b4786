/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `sign_in_providers` */
export interface SignInProviderRow {
  school_id: string;
  provider: 'microsoft' | 'google' | 'other';
  settings: Buffer;
  secret: Buffer;
  set_at: string;
}

/** `sign_in_attempts` */
export interface SignInAttemptRow {
  school_id: string;
  id: string;
  state_hash: string;
  browser_hash: string;
  kept: Buffer;
  created_at: string;
  expires_at: string;
  used_at: string | null;
}

/** `provider_identities` */
export interface ProviderIdentityRow {
  id: string;
  account_id: string;
  provider_index: string;
  subject_index: string | null;
  address: Buffer;
  provider: 'microsoft' | 'google' | 'other';
  linked_at: string;
  last_used_at: string | null;
  removed_at: string | null;
}
