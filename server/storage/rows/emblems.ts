/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `emblems` */
export interface EmblemRow {
  school_id: string;
  hash: string;
  type: 'image/png' | 'image/jpeg' | 'image/webp';
  width: number;
  height: number;
  picture: Buffer;
  set_at: string;
}
