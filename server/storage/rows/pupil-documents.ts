/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `pupil_documents` */
export interface PupilDocumentRow {
  school_id: string;
  id: string;
  pupil_id: string;
  file_id: string;
  staff_id: string;
  at: string;
  details: Buffer;
  removed_at: string | null;
  review_day: string | null;
  overdue_at: string | null;
  version_id: string | null;
  changed_by: string | null;
  changed_at: string | null;
}
