/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `support_requests` */
export interface SupportRequestRow {
  school_id: string;
  id: string;
  staff_id: string;
  reference: string;
  way: 'mail' | 'file';
  text: Buffer;
  created_at: string;
}
