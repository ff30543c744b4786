/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `addenda` */
export interface AddendaRow {
  school_id: string;
  envelope_id: string;
  lineage_id: string;
  record_id: string;
  author_id: string | null;
  doubt:
    | 'author-unconfirmed'
    | 'author-left'
    | 'slip-ended'
    | 'device-revoked'
    | 'signature-wrong'
    | 'cannot-open'
    | 'unknown-schema'
    | 'category-gone'
    | 'possible-duplicate'
    | 'unfinished'
    | 'addition-of-another'
    | 'addition-alone'
    | 'action-not-allowed'
    | 'action-closed'
    | 'action-alone'
    | 'action-late'
    | 'action-unfit'
    | null;
  payload: Buffer | null;
  received_at: string;
  late_at: string | null;
  concern_id: string | null;
  joined_at: string | null;
  told: string | null;
  opened_at: string | null;
}
