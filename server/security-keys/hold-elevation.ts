import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { readSessionLimits } from '../school/settings';
import { TYPING_STEP } from '../staff/session-life';
import { dropElevation, findSessionById, noteActivity } from '../staff/session-store';

/** Ends full access in this session, in all of its tabs at once. */
export async function endElevation(ground: Ground, actor: StaffActor): Promise<void> {
  const now = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    await dropElevation(trx, { id: actor.sessionId });
    await appendAudit(trx, {
      schoolId: actor.schoolId,
      at: now,
      actor: actor.staffId,
      what: 'elevation.ended',
      object: `session:${actor.sessionId}`,
    });
  });
}

/** The person types: full access stays alive, once a minute. No audit, for it changes nothing but a clock. */
export async function stillTyping(ground: Ground, actor: StaffActor): Promise<void> {
  const now = ground.clock.now();
  const session = await findSessionById(ground.database.read, actor.sessionId, timeStamp(ground.clock));
  const last = session?.elevation_active_at;
  if (!last || now - Date.parse(last) < TYPING_STEP) return;
  const { elevationIdle } = await readSessionLimits(ground.database.read, ground, actor.schoolId);
  const aliveSince = timeStamp(ground.clock, -elevationIdle);
  await ground.database.write((trx) =>
    noteActivity(trx, actor.sessionId, timeStamp(ground.clock), aliveSince),
  );
}
