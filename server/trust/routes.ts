import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { inviteSite } from './invite-site';
import { listSites } from './list-sites';
import { listTrainingForSites } from './list-training';
import { presentInvitation } from './present-sites';
import { withdrawSite } from './withdraw-site';

/** Sites of a trust. The action alone authorises: there is nothing in them that belongs to a school. */
export const trustHandlers = (ground: Ground) =>
  ({
    listSites: () => listSites(ground),
    inviteSite: async ({ staff, body }) => presentInvitation(await inviteSite(ground, staff, body)),
    listTrainingForSites: async ({ staff, params, body }) => ({
      sites: await listTrainingForSites(ground, staff, params.id, body),
    }),
    withdrawSite: ({ staff, params }) => withdrawSite(ground, staff, params.id),
  }) satisfies Handlers;
