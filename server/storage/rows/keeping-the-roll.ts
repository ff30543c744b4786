/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `export_columns` */
export interface ExportColumnRow {
  school_id: string;
  matching: Buffer;
}
