import { beforeEach, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../house';
import { idsOf } from '../oversight/ids';
import { elevatedLead } from '../security-keys/phone';
import type { Visitor } from '../visitor';
import { aSchool, type SmallSchool } from './small-school';

const PRIYA = 'p.nair@oakfield.example';

let house: TestHouse;
let priya: Visitor;
beforeEach(async () => {
  house = await openHouse({ plan: aSchool().plan().plan! });
  priya = (await elevatedLead(house, PRIYA)).browser;
});

const fileOf = (school: SmallSchool) => Buffer.from(school.bytes()).toString('base64');

test('everybody sees and imports only the sheets of what they administer', async () => {
  const id = await idsOf(house);
  await priya.must('makeChanges', {
    body: {
      changes: [
        {
          kind: 'group.change',
          groupId: id.group('Administrators'),
          name: 'Administrators',
          higherLevel: true,
          unrestricted: false,
          administration: ['pupils'],
        },
      ],
    },
  });
  const school = aSchool().add('Places', 'Forest school');
  const shown = await priya.must('previewImport', { body: { file: fileOf(school) } });
  expect(shown.sheets.map(({ sheet }) => sheet)).toEqual(['Classes', 'Pupils']);
  expect(shown.withheld).toContain('Places');
  const body = { file: fileOf(school), mark: shown.mark, sheets: ['Places' as const] };
  expect((await priya.call('applyImport', { body })).status).toBe(404);
  const marek = await house.loggedIn('m.kunze@oakfield.example');
  expect((await marek.call('previewImport', { body: { file: fileOf(school) } })).status).toBe(403);
});

test('a kind of import takes no sheet of another part of the administration', async () => {
  const row = { key: 'Teachers', title: 'Teachers', what: 'change', fields: [] };
  const changes = [{ kind: 'import.pupils', sheet: 'User groups', rows: [row] }] as never;
  expect((await priya.call('makeChanges', { body: { changes } })).status).toBe(400);
});
