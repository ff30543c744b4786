import type { listDueActions } from '../../../protocol/due-actions';
import type { ReplyOf } from '../../../protocol/endpoint';
import { groupWorks, type StaffActor } from '../../access/actor';
import { readToday } from '../../alerts/absence/read-absences';
import { timeStamp } from '../../clock';
import { readPupilFiles } from '../../concerns/pupils-shown';
import type { Ground } from '../../ground';
import { openTasks } from '../../matters/leaving';
import { overdueReviews } from '../../matters/overdue-reviews';
import { knowConcerns } from '../../records/load-facts';
import { loadRestrictions } from '../../school/load-restrictions';
import { noteShown } from '../note-shown';
import { findDue, type Due } from './find-due';
import { readContents } from './present-due';

/**
 * What is due for one person and what waits for others. Until they are elevated, and where they may not open the concern
 * any more, a row says its day and the reference alone; where they must not know of it, it is not there.
 */
export async function listDue(ground: Ground, viewer: StaffActor): Promise<ReplyOf<typeof listDueActions>> {
  const { read } = ground.database;
  const restrictions = await loadRestrictions(read, viewer.schoolId);
  const { due, more } = await findDue(ground, viewer, restrictions);
  const readable = groupWorks(viewer) ? due.filter(({ opens }) => opens) : [];
  await noteShown(ground, viewer, concernsOf(readable), 'actions.shown');
  const contents = await readContents(ground, viewer, restrictions, readable);
  const known = await knowConcerns(read, ground, viewer, concernsOf(due));
  return {
    rows: due.map(({ row, mine, opens }) => ({
      actionId: row.id,
      concernId: opens ? row.concern_id : null,
      reference: known.get(row.concern_id)?.row.reference ?? '',
      day: row.due_day ?? '',
      mine,
      content: contents.get(row.id) ?? null,
    })),
    leavers: await listLeavers(ground, viewer),
    reviews: await listReviews(ground, viewer),
    more,
    today: await readToday(read, ground, viewer.schoolId),
    elevateToRead: viewer.group.higherLevel && !viewer.elevated,
    checkedAt: timeStamp(ground.clock),
  };
}

/** Files that the leads still have to hand on; who it is about only with full access. */
async function listLeavers(
  ground: Ground,
  viewer: StaffActor,
): Promise<ReplyOf<typeof listDueActions>['leavers']> {
  const tasks = await openTasks(ground, viewer);
  const { read } = ground.database;
  const ids = viewer.elevated ? tasks.map(({ pupil_id }) => pupil_id) : [];
  const files = await readPupilFiles(read, ground, viewer.schoolId, ids);
  return tasks.map(({ due_day, pupil_id }) => {
    const file = files.get(pupil_id);
    return {
      day: due_day,
      pupil: file ? { id: file.id, name: file.name, className: file.className } : null,
    };
  });
}

/** Documents and plans that the leads have to look at again; whose they are only with full access. */
async function listReviews(
  ground: Ground,
  viewer: StaffActor,
): Promise<ReplyOf<typeof listDueActions>['reviews']> {
  const reviews = await overdueReviews(ground, viewer);
  const ids = viewer.elevated ? reviews.map(({ pupilId }) => pupilId) : [];
  const files = await readPupilFiles(ground.database.read, ground, viewer.schoolId, [...new Set(ids)]);
  return reviews.map(({ day, of, pupilId }) => {
    const file = files.get(pupilId);
    return { day, of, pupil: file ? { id: file.id, name: file.name, className: file.className } : null };
  });
}

function concernsOf(due: readonly Due[]): string[] {
  return [...new Set(due.map(({ row }) => row.concern_id))];
}
