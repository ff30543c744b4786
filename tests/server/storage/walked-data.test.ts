import { expect, test } from 'vitest';
import { migrations } from '../../../migrations/index';
import { loadAccess } from '../../../server/oversight/load-access';
import { openHouse } from '../house';
import { anAutomaticAlert, aSchool } from '../school-builder';

const walked = [
  '20261124150000_restriction_types',
  '20261124150100_rules_of_several_categories',
  '20261124150200_gone_but_named',
].map((name) => migrations[name]!);

test('a school from before keeps its class restrictions and its automatic alerts', async () => {
  const plan = aSchool({
    automaticAlerts: [anAutomaticAlert({ category: 'Behaviour' })],
    classRestrictions: [
      { type: 'class', name: '4B', everyone: false, userGroups: ['Teachers'], staff: [] },
      { type: 'class', name: '6A', everyone: true, userGroups: [], staff: [] },
    ],
  });
  const { ground, schoolId } = await openHouse({ plan });
  const before = await loadAccess(ground.database.read, schoolId);
  expect(before.restrictions).toMatchObject({ classes: { size: 2 }, years: null });
  expect(before.rules).toHaveLength(1);

  await ground.database.write(async (trx) => {
    for (const { down } of [...walked].reverse()) await down!(trx);
    for (const { up } of walked) await up(trx);
  });

  expect(await loadAccess(ground.database.read, schoolId)).toEqual(before);
});
