import type { ImportSheet } from '../../../protocol/changes/import';
import type { KnownSchool } from '../../sheets/known-school';
import { dutyRow, staffTitle } from '../../sheets/rows-of-people';
import { permissionRow, restrictionRow } from '../../sheets/rows-of-rights';
import { yearRow } from '../../sheets/rows-of-roll';
import { ruleRow } from '../../sheets/rows-of-rules';
import { nameRows, schoolRow } from '../../sheets/rows-of-school';
import { yesNo, type SheetRow } from '../../sheets/sheet-row';
import type { PlannedCategory, SchoolPlan } from '../school-plan';
import { pupilRowsOf } from './pupil-rows-of-plan';
import { flagOf, type Sheets } from './sheets';

/** Words of each sheet, as `rowsHere` says them of the school; an empty text says nothing. */
const rows: Readonly<Record<ImportSheet, (sheets: Sheets, known: KnownSchool) => SheetRow[]>> = {
  'User groups': userGroups,
  Classes: classes,
  Staff: staff,
  'Staff’s groups': ({ plan }) =>
    plan.staff.map((person) => ({
      key: staffKey(person),
      title: staffTitle(person),
      fields: { 'User group': person.userGroup },
    })),
  Categories: categories,
  Permissions: permissions,
  Pupils: pupilRowsOf,
  'Duty list': ({ plan: { school } }) => [dutyRow(school.leadEmail, school.deputyEmails, school.headEmail)],
  'Alert groups': alertGroups,
  'Automatic alerts': ({ plan }) =>
    plan.automaticAlerts.map(({ category, ...rule }) => ruleRow({ ...rule, categories: [category] })),
  'Class restrictions': ({ plan }) =>
    plan.classRestrictions.map(({ type, name, everyone, userGroups: groups, staff: people }) =>
      restrictionRow(type === 'class' ? 'class' : 'year', name, {
        Everyone: yesNo(everyone),
        'Allowed user groups': groups,
        'Allowed staff': people,
      }),
    ),
  Places: ({ plan }) => nameRows(plan.places),
  Agencies: ({ plan }) => nameRows(plan.agencies),
  School: school,
};

/** One sheet as the spreadsheet has it. */
export function rowsOfPlan(sheet: ImportSheet, sheets: Sheets, known: KnownSchool): SheetRow[] {
  return rows[sheet](sheets, known);
}

function userGroups(sheets: Sheets): SheetRow[] {
  return sheets.plan.userGroups.map(({ name, higherLevel, unrestricted, administration }) => ({
    key: name,
    title: name,
    fields: {
      'Higher level': flagOf(sheets, 'User groups: Higher level', higherLevel),
      Unrestricted: flagOf(sheets, 'User groups: Unrestricted', unrestricted),
      Administration: administration,
    },
  }));
}

/** Year groups first: the classes name them. */
function classes({ plan }: Sheets): SheetRow[] {
  return [
    ...plan.yearGroups.map(yearRow),
    ...plan.classes.map(({ name, yearGroup, teacherEmail }) => ({
      key: name,
      title: name,
      fields: { 'Year group': yearGroup, 'Teacher e-mail': teacherEmail ?? '' },
    })),
  ];
}

const staffKey = (person: SchoolPlan['staff'][number]) => person.email ?? staffTitle(person);

/** The user group is said of new people only; of the others it stands in rows of its own. */
function staff({ plan }: Sheets, known: KnownSchool): SheetRow[] {
  return plan.staff.map((person) => {
    const key = staffKey(person);
    return {
      key,
      title: staffTitle(person),
      fields: {
        ...(known.find('staff', key) === undefined && {
          'E-mail': person.email ?? '',
          'User group': person.userGroup,
        }),
        'First name': person.firstName,
        'Last name': person.lastName,
        Title: person.title ?? '',
        'Known as': person.knownAs ?? '',
        'Phone or radio': person.phone ?? '',
        'Job title': person.jobTitle ?? '',
        Classes: person.classes,
      },
    };
  });
}

/** Parents stand before what is below them, so that they are there when they are named. */
function categories(sheets: Sheets): SheetRow[] {
  const { plan } = sheets;
  const parents = new Map(plan.categories.map(({ name, parent }) => [name, parent]));
  const depth = (name: string, steps = 0): number => {
    const parent = parents.get(name);
    return parent === undefined || steps > parents.size ? steps : depth(parent, steps + 1);
  };
  const inOrder = [...plan.categories].sort((a, b) => depth(a.name) - depth(b.name));
  return inOrder.map((category) => categoryRow(sheets, category));
}

function categoryRow(sheets: Sheets, category: PlannedCategory): SheetRow {
  const flag = (heading: string, set: boolean) => flagOf(sheets, `Categories: ${heading}`, set);
  return {
    key: category.name,
    title: category.name,
    fields: {
      Parent: category.parent ?? '',
      Colour: category.colour,
      Restricted: flag('Restricted', category.restricted),
      Urgent: flag('Urgent', category.urgent),
      'Body map': flag('Body map', category.bodyMap),
      'On record screen': flag('On record screen', category.onRecordScreen),
      Guidance: category.guidance ?? '',
    },
  };
}

function permissions(sheets: Sheets): SheetRow[] {
  const flag = (heading: string, set: boolean) => flagOf(sheets, `Permissions: ${heading}`, set);
  return sheets.plan.permissions.map((row) =>
    permissionRow(row.userGroup, row.category, {
      'View pupils': flag('View pupils', row.viewPupils),
      'View concerns': flag('View concerns', row.viewConcerns),
      'Add concerns': flag('Add concerns', row.addConcerns),
    }),
  );
}

/** A named fallback group becomes one; where none is named, the groups stay what they are here. */
function alertGroups({ plan }: Sheets): SheetRow[] {
  return plan.alertGroups.map(({ name, members }) => ({
    key: name,
    title: name,
    fields: {
      Members: members,
      'Fallback alert group': name === plan.school.fallbackAlertGroup ? 'yes' : '',
    },
  }));
}

/** What the sheet leaves blank has a usual value in a new school; here it says nothing. */
function school({ plan, says }: Sheets): SheetRow[] {
  const { school: said } = plan;
  const filled = (setting: string, value: string) => (says.has(`School: ${setting}`) ? value : null);
  return [
    schoolRow({
      name: said.name,
      dfeNumber: said.dfeNumber ?? null,
      mainContactName: said.mainContact.name,
      mainContactEmail: said.mainContact.email,
      chairName: said.chair?.name ?? null,
      chairPhone: said.chair?.phone ?? null,
      childrensServicesPhone: said.childrensServicesPhone ?? null,
      childrensServicesOutOfHours: said.childrensServicesPhoneOutOfHours ?? null,
      supportEmail: said.supportEmail ?? null,
      supportPhone: said.supportPhone ?? null,
      timeZone: filled('Time zone', said.timeZone),
      dayStarts: filled('School day starts', said.dayStarts),
      dayEnds: filled('School day ends', said.dayEnds),
      termDates: said.termDates,
    }),
  ];
}
