import Router from '@koa/router';
import Koa from 'koa';
import { accountHandlers } from './account/routes';
import { ownAuthenticatorHost } from './http/authenticator-host';
import { handleFaults } from './http/handle-faults';
import { CallLimits } from './http/limits';
import { mountContract } from './http/mount';
import { apiDescriptionHandlers } from './http/openapi';
import { problem } from './http/problem';
import type { Resolvers } from './http/resolve';
import { sameOrigin } from './http/same-origin';
import { securityHeaders } from './http/security-headers';
import { staticFiles } from './http/static-files';
import { auditLogHandlers } from './audit-log/routes';
import { alertHandlers } from './alerts/routes';
import { chronologyHandlers } from './chronology/routes';
import { HelpPress } from './papers/help/print-sheet';
import { paperHandlers } from './papers/routes';
import { concernHandlers } from './concerns/routes';
import { deviceHandlers } from './devices/routes';
import { resolveAuthor } from './devices/resolve-author';
import { resolveDevice } from './devices/resolve-device';
import { firstStepsHandlers } from './first-steps/routes';
import { fileHandlers } from './files/routes';
import type { House } from './house';
import { matterHandlers } from './matters/routes';
import { inboxHandlers } from './inbox/routes';
import { intakeHandlers } from './intake/routes';
import { notificationHandlers } from './messages/routes';
import { providerHandlers } from './providers/routes';
import { quarantineHandlers } from './quarantine/routes';
import { oversightHandlers } from './oversight/routes';
import { searchHandlers } from './search/routes';
import { SchoolAddresses } from './school/find-school';
import { schoolHandlers } from './school/routes';
import { pupilHandlers } from './pupils/routes';
import { securityKeyHandlers } from './security-keys/routes';
import { siteHandlers } from './sites/routes';
import { supportHandlers } from './support/routes';
import { setUpHandlers } from './set-up/routes';
import { importAgainHandlers } from './set-up/again/routes';
import { uploadHandlers } from './set-up/upload/routes';
import { trainingHandlers } from './training/routes';
import { trustHandlers } from './trust/routes';
import { staffAdminHandlers } from './staff/admin-routes';
import { resolveSession } from './staff/resolve-session';
import { staffHandlers } from './staff/routes';
import { unfinishedHandlers } from './unfinished/routes';
import { storageProblem } from './storage/faults';

/**
 * The Koa application: the order of the middleware, and every folder's handlers on the contract.
 * @param clientFolder the built client
 * @param limits how often each caller may come
 */
export function createApp(
  house: House,
  clientFolder: string,
  limits = new CallLimits(house.ground.clock),
): Koa {
  const { ground } = house;
  const { publicUrl } = ground.settings;
  const secure = publicUrl.protocol === 'https:';
  const app = new Koa();
  // What reaches this is a connection that the other side closed, such as a live stream; faults are answered below.
  app.on('error', () => ground.log.debug('a connection was closed early'));
  app.use(ownAuthenticatorHost(publicUrl));
  app.use(securityHeaders({ secure }));
  app.use(handleFaults(ground.log, storageProblem));
  app.use(sameOrigin({ secure }));
  const router = new Router();
  mountContract(router, {
    handlers: handlersOf(house, clientFolder),
    resolvers: resolversOf(house),
    limits,
    secure,
    proxies: ground.settings.trustProxy,
  });
  app.use(router.routes());
  app.use(staticFiles(clientFolder));
  app.use((ctx) => {
    throw problem(
      ctx.path.startsWith('/api/') && router.match(ctx.path, ctx.method).path.length > 0
        ? 'no-such-method'
        : 'not-found',
    );
  });
  return app;
}

function handlersOf(house: House, clientFolder: string) {
  const { ground } = house;
  return {
    ...staffHandlers(ground, house.afterwards),
    ...providerHandlers(house),
    ...securityKeyHandlers(ground),
    ...accountHandlers(ground),
    ...supportHandlers(ground),
    ...trainingHandlers(ground),
    ...firstStepsHandlers(ground),
    ...deviceHandlers(ground),
    ...intakeHandlers(house),
    ...inboxHandlers(ground),
    ...siteHandlers(ground),
    ...concernHandlers(ground),
    ...fileHandlers(ground, () => house.joiner.wake()),
    ...searchHandlers(ground),
    ...chronologyHandlers(ground),
    ...matterHandlers(ground),
    ...paperHandlers(ground, new HelpPress(clientFolder, ground.clock)),
    ...notificationHandlers(house),
    ...setUpHandlers(house),
    ...trustHandlers(ground),
    ...schoolHandlers(ground),
    ...staffAdminHandlers(ground),
    ...pupilHandlers(ground),
    ...uploadHandlers(ground),
    ...importAgainHandlers(ground),
    ...alertHandlers(ground),
    ...oversightHandlers(ground),
    ...quarantineHandlers(ground),
    ...unfinishedHandlers(ground),
    ...auditLogHandlers(ground),
    ...apiDescriptionHandlers(ground.settings.publicUrl),
  };
}

function resolversOf({ ground }: House): Resolvers {
  const addresses = new SchoolAddresses(ground);
  return {
    school: (request) => addresses.find(request.origin),
    session: (request, schoolId, activity) => resolveSession(ground, request, schoolId, activity),
    device: (request, schoolId, body) => resolveDevice(ground, request, schoolId, body),
    author: (device, body) => resolveAuthor(ground, device, body),
  };
}
