import { expect, test } from 'vitest';
import type { CategoryRights, StaffActor } from '../../../server/access/actor';
import {
  mayReadConcern,
  mayTakeConcern,
  type ClassRestrictions,
  type ConcernFacts,
} from '../../../server/access/concern';

const view: CategoryRights = { viewPupils: true, viewConcerns: true, addConcerns: true };
const open: ClassRestrictions = { classes: null, years: null };

interface Given extends Partial<Omit<StaffActor, 'group'>> {
  group?: Partial<StaffActor['group']>;
}

/** An elevated lead who may view behaviour. */
function aLead({ group, ...given }: Given = {}): StaffActor {
  return {
    kind: 'staff',
    keepsSites: false,
    schoolId: 'oakfield',
    staffId: 'nadia',
    accountId: 'nadia',
    sessionId: 's',
    duty: ['lead'],
    elevated: true,
    keyHolder: true,
    disabled: false,
    ...given,
    group: {
      id: 'leads',
      higherLevel: true,
      unrestricted: false,
      administration: new Set(),
      rights: new Map([['behaviour', view]]),
      ...group,
    },
  };
}

const amira = { pupilId: 'amira', classId: '4B', yearGroupId: 'year4', connectedStaff: new Set<string>() };

function aConcern(given: Partial<ConcernFacts> = {}): ConcernFacts {
  return {
    kind: 'concern',
    schoolId: 'oakfield',
    categories: [{ id: 'behaviour', restricted: false }],
    pupils: [amira],
    aboutStaff: new Set(),
    keptBy: null,
    quarantined: false,
    alert: null,
    ...given,
  };
}

const alerted = { alert: { readAt: null, undo: false } };

test('an elevated lead whose group views the category reads it', () => {
  expect(mayReadConcern(aLead(), aConcern(), open)).toBe('group');
});

test.each<[string, StaffActor, ConcernFacts]>([
  ['somebody who is not elevated', aLead({ elevated: false }), aConcern()],
  ['a leaver', aLead({ disabled: true }), aConcern(alerted)],
  ['another school', aLead({ schoolId: 'ashgrove' }), aConcern(alerted)],
  ['the person it is about, even alerted', aLead(), aConcern({ ...alerted, aboutStaff: new Set(['nadia']) })],
  [
    'a parent on the staff, even alerted',
    aLead(),
    aConcern({ ...alerted, pupils: [{ ...amira, connectedStaff: new Set(['nadia']) }] }),
  ],
  ['a group without View Concerns', aLead({ group: { rights: new Map() } }), aConcern()],
  [
    'a group that lacks one restricted category of it',
    aLead(),
    aConcern({
      categories: [
        { id: 'behaviour', restricted: false },
        { id: 'abuse', restricted: true },
      ],
    }),
  ],
  ['a teacher for whom no category was chosen yet', aLead({ duty: [] }), aConcern({ categories: [] })],
  ['a teacher, what is quarantined', aLead({ duty: [] }), aConcern({ quarantined: true })],
])('is hidden from %s', (_, actor, concern) => {
  expect(mayReadConcern(actor, concern, open)).toBeNull();
});

test('being alerted opens one concern over matrix and class restriction, until it is marked as read', () => {
  const actor = aLead({ group: { rights: new Map() } });
  const closed: ClassRestrictions = { classes: new Map(), years: null };
  expect(mayReadConcern(actor, aConcern(alerted), closed)).toBe('alerted');
  expect(mayReadConcern(actor, aConcern({ alert: { readAt: '2026-11-23', undo: true } }), closed)).toBe(
    'alerted',
  );
  expect(
    mayReadConcern(actor, aConcern({ alert: { readAt: '2026-11-23', undo: false } }), closed),
  ).toBeNull();
});

test('a supervisor who was alerted reads it without elevation; a teacher of a higher-level group does not', () => {
  expect(
    mayReadConcern(aLead({ elevated: false, group: { higherLevel: false } }), aConcern(alerted), open),
  ).toBe('alerted');
  expect(mayReadConcern(aLead({ elevated: false }), aConcern(alerted), open)).toBeNull();
});

const list = (given: Partial<{ everyone: boolean; groups: string[]; staff: string[] }>) => ({
  everyone: given.everyone ?? false,
  groups: new Set(given.groups),
  staff: new Set(given.staff),
});

test.each<[string, ClassRestrictions, boolean]>([
  ['a class without a list is closed', { classes: new Map(), years: null }, false],
  ['an empty list is closed', { classes: new Map([['4B', list({})]]), years: null }, false],
  [
    'a list with the group opens',
    { classes: new Map([['4B', list({ groups: ['leads'] })]]), years: null },
    true,
  ],
  [
    'a list with the person opens',
    { classes: new Map([['4B', list({ staff: ['nadia'] })]]), years: null },
    true,
  ],
  ['everyone opens', { classes: new Map([['4B', list({ everyone: true })]]), years: null }, true],
  [
    'class and year must both allow',
    { classes: new Map([['4B', list({ everyone: true })]]), years: new Map() },
    false,
  ],
])('class restrictions: %s', (_, rules, sees) => {
  expect(mayReadConcern(aLead(), aConcern(), rules) !== null).toBe(sees);
  expect(mayReadConcern(aLead({ group: { unrestricted: true } }), aConcern(), rules)).toBe('group');
});

test('a concern about two pupils is seen for the sake of the one who may be seen', () => {
  const rules: ClassRestrictions = { classes: new Map([['6A', list({ everyone: true })]]), years: null };
  expect(
    mayReadConcern(
      aLead(),
      aConcern({ pupils: [amira, { ...amira, pupilId: 'leo', classId: '6A' }] }),
      rules,
    ),
  ).toBe('group');
});

test('a child whom nobody has matched may stand in any class: leads read of it, and whoever sees every class', () => {
  const unknown = aConcern({ pupils: [] });
  const teacher = aLead({ duty: [] });
  const lists: ClassRestrictions = { classes: new Map([['4B', list({ everyone: true })]]), years: null };
  const years: ClassRestrictions = { classes: null, years: new Map() };
  expect(mayReadConcern(teacher, unknown, open)).toBe('group');
  expect(mayReadConcern(teacher, unknown, lists)).toBeNull();
  expect(mayReadConcern(teacher, unknown, years)).toBeNull();
  expect(mayReadConcern(aLead(), unknown, lists)).toBe('group');
  expect(mayReadConcern(aLead({ duty: [], group: { unrestricted: true } }), unknown, lists)).toBe('group');
});

test('only an elevated lead or deputy takes a concern', () => {
  expect(mayTakeConcern(aLead(), aConcern(), open)).toBe(true);
  expect(mayTakeConcern(aLead({ duty: ['deputy'] }), aConcern(), open)).toBe(true);
  expect(mayTakeConcern(aLead({ duty: ['head'] }), aConcern(), open)).toBe(false);
  expect(
    mayTakeConcern(aLead({ elevated: false, group: { higherLevel: false } }), aConcern(alerted), open),
  ).toBe(false);
});
