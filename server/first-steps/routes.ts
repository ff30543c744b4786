import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { readFirstSteps } from './read-first-steps';
import { noteTestArrived, putAway, settleRestrictions } from './settle';

/** The first steps of a school; each action alone authorises. */
export const firstStepsHandlers = (ground: Ground) =>
  ({
    readFirstSteps: ({ staff }) => readFirstSteps(ground, staff),

    putFirstStepsAway: async ({ staff, body }) => {
      await putAway(ground, staff, body.away);
      return readFirstSteps(ground, staff);
    },

    settleRestrictions: async ({ staff, body }) => {
      await settleRestrictions(ground, staff, body.needed);
      return readFirstSteps(ground, staff);
    },

    noteTestArrived: ({ staff }) => noteTestArrived(ground, staff),
  }) satisfies Handlers;
