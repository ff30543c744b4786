/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `leaving` */
export interface LeavingRow {
  school_id: string;
  id: string;
  pupil_id: string;
  raised_at: string;
  due_day: string;
  details: Buffer | null;
  done_at: string | null;
  dropped_at: string | null;
  overdue_at: string | null;
}
