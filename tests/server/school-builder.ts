import type {
  PlannedAutomaticAlert,
  PlannedCategory,
  PlannedPupil,
  PlannedStaffMember,
  SchoolPlan,
} from '../../server/set-up/school-plan';

let number = 0;
const next = () => (number += 1);

/** A class teacher of class 4B unless said otherwise. */
export function aTeacher(given: Partial<PlannedStaffMember> = {}): PlannedStaffMember {
  const n = next();
  return {
    firstName: 'Jo',
    lastName: `Price${n}`,
    title: 'Ms',
    email: `jo.price${n}@oakfield.example`,
    jobTitle: 'Class teacher',
    userGroup: 'Teachers',
    classes: [],
    ...given,
  };
}

/** A designated safeguarding lead. */
export function aSafeguardingLead(given: Partial<PlannedStaffMember> = {}): PlannedStaffMember {
  const n = next();
  return {
    firstName: 'Nadia',
    lastName: `Shah${n}`,
    title: 'Mrs',
    email: `nadia.shah${n}@oakfield.example`,
    phone: 'Office, radio 2',
    jobTitle: 'Designated safeguarding lead',
    userGroup: 'Safeguarding leads',
    classes: [],
    ...given,
  };
}

/** A playground supervisor, in the group that is not higher-level. */
export function aSupervisor(given: Partial<PlannedStaffMember> = {}): PlannedStaffMember {
  return aTeacher({ firstName: 'Sam', jobTitle: 'Playground supervisor', userGroup: 'All staff', ...given });
}

/** A pupil of class 4B unless said otherwise. */
export function aPupil(given: Partial<PlannedPupil> = {}): PlannedPupil {
  const n = next();
  return {
    upn: `A${String(100_000_000_000 + n)}`,
    firstName: 'Amira',
    lastName: `Khan${n}`,
    dateOfBirth: '2018-03-14',
    className: '4B',
    yearGroup: 'Year 4',
    connectedStaff: [],
    freeSchoolMeals: false,
    lookedAfter: false,
    eal: false,
    contacts: [],
    ...given,
  };
}

/** A category, on the record screen unless said otherwise. */
export function aCategory(given: Partial<PlannedCategory> & { name: string }): PlannedCategory {
  return {
    colour: '#B3261E',
    restricted: false,
    urgent: false,
    bodyMap: false,
    onRecordScreen: true,
    ...given,
  };
}

/** A rule that alerts the safeguarding team unless said otherwise. */
export function anAutomaticAlert(
  given: Partial<PlannedAutomaticAlert> & { category: string },
): PlannedAutomaticAlert {
  return { alertGroups: ['Safeguarding team'], staff: [], yearGroups: [], classes: [], ...given };
}

/** Oakfield Primary with three people, one pupil and two categories; give what a story needs to differ. */
export function aSchool(given: Partial<SchoolPlan> & { site?: string; name?: string } = {}): SchoolPlan {
  const lead = aSafeguardingLead({ email: 'nadia.shah@oakfield.example', lastName: 'Shah' });
  const head = aSafeguardingLead({
    firstName: 'Ruth',
    lastName: 'Grey',
    email: 'ruth.grey@oakfield.example',
  });
  const staff = given.staff ?? [
    lead,
    head,
    aTeacher({ email: 'jo.price@oakfield.example', lastName: 'Price' }),
  ];
  const leadEmail = staff.some((one) => one.email === lead.email) ? lead.email! : staff[0]!.email!;
  return {
    school: {
      name: given.name ?? 'Oakfield Primary',
      site: given.site ?? 'oakfield',
      mainContact: { name: 'Nadia Shah', email: leadEmail },
      leadEmail,
      deputyEmails: [],
      headEmail: staff.find((one) => one.email === head.email)?.email ?? leadEmail,
      fallbackAlertGroup: 'Safeguarding team',
      timeZone: 'Europe/London',
      dayStarts: '08:30',
      dayEnds: '15:30',
      termDates: [],
      ...given.school,
    },
    staff,
    classes: given.classes ?? [
      { name: '4B', yearGroup: 'Year 4' },
      { name: '6A', yearGroup: 'Year 6' },
    ],
    yearGroups: given.yearGroups ?? ['Year 4', 'Year 6'],
    pupils: given.pupils ?? [aPupil({ firstName: 'Amira', lastName: 'Khan' })],
    categories: given.categories ?? [
      aCategory({ name: 'Physical injury', urgent: true }),
      aCategory({ name: 'Behaviour', colour: '#C47F00' }),
    ],
    userGroups: given.userGroups ?? [
      {
        name: 'Safeguarding leads',
        higherLevel: true,
        unrestricted: true,
        administration: ['staff', 'groups', 'audit'],
      },
      { name: 'Teachers', higherLevel: true, unrestricted: false, administration: [] },
      { name: 'All staff', higherLevel: false, unrestricted: false, administration: [] },
    ],
    permissions: given.permissions ?? [
      {
        userGroup: 'Safeguarding leads',
        category: '*',
        viewPupils: true,
        viewConcerns: true,
        addConcerns: true,
      },
      { userGroup: 'Teachers', category: '*', viewPupils: false, viewConcerns: false, addConcerns: true },
      { userGroup: 'All staff', category: '*', viewPupils: false, viewConcerns: false, addConcerns: true },
    ],
    alertGroups: given.alertGroups ?? [{ name: 'Safeguarding team', members: [leadEmail] }],
    automaticAlerts: given.automaticAlerts ?? [anAutomaticAlert({ category: 'Physical injury' })],
    classRestrictions: given.classRestrictions ?? [],
    places: given.places ?? ['Playground'],
    agencies: given.agencies ?? ["Children's services"],
  };
}
