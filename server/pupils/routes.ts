import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { listPupils } from './list-pupils';
import { readPupil } from './read-pupil';

/** Pupils as whoever keeps them sees them; they are changed by the one door (oversight/make-changes.ts). */
export const pupilHandlers = (ground: Ground) =>
  ({
    listPupils: ({ staff }) => listPupils(ground, staff.schoolId),
    readPupil: async ({ params, staff }) => ({ pupil: await readPupil(ground, staff, params.id) }),
  }) satisfies Handlers;
