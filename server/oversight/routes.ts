import { rightOfChange } from '../../protocol/changes/change';
import { anyObject, can } from '../access/can';
import { timeStamp } from '../clock';
import { readUnscanned } from '../files/unscanned';
import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { problem } from '../http/problem';
import { readStuckMails } from '../messages/store';
import { decideKey, listWaitingKeys } from '../security-keys/waiting-keys';
import { decideChange } from './decide-change';
import { makeChanges } from './make-changes';
import { presentPending } from './present-pending';
import { findFaults } from './see-as/find-faults';
import { seeAs, testAlertTo } from './see-as/see-as';
import { confirmKeysKept, readSafeKeeping } from './safe-keeping';
import { readUnreached } from './read-unreached';
import { readSharing } from './sharing';
import { countStandIns } from './stand-ins';

/** Changes of the school, and those that wait for a second person. */
export const oversightHandlers = (ground: Ground) =>
  ({
    readOperation: async ({ staff }) => ({
      mail: await readStuckMails(ground.database.read, staff.schoolId),
      unscanned: await readUnscanned(ground, staff.schoolId),
      ...(await readSafeKeeping(ground, staff.schoolId)),
      standIns: await countStandIns(ground.database.read, staff.schoolId, timeStamp(ground.clock)),
    }),

    confirmKeysKept: ({ staff }) => confirmKeysKept(ground, staff),

    findFaults: ({ staff }) => findFaults(ground, staff.schoolId),

    seeAs: ({ params, query, staff }) => seeAs(ground, staff, params.id, query.mode),

    testSeeAs: ({ params, body, staff }) => testAlertTo(ground, staff, params.id, body),

    readUnreached: async ({ staff }) => ({ categories: await readUnreached(ground, staff.schoolId) }),

    readSharing: ({ staff }) => readSharing(ground, staff.schoolId),

    makeChanges: async ({ body, staff }) => {
      const rights = new Set(body.changes.map(({ kind }) => rightOfChange[kind]));
      for (const right of rights) {
        if (!can(staff, 'change.make', { kind: 'change', right })) throw problem('not-found');
      }
      return { outcomes: await makeChanges(ground, staff, body.changes, body.rehearse) };
    },

    listPendingChanges: async ({ staff }) => ({
      pending: await presentPending(ground, staff),
      keys: can(staff, 'key.decide', anyObject) ? await listWaitingKeys(ground, staff) : [],
    }),

    confirmChange: ({ params, body, staff }) => decideChange(ground, staff, params.id, 'confirm', body.shown),

    refuseChange: ({ params, staff }) => decideChange(ground, staff, params.id, 'refuse'),

    confirmKey: ({ params, staff }) => decideKey(ground, staff, params.id, 'confirm'),

    refuseKey: ({ params, staff }) => decideKey(ground, staff, params.id, 'refuse'),

    withdrawChange: ({ params, staff }) => decideChange(ground, staff, params.id, 'withdraw'),
  }) satisfies Handlers;
