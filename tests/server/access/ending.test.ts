import { expect, test } from 'vitest';
import type { Change } from '../../../protocol/changes/change';
import { idsOf } from '../oversight/ids';
import { aPupil } from '../school-builder';
import { oakfield, openOffice, type Office } from '../oversight/office';

/** How often rights of each person have ended, by name. */
async function ended({ house }: Office): Promise<Record<string, number>> {
  const { staff } = await idsOf(house);
  const rows = await house.ground.database.read('staff').select('id', 'rights_ended').orderBy('id');
  return Object.fromEntries(
    ['Nadia Shah', 'Tom Lowe', 'Jo Price', 'Sue Coyle'].map((name) => [
      name,
      rows.find(({ id }) => id === staff(name))!.rights_ended,
    ]),
  );
}
const nobody = { 'Nadia Shah': 0, 'Tom Lowe': 0, 'Jo Price': 0, 'Sue Coyle': 0 };

test('only whoever reads less by a change is counted, and not by one that adds, waits or is refused', async () => {
  const office = await openOffice(oakfield({ pupils: [aPupil({ firstName: 'Amira', lastName: 'Khan' })] }));
  const { id } = office;
  const view = (categoryId: string, viewConcerns: boolean): Change => ({
    kind: 'permissions.set',
    groupId: id.group('Teachers'),
    categoryId,
    rights: { viewPupils: false, viewConcerns, addConcerns: true },
  });
  expect(await office.outcomeOf(view(id.category('Behaviour'), true))).not.toBe('made');
  expect(await ended(office)).toEqual(nobody);
  expect(await office.outcomeOf(view(id.category('Attendance'), false))).toBe('made');
  expect(await ended(office)).toEqual({ ...nobody, 'Jo Price': 1 });

  // Amira is Tom's niece: nobody else loses her.
  const pupilId = (await office.house.ground.database.read('pupils').first('id'))!.id;
  await office.make({ kind: 'connected.add', pupilId, staffId: id.staff('Tom Lowe') });
  expect(await ended(office)).toEqual({ ...nobody, 'Jo Price': 1, 'Tom Lowe': 1 });
});

test('a pupil moves into a class that is closed to somebody: they are counted, whoever reads every class is not', async () => {
  const base = oakfield();
  const toAll = (name: string) => ({ type: 'class' as const, name, userGroups: [], staff: [] });
  const office = await openOffice(
    oakfield({
      ...base,
      classRestrictions: [
        { ...toAll('4B'), everyone: true },
        { ...toAll('6A'), everyone: false },
      ],
    }),
  );
  const pupilId = (await office.house.ground.database.read('pupils').first('id'))!.id;
  const move: Change = {
    kind: 'pupil.move',
    pupilIds: [pupilId],
    classId: office.id.class('6A'),
    yearGroupId: office.id.year('Year 6'),
  };
  expect(await office.outcomeOf(move)).toBe('made');
  expect(await ended(office)).toEqual({ ...nobody, 'Jo Price': 1 });
});
