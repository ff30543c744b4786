import type { Page } from 'playwright-core';
import { importSchool } from '../../../server/set-up/import/import-school';
import { renewOffer } from '../../../server/staff/offers/offer-store';
import { sampleSchool } from '../sample-school';
import { aSafeguardingLead, aSchool } from '../../server/school-builder';
import type { Visitor } from '../../server/visitor';
import type { ScreenCase, WillowBank } from './willow-bank';

const HERMAN = 'j.herman@willowbank.example';
const PAT = 'pat.stone@hawthorn.example';

/** Another school of the server, which names these people. */
function another({ house }: WillowBank, site: string, name: string, ...emails: string[]) {
  const staff = emails.map((email) => aSafeguardingLead({ firstName: 'Jo', lastName: 'Herman', email }));
  return importSchool(house.ground, aSchool({ site, name, staff }), { actor: 'shell' });
}

/** Once for each school: nobody is mailed a fourth link within an hour. */
const known = new WeakMap<WillowBank, Promise<Visitor>>();

/** Somebody of Willow Bank who is at Hazel too, and whom Rowan asks to join. */
function ofSeveral(school: WillowBank): Promise<Visitor> {
  const visitor = known.get(school) ?? joinSeveral(school);
  known.set(school, visitor);
  return visitor;
}

async function joinSeveral(school: WillowBank): Promise<Visitor> {
  const visitor = await school.house.loggedIn(HERMAN);
  const hazel = await another(school, 'hazel', 'Hazel Lane Church of England Primary School', HERMAN);
  await visitor.must('decideOffer', { params: { id: hazel.schoolId }, body: { decision: 'accept' } });
  await another(school, 'rowan', 'Rowan Primary', HERMAN);
  return visitor;
}

async function open(school: WillowBank, path: string): Promise<Page> {
  const page = await school.looker.page({ visitor: await ofSeveral(school) });
  await page.goto(`${school.house.origin}${path}`);
  await page.getByRole('button', { name: /: your schools$/ }).waitFor();
  return page;
}

/** One account at several schools. */
export const sites: readonly ScreenCase[] = [
  {
    name: 'your schools, asked to join',
    open: async (school) => {
      const page = await open(school, '/account/schools');
      await page.getByText('Rowan Primary asks you').waitFor();
      return page;
    },
  },
  {
    name: 'the bar, other schools open',
    open: async (school) => {
      const page = await open(school, '/');
      await page.getByRole('button', { name: /: your schools$/ }).click();
      await page.getByText('Hazel Lane').waitFor();
      return page;
    },
  },
  {
    name: 'join this school',
    open: async (school) => {
      const { house, looker } = school;
      await another(school, 'hawthorn', 'Hawthorn Primary', PAT);
      const plan = sampleSchool();
      const [like] = plan.staff;
      const pat = { ...like!, firstName: 'Pat', lastName: 'Stone', email: PAT };
      const { schoolId } = await importSchool(
        house.ground,
        { ...plan, staff: [...plan.staff, pat] },
        { actor: 'shell' },
      );
      const asked = await house.ground.database
        .read('staff')
        .where({ school_id: schoolId, offer: 'open' })
        .first('id');
      const token = await house.ground.database.write((trx) =>
        renewOffer(trx, house.ground, { schoolId, staffId: asked!.id }, 60_000),
      );
      const page = await looker.page();
      await page.goto(`${house.origin}/join#${token}`);
      await page.getByText(`For ${PAT}`).waitFor();
      return page;
    },
  },
];
