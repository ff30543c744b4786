import { SET_UP_HEADER } from '../../protocol/set-up';
import type { House } from '../house';
import type { Handlers } from '../http/call';
import { problem } from '../http/problem';
import { schoolOrigin } from '../messages/school-origin';
import { findEmblem } from '../school/emblem/emblem';
import { listProviderKinds } from '../providers/provider-store';
import { readSchool } from '../school/school';
import { readSettings } from '../school/settings';
import { openDemo } from './demo';
import { importSchool } from './import/import-school';
import { planForLink, presentPreview } from './read-upload';
import { findSetUpLink, needSetUpLink, useSetUpLink } from './set-up-link';
import { welcomeText } from './welcome-text';

/** The set-up page, and what the log-in page says before anybody is known. */
export const setUpHandlers = (house: House) => {
  const { ground, mailer } = house;
  return {
    readPlace: async ({ schoolId }) => {
      const mailWorks = mailer.works;
      if (!schoolId)
        return { schoolName: null, support: null, emblem: null, signIn: [], setUp: false, mailWorks };
      const emblem = await findEmblem(ground.database.read, schoolId);
      const school = await readSchool(ground.database.read, ground, schoolId);
      const { support } = await readSettings(ground.database.read, ground, schoolId);
      const signIn = await listProviderKinds(ground.database.read, schoolId);
      const whom = Object.values(support).some((part) => part !== null) ? support : null;
      return { schoolName: school.name, support: whom, emblem, signIn, setUp: true, mailWorks };
    },

    checkSetUp: async ({ body }) => {
      const link = await findSetUpLink(ground, ground.database.read, body.token);
      return { works: link !== null, mailWorks: mailer.works, site: link?.site?.site ?? null };
    },

    previewSchool: async ({ request, body }) => {
      const link = await needSetUpLink(ground, request.header(SET_UP_HEADER));
      return presentPreview(planForLink(ground, link, body));
    },

    confirmSchool: async ({ request, body }) => {
      const link = await needSetUpLink(ground, request.header(SET_UP_HEADER));
      const planned = planForLink(ground, link, body);
      if (!planned.plan) throw problem('spreadsheet-faults', { detail: presentPreview(planned) });
      const { schoolId } = await importSchool(ground, planned.plan, {
        actor: 'set-up-link',
        finally: (trx) => useSetUpLink(trx, ground, link),
      });
      const address = await schoolOrigin(ground, schoolId);
      const welcome = welcomeText(house, address, planned.plan);
      return { schoolName: planned.plan.school.name, address, welcome, demo: null };
    },

    tryDemo: async ({ body }) => {
      const link = await needSetUpLink(ground, body.token);
      // A trust's site is for its school: a demo would take its name for ever.
      if (link.site) throw problem('link-used');
      return openDemo(house, (trx) => useSetUpLink(trx, ground, link));
    },
  } satisfies Handlers;
};
