import type { Connection, ProviderFault } from '../../protocol/providers';
import type { Handlers, RequestFacts } from '../http/call';
import { problem } from '../http/problem';
import type { Ground } from '../ground';
import { answerBegun, beginningOf } from '../staff/routes';
import { presentSession } from '../staff/present-session';
import { beginSignIn, returnAddress } from './begin-sign-in';
import { finishProof, finishSignIn } from './finish-sign-in';
import { isFresh, listOwnLinks, removeOwnLink } from './own-links';
import type { ProviderClients } from './provider-clients';
import { ProviderAway } from './provider-fetch';
import { listProviders } from './provider-store';

const returningOf = (request: RequestFacts) => ({
  origin: request.origin,
  browserToken: request.cookie('sign-in'),
});

/** Signing in through a provider, and how a school allows it; changes of it go through the one door (oversight). */
export const providerHandlers = ({ ground, providers }: { ground: Ground; providers: ProviderClients }) =>
  ({
    readProviders: async ({ staff, request }) => {
      const set = await listProviders(ground.database.read, ground, staff.schoolId);
      return {
        providers: set.map(({ connection, clientId, domains, setAt }) => ({
          connection,
          clientId,
          domains: [...domains],
          setAt,
        })),
        returnTo: returnAddress(ground, request.origin),
        issuers: [...ground.settings.oidcIssuers],
      };
    },

    checkProvider: async ({ body }) => ({ fault: await faultOf(ground, providers, body.connection) }),

    beginSignIn: async ({ schoolId, body, request, answer }) => {
      const begun = await beginSignIn(ground, providers, {
        schoolId,
        ...body,
        purpose: 'log-in',
        actor: null,
        origin: request.origin,
      });
      answer.setCookie('sign-in', begun.browserToken);
      return { url: begun.url };
    },

    beginProof: async ({ staff, body, request, answer }) => {
      if (body.purpose === 'link' && !(await isFresh(ground, staff))) throw problem('password-needed');
      const begun = await beginSignIn(ground, providers, {
        schoolId: staff.schoolId,
        ...body,
        actor: staff,
        shared: false,
        origin: request.origin,
      });
      answer.setCookie('sign-in', begun.browserToken);
      return { url: begun.url };
    },

    finishSignIn: async ({ schoolId, body, request, answer }) => {
      const given = { schoolId, ...body, ...returningOf(request), beginning: beginningOf(request) };
      const begun = await finishSignIn(ground, providers, given);
      answer.setCookie('sign-in', null);
      return { session: await answerBegun(ground, answer, begun) };
    },

    finishProof: async ({ schoolId, staff, body, request, answer }) => {
      await finishProof(ground, providers, staff, { schoolId, ...body, ...returningOf(request) });
      answer.setCookie('sign-in', null);
      return { session: await presentSession(ground, staff) };
    },

    listLinks: ({ staff }) => listOwnLinks(ground, staff),

    removeLink: ({ params, staff }) => removeOwnLink(ground, staff, params.id),
  }) satisfies Handlers;

/** What is wrong with a provider, before it is set; null where it describes itself as it must. */
async function faultOf(
  ground: Ground,
  providers: ProviderClients,
  connection: Connection,
): Promise<ProviderFault | null> {
  if (connection.provider === 'other' && !ground.settings.oidcIssuers.includes(connection.issuer))
    return 'not-allowed';
  try {
    await providers.ask({ connection, clientId: 'heed', secret: '' });
    return null;
  } catch (fault) {
    if (fault instanceof ProviderAway) return fault.why;
    throw fault;
  }
}
