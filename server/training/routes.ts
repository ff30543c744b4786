import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { keepTraining, removeTraining } from './keep-training';
import { listKeptTraining, listTraining } from './list-training';
import { setComing } from './set-coming';
import { readSuppliersFile } from './suppliers-file';

/** Live training: what is for whom is looked at in each; the actions let everybody in, and the office keep the list. */
export const trainingHandlers = (ground: Ground) =>
  ({
    listTraining: async ({ staff }) => ({ sessions: await listTraining(ground, staff) }),

    setComing: async ({ staff, params, body }) => {
      await setComing(ground, staff, params.id, body.coming);
      return { sessions: await listTraining(ground, staff) };
    },

    listKeptTraining: async ({ staff }) => keptList(ground, staff),

    keepTraining: async ({ staff, params, body }) => {
      await keepTraining(ground, staff, params.id, body);
      return keptList(ground, staff);
    },

    removeTraining: async ({ staff, params }) => {
      await removeTraining(ground, staff, params.id);
      return keptList(ground, staff);
    },
  }) satisfies Handlers;

/** The list as the office keep it, and why the supplier's sessions are not in it. */
const keptList = async (ground: Ground, staff: StaffActor) => ({
  sessions: await listKeptTraining(ground, staff),
  supplierFault: (await readSuppliersFile(ground.settings.trainingFile)).fault,
});
