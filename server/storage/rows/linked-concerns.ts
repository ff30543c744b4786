/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `concern_links` */
export interface ConcernLinkRow {
  school_id: string;
  id: string;
  concern_id: string;
  other_id: string;
  reason: Buffer;
  linked_by: string;
  linked_at: string;
  end_id: string | null;
  ended_reason: Buffer | null;
  ended_by: string | null;
  ended_at: string | null;
  covers: Buffer | null;
}
