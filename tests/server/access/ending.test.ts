import { expect, test } from 'vitest';
import type { Change } from '../../../protocol/changes/change';
import { idsOf } from '../oversight/ids';
import { aPupil } from '../school-builder';
import { JO, NADIA, oakfield, openOffice, TOM, type Office } from '../oversight/office';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';

const RUTH = 'ruth.grey@oakfield.example';

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

test('a pupil who was entered twice is joined: whoever is close to the entry that stays loses the records of the other', async () => {
  const office = await openOffice(
    oakfield({
      pupils: [
        aPupil({ firstName: 'Amira', lastName: 'Khan', connectedStaff: [TOM] }),
        aPupil({ firstName: 'Ameera', lastName: 'Kahn' }),
      ],
    }),
  );
  const { house, id } = office;
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const { pupils } = await tablet.visitor.must('readRoll');
  const idOf = (first: string) => pupils.find((one) => one.first === first)!.id;
  const categories = [id.category('Behaviour')];
  await tablet.deliver((await tablet.seal(aConcern({ pupilId: idOf('Ameera'), categories }))).bytes);
  await house.settled();
  const params = { id: (await house.ground.database.read('concerns').first('id'))!.id };
  const tom = (await elevatedLead(house, TOM)).browser;
  await tom.must('readConcern', { params });
  expect(await office.outcomeOf({ kind: 'pupil.join', pupilId: idOf('Ameera'), intoId: idOf('Amira') })).toBe(
    'made',
  );
  expect((await tom.call('readConcern', { params })).status).toBe(404);
  expect(await ended(office)).toEqual({ ...nobody, 'Tom Lowe': 1 });
});

test('the head looks into a record with a doubt, since both leads are close to the pupil: it falls when one of them is no longer', async () => {
  const close = aPupil({ firstName: 'Amira', lastName: 'Khan', connectedStaff: [TOM, NADIA] });
  const office = await openOffice(oakfield({ pupils: [close] }));
  const { house, id } = office;
  const tablet = await Tablet.enrol(await house.loggedIn(JO));
  const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]!.id;
  const sealed = await tablet.seal(aConcern({ pupilId }), { author: { unconfirmed: 'Supply' } });
  await tablet.deliver(sealed.bytes);
  await house.settled();
  const params = { id: (await house.ground.database.read('concerns').first('id'))!.id };
  const ruth = (await elevatedLead(house, RUTH)).browser;
  await ruth.must('openQuarantined', { params });
  const relieved = async () =>
    (await house.ground.database
      .read('staff')
      .where({ id: id.staff('Ruth Grey') })
      .first('rights_ended'))!.rights_ended;
  expect(await relieved()).toBe(0);
  await office.outcomeOf({ kind: 'connected.remove', pupilId, staffId: id.staff('Tom Lowe') });
  await office.confirmAll();
  expect((await ruth.call('openQuarantined', { params })).status).toBe(404);
  expect(await relieved()).toBe(1);
});
