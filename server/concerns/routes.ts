import type { Concern } from '../../protocol/concerns';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { addAction } from './add-action';
import { presentConcern } from './present';
import { loadFor, noteOpened } from './read-concern';
import { takeConcern } from './take-concern';

/** Reading a concern and acting on it. */
export const concernHandlers = (ground: Ground) =>
  ({
    readConcern: async ({ staff, params }) => {
      const guarded = await loadFor(ground, staff, params.id, 'concern.read');
      await noteOpened(ground, staff, guarded);
      return show(ground, staff, params.id);
    },

    addAction: async ({ staff, params, body }) => {
      await loadFor(ground, staff, params.id, 'concern.act');
      await addAction(ground, staff, { ...body, concernId: params.id });
      await tellAlerted(ground, staff.schoolId, params.id);
      return show(ground, staff, params.id);
    },

    takeConcern: async ({ staff, params }) => {
      await loadFor(ground, staff, params.id, 'concern.take');
      await takeConcern(ground, staff, params.id);
      await tellAlerted(ground, staff.schoolId, params.id);
      return show(ground, staff, params.id);
    },
  }) satisfies Handlers;

async function show(ground: Ground, viewer: StaffActor, id: string): Promise<Concern> {
  const { loaded, restrictions } = await loadFor(ground, viewer, id, 'concern.read');
  return presentConcern(ground, viewer, loaded, restrictions);
}

/** Open inboxes of everybody who was alerted show the change at once. */
async function tellAlerted(ground: Ground, schoolId: string, concernId: string): Promise<void> {
  const staffIds = await ground.database
    .read('alerts')
    .where({ school_id: schoolId, concern_id: concernId })
    .pluck('staff_id');
  ground.changes.announce(schoolId, staffIds);
}
