import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recipientsOf } from '../../../server/alerts/recipients';
import type { AlertedConcern, AlertRule, SchoolRules } from '../../../server/alerts/rules';

const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const groupIds = ['g1', 'g2', 'g3'];
const categoryIds = ['top', 'mid', 'low', 'other'];
const classIds = ['1a', '2b'];
const yearIds = ['y1', 'y2'];

const some = (ids: string[]) => fc.subarray(ids);
const oneOrNone = (ids: string[]) => fc.option(fc.constantFrom(...ids));
const set = (ids: string[]) => some(ids).map((chosen) => new Set(chosen));

const ruleOf = (id: string): fc.Arbitrary<AlertRule> =>
  fc.record({
    id: fc.constant(id),
    categories: fc.uniqueArray(fc.constantFrom(...categoryIds), { minLength: 1 }),
    groups: some(groupIds),
    staff: some(people),
    classes: set(classIds),
    years: set(yearIds),
  });

const schools: fc.Arbitrary<SchoolRules> = fc.record({
  parents: fc.constant(
    new Map([
      ['top', null],
      ['mid', 'top'],
      ['low', 'mid'],
      ['other', null],
    ]),
  ),
  rules: fc.tuple(ruleOf('r1'), ruleOf('r2'), ruleOf('r3')),
  members: fc
    .tuple(some(people), some(people), some(people))
    .map((members) => new Map(groupIds.map((id, at) => [id, members[at] ?? []]))),
  fallbackGroups: fc.constant(['g3']),
  duty: fc
    .tuple(...['lead', 'deputy', 'head', 'chair'].map(() => fc.constantFrom(...people)))
    .map(([lead, deputy, head, chair]) => [
      { role: 'lead' as const, staffId: lead! },
      { role: 'deputy' as const, staffId: deputy! },
      { role: 'head' as const, staffId: head! },
      { role: 'chair' as const, staffId: chair! },
    ]),
  present: set(people),
});

const concerns: fc.Arbitrary<AlertedConcern> = fc.record({
  authorId: oneOrNone(people),
  aboutStaff: fc.oneof(fc.constant(new Set<string>()), set(people)),
  pupils: fc.array(
    fc.record({
      classId: oneOrNone(classIds),
      yearGroupId: oneOrNone(yearIds),
      connectedStaff: fc.oneof(fc.constant(new Set<string>()), set(people)),
    }),
    { maxLength: 3 },
  ),
  categories: some(categoryIds),
  byHand: fc.record({ staff: some([...people, 'stranger']), groups: some([...groupIds, 'gone']) }),
  staffPath: fc.constant(false),
  quarantined: fc.boolean(),
});

const allowed = (staffId: string, concern: AlertedConcern, school: SchoolRules) =>
  school.present.has(staffId) &&
  staffId !== concern.authorId &&
  !concern.aboutStaff.has(staffId) &&
  concern.pupils.every((pupil) => !pupil.connectedStaff.has(staffId));

const always = (holds: (concern: AlertedConcern, school: SchoolRules) => void) =>
  fc.assert(fc.property(concerns, schools, holds), { numRuns: 2000 });
const ids = (concern: AlertedConcern, school: SchoolRules) =>
  recipientsOf(concern, school).map((recipient) => recipient.staffId);

describe('whatever the school and the concern', () => {
  test('nobody is told who may not be', () =>
    always((concern, school) => {
      for (const staffId of ids(concern, school)) expect(allowed(staffId, concern, school)).toBe(true);
    }));

  test('each person is told once, and for at least one reason, each reason once', () =>
    always((concern, school) => {
      const told = recipientsOf(concern, school);
      expect(new Set(told.map((one) => one.staffId)).size).toBe(told.length);
      for (const { reasons } of told) {
        expect(reasons.length).toBeGreaterThan(0);
        expect(new Set(reasons.map((reason) => JSON.stringify(reason))).size).toBe(reasons.length);
      }
    }));

  test('everybody named by hand who may be told is told', () =>
    always((concern, school) => {
      const named = [
        ...concern.byHand.staff,
        ...concern.byHand.groups.flatMap((group) => school.members.get(group) ?? []),
      ];
      const told = ids(concern, school);
      for (const staffId of named) if (allowed(staffId, concern, school)) expect(told).toContain(staffId);
    }));

  test('somebody is told as long as fallback group, head or chair holds anybody who may be', () =>
    always((concern, school) => {
      const last = [
        ...(school.members.get('g3') ?? []),
        ...school.duty.filter((one) => one.role === 'head' || one.role === 'chair').map((one) => one.staffId),
      ];
      if (last.some((id) => allowed(id, concern, school))) expect(ids(concern, school)).not.toEqual([]);
    }));

  test('a rule for a parent tells the same people of a sub-category', () =>
    always((concern, school) => {
      const ofTop = { ...school, rules: school.rules.map((rule) => ({ ...rule, categories: ['top'] })) };
      const top = ids({ ...concern, categories: ['top'] }, ofTop);
      expect(ids({ ...concern, categories: ['low'] }, ofTop)).toEqual(top);
    }));

  test('ticking one more category never takes a person of a rule away', () =>
    always((concern, school) => {
      const byRule = (categories: readonly string[]) =>
        recipientsOf({ ...concern, categories }, school)
          .filter((one) => one.reasons.some((reason) => reason.code === 'rule'))
          .map((one) => one.staffId);
      const more = byRule([...concern.categories, 'other']);
      for (const staffId of byRule(concern.categories)) expect(more).toContain(staffId);
    }));

  test('a limited rule speaks only where a child is in one of its classes or year groups', () =>
    always((concern, school) => {
      for (const { reasons } of recipientsOf(concern, school)) {
        for (const { ruleId } of reasons) {
          const rule = school.rules.find((one) => one.id === ruleId);
          if (!rule || rule.classes.size + rule.years.size === 0) continue;
          const inside = concern.pupils.some(
            (pupil) => rule.classes.has(pupil.classId ?? '') || rule.years.has(pupil.yearGroupId ?? ''),
          );
          expect(inside).toBe(true);
        }
      }
    }));

  test('every lead who may be told is told of a concern in quarantine', () =>
    always((concern, school) => {
      const told = ids({ ...concern, quarantined: true }, school);
      for (const { role, staffId } of school.duty.slice(0, 2)) {
        expect(['lead', 'deputy']).toContain(role);
        if (allowed(staffId, concern, school)) expect(told).toContain(staffId);
      }
    }));

  test('of a concern about staff nobody outside the duty list is told while anybody of it may be', () =>
    always((concern, school) => {
      const ofStaff = { ...concern, staffPath: true };
      const duty = school.duty.map(({ staffId }) => staffId).filter((id) => allowed(id, concern, school));
      const told = ids(ofStaff, school);
      for (const staffId of told) expect(allowed(staffId, concern, school)).toBe(true);
      if (duty.length > 0) for (const staffId of told) expect(duty).toContain(staffId);
      if (duty.length > 0) expect(told).not.toEqual([]);
    }));

  test('the answer depends on nothing but what it was given', () =>
    always((concern, school) => {
      const before = JSON.stringify([concern, school]);
      expect(recipientsOf(concern, school)).toEqual(recipientsOf(concern, school));
      expect(JSON.stringify([concern, school])).toBe(before);
    }));
});
