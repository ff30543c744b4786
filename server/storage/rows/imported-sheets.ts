/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `imported_sheets` */
export interface ImportedSheetRow {
  school_id: string;
  sheet: string;
  imported_at: string;
  rows: Buffer;
}
