import type { QuarantineReason } from '../../protocol/concerns';
import type { OpenedConcern } from './open-raw';

/** An accepted envelope that has no verdict yet. */
export interface UnjudgedRow {
  school_id: string;
  envelope_id: string;
  kind: string;
  device_id: string;
  delivery_key_id: string;
  lineage_id: string;
  reference: string;
  raw: Buffer;
  received_at: string;
}

/** An opened concern with everything that its record needs. */
export interface JudgedConcern {
  readonly opened: OpenedConcern;
  /** SHA-256 of what was recorded, without the moment of sending; null where nothing could be read. */
  readonly bodyHash: string | null;
  readonly quarantine: QuarantineReason | null;
}

/** What came of judging one envelope. */
export interface Verdict {
  /** Staff whose inboxes changed. */
  readonly alerted: readonly string[];
}
