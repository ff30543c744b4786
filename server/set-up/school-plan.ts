import type { AdministrationRight } from '../../protocol/administration';

/** Everything a spreadsheet says, checked and with every name spelled as its own sheet spells it. */
export interface SchoolPlan {
  school: PlannedSchool;
  staff: PlannedStaffMember[];
  classes: PlannedClass[];
  /** Names in the order in which Classes and then Pupils first name them. */
  yearGroups: string[];
  pupils: PlannedPupil[];
  /** In the order of the sheet. */
  categories: PlannedCategory[];
  userGroups: PlannedUserGroup[];
  permissions: PlannedPermission[];
  alertGroups: PlannedAlertGroup[];
  automaticAlerts: PlannedAutomaticAlert[];
  classRestrictions: PlannedClassRestriction[];
  places: string[];
  agencies: string[];
}

/** Days are yyyy-mm-dd, times HH:MM in the school's time zone, e-mail addresses in lower case. */
export interface PlannedSchool {
  name: string;
  /** The school's part of the address: a–z, 0–9, hyphen. */
  site: string;
  dfeNumber?: string;
  mainContact: { name: string; email: string };
  leadEmail: string;
  /** In the order in which they stand in for the lead. */
  deputyEmails: string[];
  headEmail: string;
  chair?: { name?: string; email?: string; phone?: string };
  childrensServicesPhone?: string;
  childrensServicesPhoneOutOfHours?: string;
  /** Missing: the lead and the deputies. */
  fallbackAlertGroup?: string;
  supportEmail?: string;
  supportPhone?: string;
  timeZone: string;
  dayStarts: string;
  dayEnds: string;
  termDates: { from: string; to: string }[];
}

export interface PlannedStaffMember {
  firstName: string;
  lastName: string;
  title?: string;
  knownAs?: string;
  email?: string;
  phone?: string;
  jobTitle?: string;
  userGroup: string;
  classes: string[];
}

export interface PlannedClass {
  name: string;
  yearGroup: string;
  teacherEmail?: string;
}

export interface PlannedContact {
  name?: string;
  relationship?: string;
  phone?: string;
}

export interface PlannedPupil {
  /** At least one of upn and pupilId; the first of them that is there is the key of later imports. */
  upn?: string;
  pupilId?: string;
  firstName: string;
  lastName: string;
  preferredName?: string;
  dateOfBirth: string;
  sex?: string;
  className: string;
  yearGroup: string;
  /** The key (upn, else pupilId) of the brother or sister. */
  siblingOf?: string;
  /** E-mail addresses of staff who are close to this pupil. */
  connectedStaff: string[];
  sen?: 'K' | 'E';
  freeSchoolMeals: boolean;
  lookedAfter: boolean;
  eal: boolean;
  contacts: PlannedContact[];
}

export interface PlannedCategory {
  name: string;
  parent?: string;
  /** #RRGGBB in capitals. */
  colour: string;
  restricted: boolean;
  urgent: boolean;
  bodyMap: boolean;
  onRecordScreen: boolean;
  guidance?: string;
}

export interface PlannedUserGroup {
  name: string;
  higherLevel: boolean;
  /** Class restrictions do not apply to its members. */
  unrestricted: boolean;
  administration: AdministrationRight[];
}

export interface PlannedPermission {
  userGroup: string;
  /** A category's name, or * for all that have no row of their own or above them. */
  category: string;
  viewPupils: boolean;
  viewConcerns: boolean;
  addConcerns: boolean;
}

export interface PlannedAlertGroup {
  name: string;
  members: string[];
}

export interface PlannedAutomaticAlert {
  category: string;
  alertGroups: string[];
  staff: string[];
  /** Empty: all. */
  yearGroups: string[];
  /** Empty: all. */
  classes: string[];
}

export interface PlannedClassRestriction {
  type: 'class' | 'year group';
  name: string;
  /** `*` in the sheet: this class or year group is open to all. */
  everyone: boolean;
  userGroups: string[];
  staff: string[];
}

/** What a later import knows this pupil by. */
export function pupilKey(pupil: Pick<PlannedPupil, 'upn' | 'pupilId'>): string {
  return pupil.upn ?? pupil.pupilId ?? '';
}
