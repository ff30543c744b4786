/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `saved_views` */
export interface SavedViewRow {
  school_id: string;
  id: string;
  staff_id: string;
  name: Buffer;
  view: 'to-read' | 'mine' | 'all';
  level: 'high' | 'medium' | 'low' | 'none' | null;
  category_id: string | null;
  year_id: string | null;
  created_at: string;
}
