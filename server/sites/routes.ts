import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import {
  acceptMailedOffer,
  checkMailedOffer,
  decideOffer,
  declineMailedOffer,
} from '../staff/offers/decide-offer';
import { answerBegun, beginningOf } from '../staff/routes';
import { listOwnSites } from './list-sites';
import { answerSwitch, beginSwitch, finishSwitch, issueSwitchCode } from './switch-site';

/** One account at several schools: which they are, joining another, going from one to another. */
export const siteHandlers = (ground: Ground) =>
  ({
    listOwnSites: ({ staff }) => listOwnSites(ground, staff),

    decideOffer: ({ params, body, staff }) => decideOffer(ground, staff, params.id, body.decision),

    checkOffer: async ({ body, schoolId }) => {
      const email = await checkMailedOffer(ground, schoolId, body.token);
      return { works: email !== null, email };
    },

    acceptOffer: async ({ body, schoolId, request, answer }) => {
      const begun = await acceptMailedOffer(ground, { ...body, schoolId, ...beginningOf(request) });
      return { session: await answerBegun(ground, answer, begun) };
    },

    declineOffer: ({ body, schoolId }) => declineMailedOffer(ground, schoolId, body.token),

    beginSwitch: async ({ params, staff }) => ({ url: await beginSwitch(ground, staff, params.id) }),

    answerSwitch: async ({ body, schoolId, staff }) => ({
      url: await answerSwitch(ground, { ...body, schoolId, staff }),
    }),

    issueSwitchCode: async ({ body, staff }) => ({ url: await issueSwitchCode(ground, staff, body.id) }),

    finishSwitch: async ({ body, schoolId, request, answer }) => {
      const begun = await finishSwitch(ground, { ...body, schoolId, ...beginningOf(request) });
      return { session: await answerBegun(ground, answer, begun) };
    },
  }) satisfies Handlers;
