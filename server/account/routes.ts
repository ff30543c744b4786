import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { presentSession } from '../staff/present-session';
import { setSessionCookie } from '../staff/routes';
import { changePassword } from './change-password';
import { readDetails, setDetails } from './details';
import { downloadKept } from './download-kept';
import { listOwnDevices } from './own-devices';

/** Account Settings: what a person changes, and may know, about themself; the action alone authorises. */
export const accountHandlers = (ground: Ground) =>
  ({
    changePassword: async ({ body, staff, request, answer }) => {
      const given = { ...body, browserToken: request.cookie('browser') };
      setSessionCookie(answer, await changePassword(ground, staff, given));
      return { session: await presentSession(ground, staff) };
    },

    readDetails: ({ staff }) => readDetails(ground, staff),

    setDetails: async ({ body, staff }) => {
      await setDetails(ground, staff, body);
      return { details: await readDetails(ground, staff), session: await presentSession(ground, staff) };
    },

    listOwnDevices: async ({ staff }) => ({ devices: await listOwnDevices(ground, staff) }),

    downloadKept: ({ staff }) => downloadKept(ground, staff),
  }) satisfies Handlers;
