import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { acceptQuarantined } from './accept-quarantined';
import { addNote, decideQuarantined } from './decide';
import { joinQuarantined } from './join-quarantined';
import { openQuarantined } from './open-quarantined';
import { listQuarantined } from './show-quarantined';

/** Records that arrived with a doubt: looking, opening, deciding. */
export const quarantineHandlers = (ground: Ground) =>
  ({
    listQuarantine: async ({ staff }) => ({ records: await listQuarantined(ground, staff) }),

    openQuarantined: ({ staff, params }) => openQuarantined(ground, staff, params.id),

    acceptQuarantined: async ({ staff, params, body }) => {
      await decideQuarantined(ground, staff, params.id, (deciding) =>
        acceptQuarantined(deciding, body.pupils),
      );
      ground.queued.ring();
    },

    joinQuarantined: ({ staff, params, body }) =>
      decideQuarantined(ground, staff, params.id, (deciding) => joinQuarantined(deciding, body.reference)),

    dismissQuarantined: ({ staff, params, body }) =>
      decideQuarantined(ground, staff, params.id, async (deciding) => {
        await addNote(deciding, params.id, body.reason);
        return { what: 'dismissed', update: { closed_at: deciding.at } };
      }),
  }) satisfies Handlers;
