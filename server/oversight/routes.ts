import { rightOfChange } from '../../protocol/changes/change';
import { anyObject, can } from '../access/can';
import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { problem } from '../http/problem';
import { readStuckMails } from '../messages/store';
import { decideKey, listWaitingKeys } from '../security-keys/waiting-keys';
import { decideChange } from './decide-change';
import { makeChanges } from './make-changes';
import { presentPending } from './present-pending';

/** Changes of the school, and those that wait for a second person. */
export const oversightHandlers = (ground: Ground, wakeMail: () => void) =>
  ({
    readOperation: async ({ staff }) => ({
      mail: await readStuckMails(ground.database.read, staff.schoolId),
    }),

    makeChanges: async ({ body, staff }) => {
      const rights = new Set(body.changes.map(({ kind }) => rightOfChange[kind]));
      for (const right of rights) {
        if (!can(staff, 'change.make', { kind: 'change', right })) throw problem('not-found');
      }
      const outcomes = await makeChanges(ground, staff, body.changes, body.rehearse);
      wakeMail();
      return { outcomes };
    },

    listPendingChanges: async ({ staff }) => ({
      pending: await presentPending(ground, staff),
      keys: can(staff, 'key.decide', anyObject) ? await listWaitingKeys(ground, staff) : [],
    }),

    confirmChange: async ({ params, body, staff }) => {
      await decideChange(ground, staff, params.id, 'confirm', body.shown);
      wakeMail();
    },

    refuseChange: async ({ params, staff }) => {
      await decideChange(ground, staff, params.id, 'refuse');
      wakeMail();
    },

    confirmKey: async ({ params, staff }) => {
      await decideKey(ground, staff, params.id, 'confirm');
      wakeMail();
    },

    refuseKey: async ({ params, staff }) => {
      await decideKey(ground, staff, params.id, 'refuse');
      wakeMail();
    },

    withdrawChange: ({ params, staff }) => decideChange(ground, staff, params.id, 'withdraw'),
  }) satisfies Handlers;
