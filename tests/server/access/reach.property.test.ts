import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayReadConcern } from '../../../server/access/concern';
import type { SchoolAccess } from '../../../server/access/reach';
import { wideningOf } from '../../../server/access/widening';
import { recipientsOf } from '../../../server/alerts/recipients';
import type { Reason } from '../../../server/alerts/rules';
import { actorOf, factsFor, pupilsOf, standsIn } from './on-paper';
import { changes, people, type Changed, type Story } from './random-school';

/**
 * No change lets anybody read or be told more without naming that person to whoever has to confirm it (access.md,
 * "raising one's own rights"): the decision itself (`mayReadConcern`, `recipientsOf`) is asked before and after random
 * changes of random schools, and compared with what the door says.
 */
const always = (holds: (changed: Changed) => void) =>
  fc.assert(fc.property(changes, holds), { numRuns: 2000 });

const namedBy = ({ before, after }: Changed) =>
  new Set(wideningOf(before, after).flatMap(({ staff }) => staff));

test('whoever could not read a concern and can after a change is named, elevated or not', () =>
  always((changed) => {
    const { before, after, story } = changed;
    const gained = people.filter((id) =>
      [true, false].some(
        (elevated) => !reads(before, story, id, elevated) && reads(after, story, id, elevated),
      ),
    );
    expect([...namedBy(changed)]).toEqual(expect.arrayContaining(gained));
  }));

test('whoever would not have been told of a concern, nor read it, and is told after a change is named', () =>
  always((changed) => {
    const { before, after, story } = changed;
    const had = told(before, story);
    const gained = [...told(after, story)].filter(([id, reasons]) => {
      if (had.has(id) || reads(before, story, id, true)) return false;
      return !reasons.every((reason) => stoodReady(before, id, reason));
    });
    expect([...namedBy(changed)]).toEqual(expect.arrayContaining(gained.map(([id]) => id)));
  }));

describe('a change of nothing', () => {
  test('names nobody', () =>
    always(({ before }) => {
      expect(wideningOf(before, before)).toEqual([]);
    }));
});

/** Reads by rights or by an alert of old, with full access or with none. */
function reads(school: SchoolAccess, story: Story, staffId: string, elevated: boolean): boolean {
  const actor = actorOf(school, staffId, elevated);
  return (
    actor !== null && mayReadConcern(actor, factsFor(school, story, staffId), school.restrictions) !== null
  );
}

function presentIn(school: SchoolAccess): ReadonlySet<string> {
  return new Set(school.staff.filter(({ disabled }) => !disabled).map(({ id }) => id));
}

function told(school: SchoolAccess, story: Story): Map<string, readonly Reason[]> {
  const concern = {
    authorId: null,
    aboutStaff: story.about,
    staffPath: story.about.size > 0,
    pupils: pupilsOf(school, story),
    categories: standsIn(school, story),
    byHand: { staff: [], groups: [...school.alertGroups.keys()].filter((id) => id === 'team') },
    quarantined: story.quarantined,
  };
  const recipients = recipientsOf(concern, {
    parents: new Map(school.categories.map(({ id, parentId }) => [id, parentId])),
    rules: school.rules.map((rule, at) => ({ id: `rule ${at}`, ...rule })),
    members: new Map([...school.alertGroups].map(([id, { members }]) => [id, members])),
    fallbackGroups: ['fallback'],
    duty: school.duty,
    present: presentIn(school),
  });
  return new Map(recipients.map(({ staffId, reasons }) => [staffId, reasons]));
}

/** Fallback, head and chair are told when nobody else is: whoever stood there before has gained no right. */
function stoodReady(before: SchoolAccess, staffId: string, { code }: Reason): boolean {
  if (!before.staff.some(({ id, disabled }) => id === staffId && !disabled)) return false;
  if (code === 'fallback') return before.alertGroups.get('fallback')!.members.includes(staffId);
  if (code === 'about-staff') return before.duty.some((duty) => duty.staffId === staffId);
  if (code !== 'head' && code !== 'chair') return false;
  return before.duty.some((duty) => duty.role === code && duty.staffId === staffId);
}
