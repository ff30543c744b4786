import { describe, expect, test } from 'vitest';
import { recipientsOf } from '../../../server/alerts/recipients';
import type { AlertedConcern, SchoolRules } from '../../../server/alerts/rules';
import { concern, oakfield, pupil, rule } from './a-school-on-paper';

const told = (given: Partial<AlertedConcern>, school: SchoolRules = oakfield) =>
  recipientsOf(concern(given), school).map((recipient) => recipient.staffId);
const why = (staffId: string, given: Partial<AlertedConcern>, school: SchoolRules = oakfield) =>
  recipientsOf(concern(given), school).find((recipient) => recipient.staffId === staffId)?.reasons;

describe('who is told by the school’s rules', () => {
  test('a concern of neglect goes to the safeguarding group, each with the reason', () => {
    expect(recipientsOf(concern(), oakfield)).toEqual(
      ['shah', 'okoro'].map((staffId) => ({
        staffId,
        reasons: [{ code: 'rule', ruleId: 'neglect-rule', categoryId: 'neglect', groupId: 'safeguarding' }],
      })),
    );
  });

  test('a rule of several categories matches any of them, and says which', () => {
    const rules = [{ ...rule('both', 'neglect', { staff: ['lunn'] }), categories: ['attendance', 'home'] }];
    const told = (category: string) =>
      recipientsOf(concern({ categories: [category] }), { ...oakfield, rules });
    expect(told('home/parents')).toEqual([
      { staffId: 'lunn', reasons: [{ code: 'rule', ruleId: 'both', categoryId: 'home' }] },
    ]);
    expect(told('neglect').map(({ staffId }) => staffId)).not.toContain('lunn');
  });

  test('a rule of a category covers what stands below it, however deep', () => {
    expect(told({ categories: ['home/parents/custody'] })).toEqual(['shah', 'lunn', 'okoro']);
    expect(why('lunn', { categories: ['home/parents/custody'] })).toEqual([
      { code: 'rule', ruleId: 'home-rule', categoryId: 'home', groupId: 'pastoral' },
    ]);
  });

  test('a rule for Year 5 is silent for a child of Year 2 and speaks for one of Year 5', () => {
    expect(told({ categories: ['home'] })).not.toContain('year-5-head');
    const year5 = [pupil({ classId: '5a', year: 'year-5' })];
    expect(told({ categories: ['home'], pupils: year5 })).toContain('year-5-head');
  });

  test('a rule for one class speaks when only one of several children is in it', () => {
    const two = [pupil({ classId: '2a', year: 'year-2' }), pupil({ classId: '3b', year: 'year-3' })];
    expect(told({ categories: ['home'], pupils: two })).toContain('3b-teacher');
  });

  test('a child that is not on the list has no class, so only the rules for all speak', () => {
    expect(told({ categories: ['home'], pupils: [pupil()] })).toEqual(['shah', 'lunn', 'okoro']);
  });

  test('somebody who is told for several reasons is told once, with all of them', () => {
    const given = {
      categories: ['neglect', 'home'],
      byHand: { staff: ['okoro'], groups: ['pastoral', 'pastoral'] },
    };
    expect(told(given)).toEqual(['okoro', 'lunn', 'shah']);
    expect(why('okoro', given)).toEqual([
      { code: 'by-hand' },
      { code: 'group-by-hand', groupId: 'pastoral' },
      { code: 'rule', ruleId: 'neglect-rule', categoryId: 'neglect', groupId: 'safeguarding' },
      { code: 'rule', ruleId: 'home-rule', categoryId: 'home', groupId: 'pastoral' },
    ]);
  });

  test('people and groups that the author named are told beside those of the rules', () => {
    expect(told({ byHand: { staff: ['marsh'], groups: [] } })).toEqual(['marsh', 'shah', 'okoro']);
  });

  test('a group that the tablet still knew and the school has removed stops nothing', () => {
    expect(told({ byHand: { staff: ['nobody-here'], groups: ['old-group'] } })).toEqual(['shah', 'okoro']);
  });
});

describe('who is never told', () => {
  test('the author', () => expect(told({ authorId: 'shah' })).toEqual(['okoro']));

  test('a person it is about', () => expect(told({ aboutStaff: new Set(['shah']) })).toEqual(['okoro']));

  test('a parent of one of the children, even when named by hand', () => {
    const theirs = [pupil({ classId: '2a' }), pupil({ classId: '2a', connected: ['okoro'] })];
    expect(told({ pupils: theirs, byHand: { staff: ['okoro'], groups: ['pastoral'] } })).toEqual([
      'lunn',
      'shah',
    ]);
  });

  test('somebody who has left since the rule was made', () => {
    const present = new Set([...oakfield.present].filter((id) => id !== 'shah'));
    expect(told({}, { ...oakfield, present })).toEqual(['okoro']);
  });
});

describe('no concern tells no one', () => {
  test('a category without a rule goes to the fallback group', () => {
    expect(why('shah', { categories: ['attendance'] })).toEqual([{ code: 'fallback', groupId: 'fallback' }]);
  });

  test('"I’m not sure" goes to the leads, also when a colleague was named by hand', () => {
    const given = { categories: [], byHand: { staff: ['lunn'], groups: [] } };
    expect(told(given)).toEqual(['lunn', 'shah', 'okoro']);
  });

  test('a rule whose people are all close to the child goes to the fallback group', () => {
    const theirs = [pupil({ classId: '3b', connected: ['lunn', 'shah', '3b-teacher'] })];
    const rules = oakfield.rules.filter((one) => one.id === 'home-3b');
    expect(told({ categories: ['home'], pupils: theirs }, { ...oakfield, rules })).toEqual(['okoro']);
  });

  test('what both leads are close to goes to the head, and then to the chair', () => {
    const connected = ['shah', 'okoro'];
    expect(recipientsOf(concern({ pupils: [pupil({ connected })] }), oakfield)).toEqual([
      { staffId: 'marsh', reasons: [{ code: 'head' }] },
    ]);
    const head = [pupil({ connected: [...connected, 'marsh'] })];
    expect(recipientsOf(concern({ pupils: head }), oakfield)).toEqual([
      { staffId: 'ferris', reasons: [{ code: 'chair' }] },
    ]);
  });

  test('a lead who writes alone at a school with one lead reaches the head', () => {
    const members = new Map([['fallback', ['shah']]]);
    expect(told({ authorId: 'shah' }, { ...oakfield, members })).toEqual(['marsh']);
  });

  test('where everybody is left out the answer is nobody, for the caller to deal with', () => {
    expect(told({}, { ...oakfield, present: new Set() })).toEqual([]);
  });
});

describe('a concern that has to be checked first', () => {
  test('goes to every lead and deputy', () => {
    const unopened = { authorId: null, quarantined: true, categories: [], pupils: [] };
    expect(recipientsOf(concern(unopened), oakfield)).toEqual([
      { staffId: 'shah', reasons: [{ code: 'quarantine-lead' }] },
      { staffId: 'okoro', reasons: [{ code: 'quarantine-lead' }] },
    ]);
  });

  test('goes to the head when both leads are close to the child', () => {
    const near = [pupil({ connected: ['shah', 'okoro'] })];
    expect(told({ quarantined: true, categories: [], pupils: near })).toEqual(['marsh']);
  });
});
