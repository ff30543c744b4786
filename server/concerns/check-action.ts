import { leadKinds, type NewAction } from '../../protocol/concern-actions';
import { actionRefusals } from '../../protocol/words/refusals/actions';
import type { StaffActor } from '../access/actor';
import { readToday } from '../alerts/absence/read-absences';
import { MINUTE } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import type { Transaction } from '../storage/database';
import { namesAnybody, readTellable, toldBy } from './alert-by-action';
import { readOwners } from './action-owners';

/** A device's clock may run this far ahead before a time counts as the future, ms. */
export const AHEAD = 5 * MINUTE;

interface Given {
  readonly concernId: string;
  readonly action: NewAction;
  readonly leads: boolean;
  /** The first day that can be due, yyyy-mm-dd; today, unless it was written before it came. */
  readonly from?: string;
}

/** Refuses what cannot be, in words. @throws problem 'not-valid' */
export async function checkAction(
  trx: Transaction,
  ground: Ground,
  actor: StaffActor,
  given: Given,
): Promise<void> {
  const { action, leads } = given;
  if (action.happenedAt !== null && Date.parse(action.happenedAt) > ground.clock.now() + AHEAD) {
    refuse('happenedAt', actionRefusals.notYet);
  }
  if (!leads && leadKinds.includes(action.kind)) {
    refuse('kind', actionRefusals.leadsOnly);
  }
  if (action.kind === 'referral') {
    if (action.agencyId === null) refuse('agencyId', actionRefusals.whichAgency);
    if (action.due === null) refuse('due', actionRefusals.whichDay);
  }
  if (action.agencyId !== null) await checkAgency(trx, actor, action);
  if (action.due !== null) await checkDue(trx, ground, actor, { ...given, due: action.due });
  if (namesAnybody(action)) await checkAlerted(trx, ground, actor, given);
}

/** Somebody of a group may be close to the child and is left out; where nobody is left, nobody would know. */
async function checkAlerted(
  trx: Transaction,
  ground: Ground,
  actor: StaffActor,
  { concernId, action, leads }: Given,
): Promise<void> {
  if (!leads) refuse('alert', actionRefusals.leadsAlert);
  if (toldBy(action, await readTellable(trx, ground, actor, concernId)).length === 0)
    refuse('alert', actionRefusals.nobodyToTell);
}

function refuse(field: string, title: string): never {
  throw problem('not-valid', { field: `body.${field}`, title });
}

async function checkAgency(trx: Transaction, { schoolId }: StaffActor, action: NewAction): Promise<void> {
  if (action.kind !== 'referral') refuse('agencyId', actionRefusals.agencyOfReferral);
  const there = await trx('agencies')
    .where({ school_id: schoolId, id: action.agencyId ?? '', removed_at: null })
    .first('id');
  if (!there) refuse('agencyId', actionRefusals.agencyGone);
}

async function checkDue(
  trx: Transaction,
  ground: Ground,
  actor: StaffActor,
  { concernId, leads, from, due }: Given & { due: NonNullable<NewAction['due']> },
): Promise<void> {
  if (due.day < (from ?? (await readToday(trx, ground, actor.schoolId))))
    refuse('due.day', actionRefusals.dayOver);
  if (due.ownerId === actor.staffId) return;
  const owners = leads ? await readOwners(trx, ground, actor, concernId) : [];
  if (!owners.includes(due.ownerId)) refuse('due.ownerId', actionRefusals.notTheirs);
}
