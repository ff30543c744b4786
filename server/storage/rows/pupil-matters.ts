/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `pupil_matters` */
export interface PupilMatterRow {
  school_id: string;
  id: string;
  matter_id: string;
  pupil_id: string;
  other_id: string | null;
  staff_id: string;
  at: string;
  details: Buffer;
  review_day: string | null;
  overdue_at: string | null;
}
