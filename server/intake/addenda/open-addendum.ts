import * as v from 'valibot';
import { payloadSchemas, type Payload } from '../../../protocol/payload';
import type { Ground } from '../../ground';
import { cellsOf } from '../../storage/cells';
import type { WaitingAddendum } from './waiting';

/** What an addition that waits says, as its author sealed it. */
export function openWaiting(ground: Ground, row: WaitingAddendum): Payload<'addendum'> {
  const cells = cellsOf(ground.keys, row.school_id, 'addenda');
  return v.parse(payloadSchemas.addendum, JSON.parse(cells.need(row.envelope_id, 'payload', row.payload)));
}
