import type { EnvelopeHeader } from '../../protocol/envelope/header';
import type { Ground } from '../ground';
import { partPath } from './shelf/shelf';

interface Part {
  readonly header: EnvelopeHeader;
  /** Of the whole envelope, base64url. */
  readonly sha256: string;
  readonly raw: Uint8Array;
}

const NOTHING = new Uint8Array(0);

/**
 * Puts the chunks of a delivery into the folder, durably, before their rows are written: a receipt means that the school
 * holds them (envelope.md, Receiving). Their rows then hold no bytes, so that no file makes the database grow.
 * Written ahead of the shared commit: a disk that is full for a chunk refuses nobody's words.
 * @returns the delivery as its rows hold it
 */
export async function keepParts<P extends Part>(
  ground: Ground,
  schoolId: string,
  arrived: readonly P[],
): Promise<P[]> {
  const parts = arrived.filter(({ header }) => header.kind === 'attachment');
  if (parts.length === 0) return [...arrived];
  const known = new Set(
    await ground.database
      .read('envelopes')
      .where({ school_id: schoolId })
      .whereIn(
        'sha256',
        parts.map(({ sha256 }) => sha256),
      )
      .whereIn(
        'envelope_id',
        parts.map(({ header }) => header.envelopeId),
      )
      .pluck<string[]>('sha256'),
  );
  for (const { sha256, raw } of parts)
    if (!known.has(sha256)) await ground.files.put(partPath(schoolId, sha256), [raw]);
  return arrived.map((one) => (one.header.kind === 'attachment' ? { ...one, raw: NOTHING } : one));
}
