import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { problem } from '../http/problem';
import { publicHalf } from '../storage/key-ring';
import { makeBoard } from './board';
import { makeBundle } from './bundle';
import { giveChallenge } from './challenge';
import { enrolDevice } from './enrol-device';
import { listDevices } from './list-devices';
import { joinDevice, leaveDevice } from './join-device';
import { openUnlockKey } from './open-unlock-key';
import { readSilentTablets } from './silent-tablets';
import { makeRoll } from './roll';
import { useSlip } from './use-slip';

const COOKIE_DAYS = 400;

/** Enrolment, bundle, board and roll. */
export const deviceHandlers = (ground: Ground) =>
  ({
    readBundle: async ({ schoolId, answer }) => {
      if (!schoolId) throw problem('not-found');
      answer.setType('application/json');
      return makeBundle(ground, schoolId);
    },

    enrolDevice: async ({ staff, body, answer }) => {
      const made = await enrolDevice(ground, { ...body, schoolId: staff.schoolId, staffId: staff.staffId });
      answer.setCookie('device', made.cookie, COOKIE_DAYS);
      const identity = publicHalf(ground.keys.newest(staff.schoolId, 'identity'));
      return { deviceId: made.deviceId, deliveryKeyId: made.deliveryKeyId, identity };
    },

    joinDevice: async ({ staff, params, body }) =>
      joinDevice(ground, { ...body, deviceId: params.id, schoolId: staff.schoolId, staffId: staff.staffId }),

    leaveDevice: async ({ staff, params }) =>
      leaveDevice(ground, {
        schoolId: staff.schoolId,
        staffId: staff.staffId,
        deviceId: params.id,
        authorKeyId: params.authorKeyId,
      }),

    openUnlockKey: async ({ staff, body }) => openUnlockKey(ground, staff, body),

    readBoard: async ({ staff, params }) => {
      const device: unknown = await ground.database
        .read('devices')
        .where({ school_id: staff.schoolId, id: params.id })
        .first('id');
      if (!device) throw problem('not-found');
      return makeBoard(ground, staff.schoolId, params.id);
    },

    readRoll: async ({ staff }) => makeRoll(ground, staff),

    listSilentTablets: async ({ staff }) => ({ tablets: await readSilentTablets(ground, staff.schoolId) }),

    listDevices: ({ staff }) => listDevices(ground, staff.schoolId),

    askChallenge: async ({ device, body }) => giveChallenge(ground, device, body.authorKeyId),

    useSlip: ({ device, body }) => useSlip(ground, device, body),

    refresh: async ({ staff, device }) => ({
      board: await makeBoard(ground, device.schoolId, device.deviceId),
      roll: await makeRoll(ground, staff),
    }),
  }) satisfies Handlers;
