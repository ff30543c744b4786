import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { listUnfinished } from './list-unfinished';
import { openUnfinished } from './open-unfinished';
import { goOn, listOwn, throwAway } from './own-drafts';

/** Drafts that were left before they were sent: for their authors, and for the leads. */
export const unfinishedHandlers = (ground: Ground) =>
  ({
    listOwnParked: async ({ staff }) => ({ drafts: await listOwn(ground, staff) }),

    goOnWithParked: ({ staff, params }) => goOn(ground, staff, params.id),

    throwParkedAway: ({ staff, params }) => throwAway(ground, staff, params.id),

    listUnfinished: ({ staff }) => listUnfinished(ground, staff),

    openUnfinished: async ({ staff, params, body }) => ({
      id: await openUnfinished(ground, staff, params.id, body.reason),
    }),
  }) satisfies Handlers;
