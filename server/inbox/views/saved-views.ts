import type { BodyOf } from '../../../protocol/endpoint';
import { MOST_VIEWS, type SavedView, type saveView as saving } from '../../../protocol/saved-views';
import { locale } from '../../../protocol/words/language';
import { listRefusals } from '../../../protocol/words/refusals/lists';
import { groupWorks, type StaffActor } from '../../access/actor';
import { appendAudit } from '../../audit/append';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { cellsOf } from '../../storage/cells';
import type { Transaction } from '../../storage/database';

const byName = new Intl.Collator(locale, { numeric: true });

/** The views that somebody has named, by name; none until they may read what they are of. */
export async function listViews(ground: Ground, viewer: StaffActor): Promise<SavedView[]> {
  if (!groupWorks(viewer)) return [];
  const { schoolId, staffId } = viewer;
  const rows = await ground.database.read('saved_views').where({ school_id: schoolId, staff_id: staffId });
  const cells = cellsOf(ground.keys, schoolId, 'saved_views');
  return rows
    .map(({ id, name, view, level, category_id: category, year_id: year }) => ({
      id,
      name: cells.need(id, 'name', name),
      view,
      level,
      category,
      year,
    }))
    .sort((one, other) => byName.compare(one.name, other.name));
}

/**
 * Names a view, or names it anew. Said again it changes nothing more.
 * @throws problem 'elevation-needed' before full access; 'not-found' for what is somebody else's; 'conflict' for too many
 */
export async function saveView(
  ground: Ground,
  viewer: StaffActor,
  id: string,
  { name, view, level, category, year }: BodyOf<typeof saving>,
): Promise<SavedView[]> {
  const { schoolId, staffId } = viewer;
  const sealed = cellsOf(ground.keys, schoolId, 'saved_views').seal(id, { name });
  const look = { ...sealed, view, level, category_id: category, year_id: year };
  await change(ground, viewer, 'view.saved', async (trx) => {
    const own = await trx('saved_views')
      .where({ school_id: schoolId, staff_id: staffId })
      .pluck<string[]>('id');
    if (own.includes(id)) {
      await trx('saved_views').where({ school_id: schoolId, id }).update(look);
      return;
    }
    if (await trx('saved_views').where({ school_id: schoolId, id }).first('id')) throw problem('not-found');
    if (own.length >= MOST_VIEWS) throw problem('conflict', { title: listRefusals.manyViews });
    const row = { school_id: schoolId, id, staff_id: staffId, created_at: timeStamp(ground.clock), ...look };
    await trx('saved_views').insert(row);
  });
  return listViews(ground, viewer);
}

/** @throws problem 'elevation-needed' before full access; 'not-found' for what is nobody's or somebody else's */
export async function removeView(ground: Ground, viewer: StaffActor, id: string): Promise<SavedView[]> {
  const { schoolId, staffId } = viewer;
  const own = { school_id: schoolId, staff_id: staffId, id };
  if (!(await ground.database.read('saved_views').where(own).first('id'))) throw problem('not-found');
  await change(ground, viewer, 'view.removed', async (trx) => {
    await trx('saved_views').where(own).delete();
  });
  return listViews(ground, viewer);
}

async function change(
  ground: Ground,
  viewer: StaffActor,
  what: string,
  deed: (trx: Transaction) => Promise<void>,
): Promise<void> {
  if (!groupWorks(viewer)) throw problem('elevation-needed');
  const { schoolId, staffId } = viewer;
  await ground.database.write(async (trx) => {
    await deed(trx);
    const at = timeStamp(ground.clock);
    await appendAudit(trx, { schoolId, at, actor: staffId, what, object: `staff:${staffId}` });
  });
}
