import { importSchool } from '../../../../../server/set-up/import/import-school';
import { aSafeguardingLead, aSchool } from '../../../../server/school-builder';
import { PEOPLE, type PictureSchool } from '../../picture-school';
import type { SheetStory } from '../../story';

/** Another school of the server, which names a colleague of Willow Bank too. */
async function another({ house }: PictureSchool, site: string, name: string): Promise<string> {
  const staff = [aSafeguardingLead({ firstName: 'Justyn', lastName: 'Herman', email: PEOPLE.several })];
  const { schoolId } = await importSchool(house.ground, aSchool({ site, name, staff }), { actor: 'shell' });
  return schoolId;
}

/** Somebody who is at one school more, and is asked by a third. */
export const severalSchools: SheetStory = {
  sheet: 'several-sites',
  size: 'desk',
  open: async (school) => {
    const visitor = await school.house.loggedIn(PEOPLE.several);
    const id = await another(school, 'hazel', 'Hazel Lane Primary School');
    await visitor.must('decideOffer', { params: { id }, body: { decision: 'accept' } });
    await another(school, 'rowan', 'Rowan Primary School');
    return school.page('/account/schools', 'desk', visitor);
  },
  steps: [
    ['schools-asked', (page) => Promise.resolve(page.getByRole('button', { name: /^Accept/ }).first())],
    [
      'schools-switch',
      async (page) => {
        await page.getByRole('button', { name: /: your schools$/ }).click();
        return page.getByText('Hazel Lane Primary School').first();
      },
    ],
  ],
};
