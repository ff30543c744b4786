import { fromBase64url } from '../../protocol/bytes';
import { isSigned, verifyAuthor, type OpenedEnvelope } from '../../protocol/envelope/open';
import { decodePayload, type Payload, type PayloadAuthor } from '../../protocol/payload';
import type { QuarantineReason } from '../../protocol/concerns';
import type { Ground } from '../ground';
import { openRawEnvelope } from '../records/open-envelope';
import type { Reader } from '../storage/database';
import type { AuthorKeyRow } from '../storage/rows/records';
import type { StaffRow } from '../storage/rows/school';
import type { SlipRow } from '../storage/rows/slips';

/** Kinds whose words somebody answers for. */
export type Worded = 'concern' | 'action' | 'addendum';

/** What came out of an envelope of one kind, and how far its author is proved. */
export type Opened<K extends Worded> =
  | {
      readonly payload: Payload<K>;
      readonly authorId: string | null;
      readonly doubt: QuarantineReason | null;
    }
  | { readonly payload: null; readonly authorId: null; readonly doubt: QuarantineReason };
export type OpenedConcern = Opened<'concern'>;

const unopened = (doubt: QuarantineReason) => ({ payload: null, authorId: null, doubt }) as const;

/**
 * Opens an envelope once and proves its author (envelope.md, Judge). Nothing is refused here: what cannot be
 * opened, read or proved comes back with its doubt.
 */
export async function openWords<K extends Worded>(
  ground: Ground,
  schoolId: string,
  raw: Uint8Array,
  kind: K,
): Promise<Opened<K>> {
  const opened = await openRawEnvelope(ground, schoolId, raw);
  if (!opened) return unopened('cannot-open');
  const payload = opened.header.kind === kind ? decodePayload(kind, opened.payload) : null;
  if (!payload) return unopened('unknown-schema');
  const { author, authorKeyId } = payload;
  if ('unconfirmed' in author || !isSigned(opened)) {
    return { payload, authorId: null, doubt: 'author-unconfirmed' };
  }
  const { staffId } = author;
  const doubt = await doubtAuthor(ground.database.read, schoolId, opened, staffId, authorKeyId);
  return { payload, authorId: doubt === 'signature-wrong' ? null : staffId, doubt };
}

/** The key of a parked draft, and whose word it carries. */
export interface ParkedKey {
  readonly lineageId: string;
  /** 32 bytes */
  readonly draftKey: Uint8Array;
  /** Proved by the signature; null for anybody else. */
  readonly authorId: string | null;
  readonly author: PayloadAuthor;
}

/** Opens a parked envelope; null where it does not open, or says something else. */
export async function openParkedKey(
  ground: Ground,
  schoolId: string,
  raw: Uint8Array,
): Promise<ParkedKey | null> {
  const opened = await openRawEnvelope(ground, schoolId, raw);
  const payload = opened?.header.kind === 'parked' ? decodePayload('parked', opened.payload) : null;
  if (!opened || !payload || payload.body.lineageId !== opened.header.lineageId) return null;
  const { author, authorKeyId, body } = payload;
  const key = { lineageId: body.lineageId, draftKey: fromBase64url(body.draftKey), author };
  if ('unconfirmed' in author || !isSigned(opened)) return { ...key, authorId: null };
  const { staffId } = author;
  const doubt = await doubtAuthor(ground.database.read, schoolId, opened, staffId, authorKeyId);
  return { ...key, authorId: doubt === null || doubt === 'author-left' ? staffId : null };
}

async function doubtAuthor(
  reader: Reader,
  schoolId: string,
  opened: OpenedEnvelope,
  staffId: string,
  authorKeyId: string | null,
): Promise<QuarantineReason | null> {
  const row = await reader('author_keys as k')
    .join('staff as s', (on) => on.on('s.id', 'k.staff_id').andOn('s.school_id', 'k.school_id'))
    .leftJoin('slips as l', (on) =>
      on.on('l.author_key_id', 'k.id').andOn('l.school_id', 'k.school_id').andOnNotNull('l.ended_at'),
    )
    .where({ 'k.school_id': schoolId, 'k.id': authorKeyId ?? '', 'k.staff_id': staffId })
    .first<
      | (Pick<AuthorKeyRow, 'public_key'> & Pick<StaffRow, 'disabled_at'> & Pick<SlipRow, 'ended_at'>)
      | undefined
    >('k.public_key', 's.disabled_at', 'l.ended_at');
  if (!row) return 'signature-wrong';
  if (!(await verifyAuthor(opened, fromBase64url(row.public_key)))) return 'signature-wrong';
  if (row.disabled_at) return 'author-left';
  // The school has taken back its word that whoever holds this key is that person.
  return row.ended_at ? 'slip-ended' : null;
}
