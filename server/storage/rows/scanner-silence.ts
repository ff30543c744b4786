/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `scanner_silence` */
export interface ScannerSilenceRow {
  id: number;
  since: string;
}
