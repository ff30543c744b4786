import type { setLevel as setting } from '../../protocol/concern-decisions';
import type { BodyOf } from '../../protocol/endpoint';
import { concernRefusals } from '../../protocol/words/refusals/concerns';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { decideOnce } from './decisions';
import { needOpen } from './lock-concern';

/** How serious a concern is; every change stands in its history with its reason. @throws problem 'not-valid' for what it is already */
export async function setLevel(
  ground: Ground,
  actor: StaffActor,
  concernId: string,
  asked: BodyOf<typeof setting>,
): Promise<void> {
  const { level, reason } = asked;
  await decideOnce(ground, actor, { concernId, asked }, async ({ trx, concern }) => {
    needOpen(concern);
    if (concern.level === level) {
      throw problem('not-valid', {
        field: 'body.level',
        title: concernRefusals.sameLevel,
      });
    }
    await trx('concerns').where({ school_id: actor.schoolId, id: concernId }).update({ level });
    const facts = { from: concern.level, to: level };
    return { kind: 'level', text: reason, more: { level }, what: 'concern.level-set', facts };
  });
}
