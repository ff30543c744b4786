import type { Kept } from '../../protocol/own-account';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';

/** What one school keeps of this person beside its records: requests for help, training, first steps. */
export async function readKeptBeginning(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
): Promise<Pick<Kept, 'supportRequests' | 'training' | 'beginning'>> {
  const { read } = ground.database;
  const own = { school_id: schoolId, staff_id: staffId };
  const [asked, places, person] = await Promise.all([
    read('support_requests').where(own).orderBy('created_at'),
    read('training_places as p')
      .join('training_sessions as t', (on) =>
        on.on('t.id', 'p.session_id').andOn('t.school_id', 'p.school_id'),
      )
      .where({ 'p.school_id': schoolId, 'p.staff_id': staffId })
      .orderBy('t.starts_at')
      .select<{ starts_at: string; taken_at: string }[]>('t.starts_at', 'p.taken_at'),
    read('staff')
      .where({ school_id: schoolId, id: staffId })
      .first('practised_at', 'test_arrived_at', 'steps_away_at'),
  ]);
  const cells = cellsOf(ground.keys, schoolId, 'support_requests');
  return {
    supportRequests: asked.map(({ id, created_at: made, reference, text }) => ({
      made,
      reference,
      text: cells.need(id, 'text', text),
    })),
    training: places.map(({ starts_at: starts, taken_at: taken }) => ({ starts, taken })),
    beginning: {
      practised: person?.practised_at ?? null,
      testArrived: person?.test_arrived_at ?? null,
      stepsPutAway: person?.steps_away_at ?? null,
    },
  };
}
