/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `pupil_watchers` */
export interface PupilWatcherRow {
  school_id: string;
  pupil_id: string;
  staff_id: string;
  at: string;
}

/** `watched_categories` */
export interface WatchedCategoryRow {
  school_id: string;
  pupil_id: string;
  category_id: string;
  staff_id: string;
  at: string;
}
