import { describe, expect, it } from 'vitest';
import { aSchool, type SmallSchool } from './small-school';

describe('what need not be mended', () => {
  const EQUAL: [what: string, change: (school: SmallSchool) => SmallSchool][] = [
    ['sheets and columns in another order', (school) => school.reverse()],
    [
      'spaces around text, also those without width',
      (school) => school.set('Staff', 'H5', ' \u00a0Teachers\u200b '),
    ],
    [
      'capital letters in references and answers',
      (school) => school.set('Staff', 'H5', 'TEACHERS').set('Categories', 'D2', 'Y'),
    ],
    [
      'TRUE and FALSE of a tick box',
      (school) => school.set('Categories', 'D2', 'TRUE').set('Pupils', 'O3', 'FALSE'),
    ],
    [
      'an apostrophe that the program made curly',
      (school) => school.set('School', 'A13', 'Children’s services phone'),
    ],
    ['an e-mail in capitals', (school) => school.set('Staff', 'E5', 'M.KUNZE@OAKFIELD.EXAMPLE')],
    ['blank rows in between', (school) => school.set('Pupils', 'C9', ' ')],
    [
      'a sibling by Pupil ID or by UPN',
      (school) => school.set('Pupils', 'B2', '').set('Pupils', 'J3', 'a936000000001'),
    ],
  ];

  it.each(EQUAL)('reads the same school from %s', (_, change) => {
    const { plan, faults } = change(aSchool()).plan();
    expect(faults).toEqual([]);
    expect(plan).toEqual(aSchool().plan().plan);
  });

  it('takes what is not given as not there, never as an empty text', () => {
    const school = aSchool()
      .set('School', 'B4', '')
      .set('School', 'B15', '')
      .set('School', 'B18', '')
      .set('School', 'B19', '');
    const planned = school.set('School', 'B21', '').set('Pupils', 'A3', '').plan();
    expect(planned.plan?.school).not.toHaveProperty('dfeNumber');
    expect(planned.plan?.school).not.toHaveProperty('fallbackAlertGroup');
    expect(planned.plan?.school).toMatchObject({
      timeZone: 'Europe/London',
      dayStarts: '08:30',
      termDates: [],
    });
    expect(planned.plan?.pupils[1]).toMatchObject({ pupilId: '2041', siblingOf: 'A936000000001' });
    expect(planned.plan?.pupils[1]).not.toHaveProperty('upn');
  });

  it('lets a name hold a comma where it is the only one in its cell', () => {
    const school = aSchool()
      .set('Alert groups', 'A2', 'Leads, deputies and head')
      .set('School', 'B15', 'Leads, deputies and head');
    expect(
      school.set('Automatic alerts', 'B2', 'Leads, deputies and head').plan().plan?.automaticAlerts[0],
    ).toEqual({
      category: 'Child protection',
      alertGroups: ['Leads, deputies and head'],
      staff: [],
      yearGroups: [],
      classes: [],
    });
  });

  it('keeps cells that look like formulas as text', () => {
    const { plan } = aSchool()
      .set('Staff', 'G5', '=HYPERLINK("https://evil.example")')
      .set('Pupils', 'R2', '+44 7700 900123')
      .plan();
    expect(plan?.staff[3]?.jobTitle).toBe('=HYPERLINK("https://evil.example")');
    expect(plan?.pupils[0]?.contacts[0]?.phone).toBe('+44 7700 900123');
  });
});
