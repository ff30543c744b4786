/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `absences` */
export interface AbsenceRow {
  school_id: string;
  staff_id: string;
  cover_id: string;
  from_day: string;
  until_day: string | null;
  set_by: string;
  set_at: string;
}
