/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `training_sessions` */
export interface TrainingSessionRow {
  school_id: string;
  id: string;
  title: Buffer;
  url: Buffer;
  audience: 'everyone' | 'leads' | 'administrators';
  starts_at: string;
  ends_at: string;
  created_by: string;
  created_at: string;
}

/** `training_places` */
export interface TrainingPlaceRow {
  school_id: string;
  session_id: string;
  staff_id: string;
  taken_at: string;
}
