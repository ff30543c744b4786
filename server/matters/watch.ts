import type { BodyOf } from '../../protocol/endpoint';
import type { watchCategories as watching } from '../../protocol/watching';
import { matterRefusals } from '../../protocol/words/refusals/pupil-page';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { findKept } from './find-pupil';
import { seesPupilsIn } from './watched';

/** A lead watches a pupil, or no longer; said twice it is so once. @throws problem 'not-found' */
export async function watchPupil(
  ground: Ground,
  actor: StaffActor,
  pupilId: string,
  watching: boolean,
): Promise<void> {
  await findKept(ground, actor, pupilId);
  const { schoolId, staffId } = actor;
  const at = timeStamp(ground.clock);
  const row = { school_id: schoolId, pupil_id: pupilId, staff_id: staffId };
  await ground.database.write(async (trx) => {
    if (watching)
      await trx('pupil_watchers')
        .insert({ ...row, at })
        .onConflict(['school_id', 'pupil_id', 'staff_id'])
        .ignore();
    else await trx('pupil_watchers').where(row).delete();
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: watching ? 'pupil.watched' : 'pupil.unwatched',
      object: `pupil:${pupilId}`,
    });
  });
}

/**
 * In which categories a pupil is watched. Only what this lead turned is changed: what
 * another lead ticked since the screen was read stays, and so do categories in which this one sees no pupils.
 * @throws problem 'not-found'; 'not-valid' for a category that is not theirs
 */
export async function watchCategories(
  ground: Ground,
  actor: StaffActor,
  pupilId: string,
  { categories, seen }: BodyOf<typeof watching>,
): Promise<void> {
  await findKept(ground, actor, pupilId);
  const own = seesPupilsIn(actor);
  if (!categories.every((id) => own.includes(id)))
    throw problem('not-valid', {
      field: 'body.categories',
      title: matterRefusals.categoryGone,
    });
  const { schoolId, staffId } = actor;
  const at = timeStamp(ground.clock);
  const here = { school_id: schoolId, pupil_id: pupilId };
  await ground.database.write(async (trx) => {
    const gone = own.filter((id) => seen.includes(id) && !categories.includes(id));
    const fresh = categories.filter((id) => !seen.includes(id));
    await trx('watched_categories').where(here).whereIn('category_id', gone).delete();
    if (fresh.length > 0)
      await trx('watched_categories')
        .insert(fresh.map((category_id) => ({ ...here, category_id, staff_id: staffId, at })))
        .onConflict(['school_id', 'pupil_id', 'category_id'])
        .ignore();
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'pupil.categories-watched',
      object: `pupil:${pupilId}`,
      facts: { on: fresh, off: gone },
    });
  });
}
