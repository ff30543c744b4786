import { SET_UP_HEADER } from '../../protocol/set-up';
import type { House } from '../house';
import type { Handlers } from '../http/call';
import { problem } from '../http/problem';
import { findEmblem } from '../school/emblem/emblem';
import { readSchool } from '../school/school';
import { openDemo } from './demo';
import { importSchool } from './import/import-school';
import { planUpload, presentPreview } from './read-upload';
import { needSetUpLink, setUpLinkWorks, useSetUpLink } from './set-up-link';
import { welcomeText } from './welcome-text';

/** The set-up page, and what the log-in page says before anybody is known. */
export const setUpHandlers = (house: House) => {
  const { ground, mailer } = house;
  return {
    readPlace: async ({ schoolId }) => {
      const mailWorks = mailer.works;
      if (!schoolId) return { schoolName: null, support: null, emblem: null, setUp: false, mailWorks };
      const emblem = await findEmblem(ground.database.read, schoolId);
      const school = await readSchool(ground.database.read, ground, schoolId);
      const support = [school.details.supportEmail, school.details.supportPhone].filter(Boolean).join(', ');
      return { schoolName: school.name, support: support || null, emblem, setUp: true, mailWorks };
    },

    checkSetUp: async ({ body }) => ({
      works: await setUpLinkWorks(ground, ground.database.read, body.token),
      mailWorks: mailer.works,
    }),

    previewSchool: async ({ request, body }) => {
      await needSetUpLink(ground, request.header(SET_UP_HEADER));
      return presentPreview(planUpload(ground, body));
    },

    confirmSchool: async ({ request, body }) => {
      const token = await needSetUpLink(ground, request.header(SET_UP_HEADER));
      const planned = planUpload(ground, body);
      if (!planned.plan) throw problem('spreadsheet-faults', { detail: presentPreview(planned) });
      await importSchool(ground, planned.plan, {
        actor: 'set-up-link',
        finally: (trx) => useSetUpLink(trx, ground, token),
      });
      const welcome = welcomeText(house, ground.settings.publicUrl.origin, planned.plan);
      return { schoolName: planned.plan.school.name, welcome, demo: null };
    },

    tryDemo: async ({ body }) => {
      await needSetUpLink(ground, body.token);
      return openDemo(house, (trx) => useSetUpLink(trx, ground, body.token));
    },
  } satisfies Handlers;
};
