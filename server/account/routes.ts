import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { presentSession } from '../staff/present-session';
import { setSessionCookie } from '../staff/routes';
import { changePassword } from './change-password';

/** Account Settings: what a person changes, and may know, about themself; the action alone authorises. */
export const accountHandlers = (ground: Ground) =>
  ({
    changePassword: async ({ body, staff, request, answer }) => {
      const given = { ...body, browserToken: request.cookie('browser') };
      setSessionCookie(answer, await changePassword(ground, staff, given));
      return { session: await presentSession(ground, staff) };
    },
  }) satisfies Handlers;
