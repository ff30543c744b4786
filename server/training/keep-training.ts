import type { BodyOf } from '../../protocol/endpoint';
import { MOST_TRAINING, type keepTraining as keeping } from '../../protocol/training';
import { trainingRefusals } from '../../protocol/words/refusals/support';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { MINUTE, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { momentOf } from '../school/quiet-hours';
import { cellsOf } from '../storage/cells';
import type { Transaction } from '../storage/database';

/** Lists a session at one's own school, or changes it. @throws what {@link putSession} throws */
export async function keepTraining(
  ground: Ground,
  actor: StaffActor,
  id: string,
  given: BodyOf<typeof keeping>,
): Promise<void> {
  await change(ground, actor, id, 'training.kept', async (trx, at) => {
    await putSession(trx, ground, { schoolId: actor.schoolId, by: actor.staffId, id, given, at });
  });
}

/** A session at one school. */
export interface SessionAtSchool {
  readonly schoolId: string;
  /** staff id of whoever lists it */
  readonly by: string;
  readonly id: string;
  readonly given: BodyOf<typeof keeping>;
  /** now */
  readonly at: string;
}

/**
 * Writes a session into one school, by the clock on its wall.
 * @throws problem 'not-valid' for one that has begun before it is listed; 'conflict' for too many
 */
export async function putSession(
  trx: Transaction,
  ground: Ground,
  { schoolId, by, id, given, at }: SessionAtSchool,
): Promise<void> {
  const school = await trx('schools').where({ id: schoolId }).first('time_zone');
  const starts = momentOf(given.day, given.at, school?.time_zone ?? 'Europe/London');
  if (starts <= ground.clock.now())
    throw problem('not-valid', { field: 'body.day', title: trainingRefusals.timeOver });
  const { title, url, audience } = given;
  const set = {
    ...cellsOf(ground.keys, schoolId, 'training_sessions').seal(id, { title, url }),
    audience,
    starts_at: new Date(starts).toISOString(),
    ends_at: new Date(starts + given.minutes * MINUTE).toISOString(),
  };
  const here = { school_id: schoolId, id };
  if ((await trx('training_sessions').where(here).update(set)) > 0) return;
  await letGoPast(trx, schoolId, at);
  if ((await trx('training_sessions').where({ school_id: schoolId }).pluck('id')).length >= MOST_TRAINING)
    throw problem('conflict', { title: trainingRefusals.manySessions });
  await trx('training_sessions').insert({ ...here, ...set, created_by: by, created_at: at });
}

/** @throws problem 'not-found' for one that is not there */
export async function removeTraining(ground: Ground, actor: StaffActor, id: string): Promise<void> {
  const { schoolId } = actor;
  await change(ground, actor, id, 'training.removed', async (trx) => {
    await trx('training_places').where({ school_id: schoolId, session_id: id }).delete();
    const gone = await trx('training_sessions').where({ school_id: schoolId, id }).delete();
    if (gone === 0) throw problem('not-found');
  });
}

/** Who came to what is kept by nobody: a session that is over goes, with its list, when the next one is listed. */
async function letGoPast(trx: Transaction, schoolId: string, now: string): Promise<void> {
  const past = await trx('training_sessions')
    .where({ school_id: schoolId })
    .where('ends_at', '<=', now)
    .pluck<string[]>('id');
  await trx('training_places').where({ school_id: schoolId }).whereIn('session_id', past).delete();
  await trx('training_sessions').where({ school_id: schoolId }).whereIn('id', past).delete();
}

async function change(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  id: string,
  what: string,
  deed: (trx: Transaction, at: string) => Promise<void>,
): Promise<void> {
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    await deed(trx, at);
    await appendAudit(trx, { schoolId, at, actor: staffId, what, object: `training:${id}` });
  });
}
