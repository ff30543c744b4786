/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `concern_staff` */
export interface ConcernStaffRow {
  school_id: string;
  concern_id: string;
  staff_id: string;
}
