import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { askSupport } from './ask-support';
import { listRequests } from './list-requests';

/** Asking the school's support; the action alone authorises, and everybody has their own requests only. */
export const supportHandlers = (ground: Ground) =>
  ({
    listSupportRequests: async ({ staff }) => ({ requests: await listRequests(ground, staff) }),
    askSupport: async ({ staff, body }) => ({ requests: await askSupport(ground, staff, body) }),
  }) satisfies Handlers;
