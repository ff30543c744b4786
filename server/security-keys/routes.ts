import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { problem } from '../http/problem';
import { presentSession } from '../staff/present-session';
import { setSessionCookie } from '../staff/routes';
import { beginKey } from './begin-key';
import { elevate } from './elevate';
import { endElevation, stillTyping } from './hold-elevation';
import { listOwnKeys } from './list-keys';
import { listStaffKeys, removeLostKey } from './lost-key';
import { presentKey } from './present-keys';
import { removeKey } from './remove-key';
import { renewRecoveryCodes } from './renew-recovery-codes';
import { saveKey } from './save-key';

/** Security keys, recovery codes and elevation; all of them one's own, so the action alone authorises. */
export const securityKeyHandlers = (ground: Ground) =>
  ({
    listKeys: async ({ staff }) => {
      const own = await listOwnKeys(ground, staff);
      return { ...own, keys: own.keys.map(presentKey) };
    },

    beginKey: ({ body, staff, request }) =>
      beginKey(ground, staff, { proof: body.proof, browserToken: request.cookie('browser') }),

    saveKey: async ({ body, staff }) => {
      const { keyId, recoveryCodes } = await saveKey(ground, staff, body);
      return {
        key: await presentOwn(ground, staff, keyId),
        recoveryCodes,
        session: await presentSession(ground, staff),
      };
    },

    removeKey: async ({ params, body, staff, request }) => {
      await removeKey(ground, staff, {
        id: params.id,
        code: body.code,
        browserToken: request.cookie('browser'),
      });
    },

    listStaffKeys: ({ params, staff }) => listStaffKeys(ground, staff.schoolId, params.id),

    removeLostKey: ({ params, body, staff }) =>
      removeLostKey(ground, staff, { staffId: params.id, keyId: params.keyId, ...body }),

    renewRecoveryCodes: async ({ body, staff, request }) => ({
      recoveryCodes: await renewRecoveryCodes(ground, staff, {
        code: body.code,
        browserToken: request.cookie('browser'),
      }),
    }),

    elevate: async ({ body, staff, request, answer }) => {
      const browserToken = request.cookie('browser');
      setSessionCookie(answer, await elevate(ground, staff, { code: body.code, browserToken }));
      return { session: await presentSession(ground, staff) };
    },

    endElevation: async ({ staff }) => {
      await endElevation(ground, staff);
      return { session: await presentSession(ground, staff) };
    },

    stillTyping: async ({ staff }) => {
      await stillTyping(ground, staff);
      return { session: await presentSession(ground, staff) };
    },
  }) satisfies Handlers;

async function presentOwn(ground: Ground, staff: StaffActor, keyId: string) {
  const key = (await listOwnKeys(ground, staff)).keys.find((one) => one.id === keyId);
  if (!key) throw problem('not-found');
  return presentKey(key);
}
