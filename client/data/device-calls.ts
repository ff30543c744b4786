import type { DeviceCalls } from '../unlock/device-calls';
import { call } from './call';

/** The calls of a running session that setting up, locking and mending a device need. */
export const deviceCalls: DeviceCalls = {
  enrolDevice: (body) => call('enrolDevice', { body }),
  joinDevice: (params, body) => call('joinDevice', { params, body }),
  leaveDevice: (params) => call('leaveDevice', { params }),
  openUnlockKey: (body) => call('openUnlockKey', { body }),
  readBoard: (params) => call('readBoard', { params }),
  readRoll: () => call('readRoll'),
  logOut: () => call('logOut'),
};
