import type { DeviceCalls } from '../unlock/device-calls';
import { call } from './call';

/** Others wait for the end of a session: it must not hang on a dead network, ms. */
const LOG_OUT_WITHIN_MS = 15_000;

/** The calls of a running session that setting up, locking and mending a device need. */
export const deviceCalls: DeviceCalls = {
  enrolDevice: (body) => call('enrolDevice', { body }),
  joinDevice: (params, body) => call('joinDevice', { params, body }),
  leaveDevice: (params) => call('leaveDevice', { params }),
  openUnlockKey: (body) => call('openUnlockKey', { body }),
  readBoard: (params) => call('readBoard', { params }),
  readRoll: () => call('readRoll'),
  logOut: () => call('logOut', { signal: AbortSignal.timeout(LOG_OUT_WITHIN_MS) }),
};
