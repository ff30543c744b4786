import type { Payload } from '../../../protocol/payload';
import type { Ground } from '../../ground';
import { digestOf } from '../../concerns/asked-before';
import { cellsOf } from '../../storage/cells';
import type { Transaction } from '../../storage/database';
import type { ConcernRow } from '../../storage/rows/records';
import { askedIn } from './asked-in';

/** The concern that an action is added to, as far as that decides whether it can be. */
export type ActedOn = Pick<ConcernRow, 'id' | 'reference' | 'closed_at'>;

/**
 * The concern that an action names, or the one into which that was joined since, held until the transaction ends: it
 * and a request of the same action come one after the other. Null: not here.
 */
export async function findConcernOf(
  trx: Transaction,
  schoolId: string,
  concernId: string,
): Promise<ActedOn | null> {
  const named = await trx('concerns').where({ school_id: schoolId, id: concernId }).first('joined_into');
  const found = await trx('concerns')
    .where({ school_id: schoolId, id: named?.joined_into ?? concernId })
    .forUpdate()
    .first('id', 'reference', 'closed_at');
  return found ?? null;
}

/** An action of this id that is here already. */
export interface SentBefore {
  readonly concernId: string;
  /** It is this one: the same author's, saying the same. */
  readonly same: boolean;
}

/** Whether an action has come before, by its own request or in another envelope. */
export async function isSent(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  { payload: { body }, authorId }: { payload: Payload<'action'>; authorId: string | null },
): Promise<SentBefore | null> {
  const there = await trx('concern_actions').where({ school_id: schoolId, id: body.actionId }).first();
  if (!there) return null;
  const text = cellsOf(ground.keys, schoolId, 'concern_actions').open(there.id, 'text', there.text);
  const person = { schoolId, staffId: authorId ?? '' };
  const same =
    there.staff_id === authorId &&
    (there.asked === null || there.asked === digestOf(ground, person, askedIn(body))) &&
    there.kind === body.kind &&
    text === body.text.trim() &&
    there.due_day === (body.due?.day ?? null) &&
    there.agency_id === (body.agencyId ?? null);
  return { concernId: there.concern_id, same };
}
