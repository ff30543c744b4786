/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `earlier_documents` */
export interface EarlierDocumentRow {
  school_id: string;
  document_id: string;
  position: number;
  id: string;
  staff_id: string;
  at: string;
  details: Buffer;
}
