/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `slips` */
export interface SlipRow {
  school_id: string;
  id: string;
  staff_id: string;
  code_hash: string;
  made_by: string;
  made_at: string;
  expires_at: string;
  withdrawn_at: string | null;
  used_at: string | null;
  used_on: string | null;
  author_key_id: string | null;
  ended_at: string | null;
}
