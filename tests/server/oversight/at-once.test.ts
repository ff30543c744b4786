import { expect, test } from 'vitest';
import type { Change } from '../../../protocol/changes/change';
import { aTeacher } from '../school-builder';
import { oakfield, openOffice } from './office';

const PAIRS = 6;
const numbers = Array.from({ length: PAIRS }, (_, at) => String(at + 1));

/** Six empty groups without any right, and six people who read nothing. */
function withEmptyGroups() {
  const base = oakfield();
  return oakfield({
    staff: [
      ...base.staff,
      ...numbers.map((n) => aTeacher({ firstName: 'Ann', lastName: n, userGroup: 'Tutors' })),
    ],
    userGroups: [
      ...base.userGroups,
      ...['Tutors', ...numbers].map((name) => ({
        name: name === 'Tutors' ? name : `Group ${name}`,
        higherLevel: true,
        unrestricted: false,
        administration: [],
      })),
    ],
  });
}

test('two changes that open nothing apart do not slip past each other: the later one waits', async () => {
  const office = await openOffice(withEmptyGroups());
  const pairs = numbers.map((n): Change[] => [
    {
      kind: 'permissions.set',
      groupId: office.id.group(`Group ${n}`),
      categoryId: office.id.category('Behaviour'),
      rights: { viewPupils: false, viewConcerns: true, addConcerns: false },
    },
    {
      kind: 'staff.move-group',
      staffId: office.id.staff(`Ann ${n}`),
      groupId: office.id.group(`Group ${n}`),
    },
  ]);
  for (const pair of pairs) {
    const outcomes = await Promise.all(pair.map((change) => office.make(change)));
    expect(
      outcomes
        .flat()
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['made', 'waits']);
  }
});
