import { beforeEach, expect, test } from 'vitest';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';
import { JO, NADIA, openOffice, type Office } from './office';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

const shown = async () => {
  const { places, agencies } = await office.sue.must('listPlaces');
  return [places.map(({ name }) => name), agencies.map(({ name }) => name)];
};

test('places and agencies are added, renamed and removed at once', async () => {
  const outcomes = await office.make(
    { kind: 'place.add', name: 'Sports hall' },
    { kind: 'agency.add', name: 'School nurse' },
    { kind: 'place.rename', placeId: office.id.place('Playground'), name: 'Big playground' },
    { kind: 'agency.rename', agencyId: office.id.agency("Children's services"), name: 'Early help' },
  );
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['made', 'made', 'made', 'made']);
  expect(await shown()).toEqual([
    ['Big playground', 'Sports hall'],
    ['Early help', 'School nurse'],
  ]);
  const { place, agency } = await office.ids();
  await office.make(
    { kind: 'place.remove', placeId: place('Sports hall') },
    { kind: 'agency.remove', agencyId: agency('School nurse') },
  );
  expect(await shown()).toEqual([['Big playground'], ['Early help']]);
});

test('a name is there once, and what was removed cannot be changed', async () => {
  const placeId = office.id.place('Playground');
  expect(await office.refusalOf({ kind: 'place.add', name: 'Playground' })).toContain('“Playground”');
  await office.make({ kind: 'place.remove', placeId });
  const again = { kind: 'place.rename', placeId, name: 'Field' } as const;
  expect((await office.sue.call('makeChanges', { body: { changes: [again] } })).status).toBe(404);
});

test('a concern goes on naming a place that was removed; tablets offer it no longer', async () => {
  const placeId = office.id.place('Playground');
  const tablet = await Tablet.enrol(await office.house.loggedIn(JO));
  await tablet.deliver((await tablet.seal(aConcern({ where: { placeId } }))).bytes);
  await office.house.settled();
  await office.make({ kind: 'place.remove', placeId });

  const nadia = (await elevatedLead(office.house, NADIA)).browser;
  const { rows } = await nadia.must('listInbox', { query: { view: 'all' } });
  const concern = await nadia.must('readConcern', { params: { id: rows[0]!.concernId } });
  expect(concern.place).toBe('Playground');
  const board = await tablet.visitor.must('readBoard', { params: { id: tablet.deviceId } });
  expect(board.places).toEqual([]);

  const [added] = await office.make({ kind: 'place.add', name: 'Playground' });
  expect(added).toEqual({ outcome: 'made', id: placeId });
  expect(await shown()).toEqual([['Playground'], ["Children's services"]]);
});
