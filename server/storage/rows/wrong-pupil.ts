/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `withdrawn_alerts` */
export interface WithdrawnAlertRow {
  school_id: string;
  id: string;
  concern_id: string;
  staff_id: string;
  reasons: string;
  created_at: string;
  opened_at: string | null;
  read_at: string | null;
  held_for: 'quiet' | 'daily' | null;
  held_until: string | null;
  away: number;
  withdrawn_at: string;
}
