import type { QuarantineReason } from '../../protocol/concerns';
import type { NamedFile } from '../files/store';
import type { EnvelopeRow } from '../storage/rows/records';
import type { OpenedConcern } from './open-raw';

/** What judging reads of an envelope. */
export const unjudgedColumns = [
  'school_id',
  'envelope_id',
  'kind',
  'device_id',
  'delivery_key_id',
  'lineage_id',
  'sha256',
  'reference',
  'raw',
  'received_at',
] as const;

/** An accepted envelope that has no verdict yet. */
export type UnjudgedRow = Pick<EnvelopeRow, (typeof unjudgedColumns)[number]>;

/** An opened concern with everything that its record needs. */
export interface JudgedConcern {
  readonly opened: OpenedConcern;
  /** SHA-256 of what was recorded, without the moment of sending; null where nothing could be read. */
  readonly bodyHash: string | null;
  readonly quarantine: QuarantineReason | null;
}

/** A concern with its files, whose chunks may have come before it, or not yet. */
export interface JudgedRecord extends JudgedConcern {
  readonly files: readonly NamedFile[];
}

/** What came of judging one envelope. */
export interface Verdict {
  /** Staff whose inboxes changed. */
  readonly alerted: readonly string[];
  /** A file may have become whole. */
  readonly files?: boolean;
}
