import { describe, expect, it } from 'vitest';
import { faultLine } from '../../../server/set-up/faults';
import { GroupRights } from '../../../server/set-up/group-rights';
import { aSchool } from './small-school';

const LEADS = 'Safeguarding leads';

describe('a school as a whole', () => {
  it('is refused when nobody can administer it', () => {
    const { plan, faults } = aSchool()
      .set('User groups', 'D2', 'audit')
      .set('User groups', 'D3', 'pupils')
      .plan();
    expect(plan).toBeNull();
    expect(faults.map(faultLine)).toEqual([
      'User groups!D1: Nobody can administer this school: no person holds “staff” and “groups”; Write staff, groups under Administration of a user group that somebody with an e-mail is in',
    ]);
  });

  it('is refused when the only administrator has no e-mail to log in with', () => {
    const { faults } = aSchool()
      .set('User groups', 'D2', '')
      .set('Staff', 'E4', '')
      .set('School', 'B6', 'n.shah@oakfield.example')
      .plan();
    expect(faults.map(({ cell, wrong }) => [cell, wrong])).toEqual([
      ['E4', '“E-mail” is empty, and “Administrators” has Administration rights'],
      ['D1', 'Nobody can administer this school: no person holds “staff” and “groups”'],
    ]);
  });

  it('warns when only one person can administer it', () => {
    const { plan, warnings } = aSchool().set('User groups', 'D2', '').plan();
    expect(plan).not.toBeNull();
    expect(warnings.map(faultLine)).toEqual([
      'User groups!D1: Only one person can administer this school: Priya Nair; Give a second person a user group with staff, groups under Administration',
    ]);
  });

  it('is refused when a category reaches nobody, even by the fallback', () => {
    const { plan, faults } = aSchool().set('Alert groups', 'B2', '').plan();
    expect(plan).toBeNull();
    expect(faults.map(faultLine)).toEqual([
      'School!B15: A concern in “Child protection”, “Physical injury” and “Behaviour” would alert nobody; Give the alert group “Safeguarding team” members, or leave this empty for the lead and deputies',
      'Alert groups!B2: “Members” is empty; Fill this cell',
    ]);
  });

  it('counts rules of a parent, but not those for some classes only, as reaching a category', () => {
    const school = aSchool()
      .set('Alert groups', 'B2', '')
      .set('Automatic alerts', 'C2', 'n.shah@oakfield.example');
    expect(school.plan().faults[0]?.wrong).toBe('A concern in “Behaviour” would alert nobody');
    const everyone = school.set('Automatic alerts', 'D3', '').set('Automatic alerts', 'E3', '').plan();
    expect(everyone.faults.map(({ sheet }) => sheet)).toEqual(['Alert groups']);
  });

  it('warns when there is only one safeguarding lead', () => {
    const lines = ['', 'n.shah@oakfield.example'].map((deputies) =>
      aSchool().set('School', 'B8', deputies).plan().warnings.map(faultLine),
    );
    for (const warnings of lines) {
      expect(warnings).toEqual([
        'School!B8: There is only one safeguarding lead, so nobody stands in for them; Write the e-mail of at least one deputy',
      ]);
    }
  });

  it('warns when the chair has no e-mail', () => {
    const { plan, warnings } = aSchool().set('School', 'B11', '').plan();
    expect(plan?.school.chair).toEqual({ name: 'Owen Pryce', phone: '01632 960101' });
    expect(warnings.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual(['School!B11']);
  });

  it('warns when a restricted class has nobody on its list, or no row', () => {
    const empty = aSchool().set('Class restrictions', 'C2', '').set('Class restrictions', 'D2', '').plan();
    expect(empty.warnings.map(faultLine)).toEqual([
      'Class restrictions!C2: The class “4B” has nobody on its list; Name user groups or staff, or write * under Allowed user groups for everyone',
    ]);
    const group = aSchool()
      .add('User groups', 'Nurses')
      .set('Class restrictions', 'C2', 'Nurses')
      .set('Class restrictions', 'D2', '');
    expect(group.plan().warnings.map((warning) => warning.wrong)).toEqual([
      'The class “4B” has nobody on its list',
    ]);
    const unlisted = aSchool().add('Classes', '4A', 'Year 4').plan();
    expect(unlisted.warnings.map(faultLine)).toEqual([
      'Class restrictions!B1: “4A” has no row, so nobody is on the list; Add a row of type Class for each; * means everyone',
    ]);
  });

  it('reads * as everyone, and restricts no type that has no row', () => {
    const { plan, warnings } = aSchool()
      .clear('Class restrictions')
      .add('Class restrictions', 'class', '4b', '*')
      .plan();
    expect(plan?.classRestrictions).toEqual([
      { type: 'class', name: '4B', everyone: true, userGroups: [], staff: [] },
    ]);
    expect(warnings).toEqual([]);
  });

  it('warns once of a year group that no class is in', () => {
    const school = aSchool()
      .set('Pupils', 'I2', 'Yeer 4')
      .set('Pupils', 'I3', 'Yeer 4')
      .add('Class restrictions', 'Year group', 'Yeer 4', '*');
    const { plan, warnings } = school.plan();
    expect(warnings.map(faultLine)).toEqual([
      'Pupils!I2: No class is in year group “Yeer 4”; Write “Year 4” if that is meant',
    ]);
    expect(plan?.yearGroups).toEqual(['Year 4', 'Yeer 4']);
  });

  it('refuses the same restriction twice', () => {
    const { faults } = aSchool().add('Class restrictions', 'Class', '4b', '*').plan();
    expect(faults.map(faultLine)).toEqual([
      'Class restrictions!B4: The same class stands in row 2; Keep one of the two rows',
    ]);
  });

  it('needs no e-mail from people whose group may only add concerns', () => {
    const { plan } = aSchool().plan();
    expect(plan?.staff[4]).toEqual({
      firstName: 'Joan',
      lastName: 'Ellis',
      title: 'Mrs',
      phone: 'Radio 3',
      jobTitle: 'Lunchtime supervisor',
      userGroup: 'All staff',
      classes: [],
    });
  });
});

describe('what a user group may do', () => {
  const { plan } = aSchool().add('Permissions', 'Teachers', 'Child protection', 'no', 'no', 'no').plan();
  const rights = new GroupRights(plan?.categories ?? [], plan?.permissions ?? []);

  it('is said by the row of the category, else of its parent, else of *', () => {
    expect(rights.of('Teachers', 'Behaviour')).toMatchObject({ viewConcerns: true, addConcerns: true });
    expect(rights.of('Teachers', 'Physical injury')).toMatchObject({
      viewConcerns: false,
      addConcerns: false,
    });
    expect(rights.of(LEADS, 'Physical injury')).toMatchObject({ viewPupils: true, viewConcerns: true });
    expect(rights.of('All staff', 'Behaviour')).toMatchObject({ viewConcerns: false, addConcerns: true });
  });

  it('is nothing where no row speaks of it', () => {
    expect(rights.of('Nurses', 'Behaviour')).toEqual({
      viewPupils: false,
      viewConcerns: false,
      addConcerns: false,
    });
    expect(['Teachers', 'All staff', LEADS].map((group) => rights.canView(group))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('does not count a * row that every category overrides', () => {
    const none = { viewPupils: false, viewConcerns: false, addConcerns: true };
    const category = {
      colour: '#000000',
      restricted: false,
      urgent: false,
      bodyMap: false,
      onRecordScreen: false,
    };
    const overridden = new GroupRights(
      [{ name: 'Behaviour', ...category }],
      [
        { userGroup: 'Nurses', category: '*', ...none, viewConcerns: true },
        { userGroup: 'Nurses', category: 'Behaviour', ...none },
      ],
    );
    expect(overridden.canView('Nurses')).toBe(false);
  });
});
