/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `passkey_challenges` */
export interface PasskeyChallengeRow {
  challenge_hash: string;
  purpose: 'register' | 'log-in' | 'elevate' | 'prove';
  account_id: string | null;
  bound_to: string;
  key_id: string | null;
  expires_at: string;
  used_at: string | null;
}
