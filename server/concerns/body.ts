import * as v from 'valibot';
import { concernBodySchema, type ConcernBody } from '../../protocol/concern-body';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';

/** Opens what an author recorded; null for an envelope that could not be opened. */
export function openBody(
  ground: Ground,
  schoolId: string,
  id: string,
  cell: Buffer | null,
): ConcernBody | null {
  const text = cellsOf(ground.keys, schoolId, 'concerns').open(id, 'body', cell);
  return text === null ? null : v.parse(concernBodySchema, JSON.parse(text));
}
