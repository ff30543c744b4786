/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `keys` */
export interface KeyRow {
  scope: string;
  id: string;
  kind: 'data' | 'index' | 'identity' | 'envelope' | 'receipt' | 'vapid';
  epoch: number;
  wrapped: Buffer;
  public_key: string | null;
  created_at: string;
  not_after: string | null;
}

/** `accounts` */
export interface AccountRow {
  id: string;
  email_index: string;
  email: Buffer;
  password_hash: string | null;
  password_set_at: string | null;
  first_log_in_at: string | null;
  first_key_at: string | null;
  mail_alerts: number;
  created_at: string;
  quiet_from: string | null;
  quiet_to: string | null;
  quiet_weekends: number;
}

/** `sessions` */
export interface SessionRow {
  id: string;
  account_id: string;
  school_id: string;
  staff_id: string;
  token_hash: string;
  browser: string;
  created_at: string;
  active_at: string;
  password_at: string;
  elevated_at: string | null;
  elevation_active_at: string | null;
  ended_at: string | null;
  log_in_id: string | null;
}

/** `security_keys` */
export interface SecurityKeyRow {
  id: string;
  account_id: string;
  kind: 'totp' | 'passkey';
  state: 'pending' | 'saved';
  name: Buffer | null;
  secret: Buffer;
  created_at: string;
  saved_at: string | null;
  last_used_at: string | null;
  counts_from: string | null;
  confirmed_by: 'code' | 'first' | 'shell' | 'person' | null;
  removed_at: string | null;
  credential_index: string | null;
  sign_count: string | null;
  backed_up: number;
  begun_in: string | null;
}

/** `used_codes` */
export interface UsedCodeRow {
  key_id: string;
  step: number;
  used_at: string;
  school_id: string | null;
}

/** `recovery_codes` */
export interface RecoveryCodeRow {
  id: string;
  account_id: string;
  code_hash: string;
  created_at: string;
  used_at: string | null;
}

/** `links` */
export interface LinkRow {
  id: string;
  account_id: string | null;
  purpose: string;
  token_hash: string;
  created_at: string;
  expires_at: string;
  used_at: string | null;
}

/** `known_browsers` */
export interface KnownBrowserRow {
  id: string;
  account_id: string;
  token_hash: string;
  seen_at: string;
  elevated_at: string | null;
}

/** `limits` */
export interface LimitRow {
  bucket: string;
  window: string;
  count: number;
  expires_at: string;
}
