/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `backups` */
export interface BackupRow {
  id: string;
  made_at: string;
  through: string | null;
}
