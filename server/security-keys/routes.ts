import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { problem } from '../http/problem';
import { presentSession } from '../staff/present-session';
import { answerBegun, beginningOf, setSessionCookie } from '../staff/routes';
import { beginKey } from './begin-key';
import { elevate } from './elevate';
import { proofOf } from './fresh-proof';
import { endElevation, stillTyping } from './hold-elevation';
import type { KeptKey } from './keep-key';
import { listOwnKeys } from './list-keys';
import { listStaffKeys, removeLostKey } from './lost-key';
import { askAnyPasskey, askOwnPasskey } from './passkeys/ask-passkey';
import { beginPasskey } from './passkeys/begin-passkey';
import { logInByPasskey } from './passkeys/log-in-by-passkey';
import { savePasskey } from './passkeys/save-passkey';
import { presentKey } from './present-keys';
import { removeKey } from './remove-key';
import { renewRecoveryCodes } from './renew-recovery-codes';
import { saveKey } from './save-key';

/** Security keys, recovery codes, elevation and the log-in by passkey; all of one's own, so the action alone authorises. */
export const securityKeyHandlers = (ground: Ground) =>
  ({
    listKeys: async ({ staff }) => {
      const own = await listOwnKeys(ground, staff);
      return { ...own, keys: own.keys.map(presentKey) };
    },

    beginKey: ({ body, staff, request }) => beginKey(ground, staff, proofOf(body, request)),

    saveKey: async ({ body, staff }) => presentKept(ground, staff, await saveKey(ground, staff, body)),

    beginPasskey: ({ body, staff, request }) => beginPasskey(ground, staff, proofOf(body, request)),

    savePasskey: async ({ body, staff, request }) => {
      const kept = await savePasskey(ground, staff, { ...body, origin: request.origin });
      return presentKept(ground, staff, kept);
    },

    removeKey: ({ params, body, staff, request }) =>
      removeKey(ground, staff, params.id, proofOf(body, request)),

    listStaffKeys: ({ params, staff }) => listStaffKeys(ground, staff.schoolId, params.id),

    removeLostKey: ({ params, body, staff }) =>
      removeLostKey(ground, staff, { staffId: params.id, keyId: params.keyId, ...body }),

    renewRecoveryCodes: async ({ body, staff, request }) => ({
      recoveryCodes: await renewRecoveryCodes(ground, staff, proofOf(body, request)),
    }),

    beginPasskeyProof: ({ body, staff, request }) =>
      askOwnPasskey(ground, staff, { ...body, origin: request.origin }),

    beginPasskeyLogIn: async ({ request, answer }) => {
      const { origin } = request;
      const { mark, options } = await askAnyPasskey(ground, { mark: request.cookie('passkey'), origin });
      answer.setCookie('passkey', mark);
      return { options };
    },

    logInByPasskey: async ({ body, schoolId, request, answer }) => {
      const begun = await logInByPasskey(ground, {
        ...beginningOf(request),
        schoolId,
        answer: body.passkey,
        mark: request.cookie('passkey'),
        origin: request.origin,
      });
      return { session: await answerBegun(ground, answer, begun) };
    },

    elevate: async ({ body, staff, request, answer }) => {
      setSessionCookie(answer, await elevate(ground, staff, proofOf(body, request)));
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

async function presentKept(ground: Ground, staff: StaffActor, { keyId, recoveryCodes }: KeptKey) {
  const key = (await listOwnKeys(ground, staff)).keys.find((one) => one.id === keyId);
  if (!key) throw problem('not-found');
  return { key: presentKey(key), recoveryCodes, session: await presentSession(ground, staff) };
}
