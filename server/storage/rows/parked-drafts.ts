/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `parked_drafts` */
export interface ParkedDraftRow {
  school_id: string;
  envelope_id: string;
  lineage_id: string;
  device_id: string;
  revision: number;
  sha256: string;
  ciphertext: Buffer;
  began_at: string;
  touched_at: string;
  parked_at: string;
  received_at: string;
  known_revision: number | null;
  author_id: string | null;
  facts: string | null;
  resumed_at: string | null;
  resumed_revision: number | null;
  ended_at: string | null;
  ended_by: 'concern' | 'author' | 'lead' | null;
  concern_id: string | null;
}
