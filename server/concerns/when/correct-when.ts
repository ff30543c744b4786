import type { correctWhen as correcting } from '../../../protocol/concern-decisions';
import type { BodyOf } from '../../../protocol/endpoint';
import { correctionRefusals } from '../../../protocol/words/refusals/concerns';
import type { StaffActor } from '../../access/actor';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { openBody } from '../body';
import { AHEAD } from '../check-action';
import { decideOnce, type Deciding } from '../decisions';

type Correcting = BodyOf<typeof correcting>;

/**
 * Says when a concern happened, with a reason, also once it is closed: its author was mistaken. Its text stays as it was
 * written, and so does every version before. From now on lists, searches, counts and papers go by this moment
 * (product.md section 3).
 * @throws problem 'not-valid' for a moment that is still to come or stands there already; 'conflict' where somebody was first
 */
export async function correctWhen(
  ground: Ground,
  actor: StaffActor,
  concernId: string,
  given: Correcting,
): Promise<void> {
  const { actionId, reason } = given;
  await decideOnce(ground, actor, { concernId, asked: given }, async (deciding) => {
    await checkMoment(deciding, given);
    const now = { when_at: given.at, when_about: Number(given.about) };
    await deciding
      .trx('concerns')
      .where({ school_id: actor.schoolId, id: concernId })
      .update({ happened_at: now.when_at, when_about: now.when_about });
    // Not which day: the audit is read by others than the record is.
    return {
      kind: 'redated',
      text: reason,
      more: now,
      what: 'concern.when-corrected',
      facts: { action: actionId },
    };
  });
}

async function checkMoment(
  { trx, ground, actor: { schoolId }, concern }: Deciding,
  { was, at, about }: Correcting,
): Promise<void> {
  const row = await trx('concerns').where({ school_id: schoolId, id: concern.id }).first();
  const said = row && openBody(ground, schoolId, row)?.when;
  if (said?.at !== was) throw problem('conflict', { title: correctionRefusals.justCorrected });
  if (Date.parse(at) > ground.clock.now() + AHEAD) throw refused(correctionRefusals.notYet);
  if (at === was && about === said.about) throw refused(correctionRefusals.sameTime);
}

const refused = (title: string) => problem('not-valid', { field: 'body.at', title });
