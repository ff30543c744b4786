/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `pending_changes` */
export interface PendingChangeRow {
  school_id: string;
  id: string;
  kind: string;
  change: Buffer;
  widening: string;
  made_by: string;
  made_at: string;
  effective_at: string | null;
  state: 'waits' | 'made' | 'refused' | 'withdrawn' | 'overtaken';
  decided_by: string | null;
  decided_at: string | null;
}
