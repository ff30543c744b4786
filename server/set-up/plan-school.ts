import { checkCells } from './check-cells';
import { SETTINGS, SHEET_NAMES } from './columns';
import type { Fault, Note } from './faults';
import { Findings } from './findings';
import { GroupRights } from './group-rights';
import { gatherNames, usualMailDomain, type Reading } from './reading';
import type { SchoolPlan } from './school-plan';
import { planAlertGroups } from './sheets/alert-groups';
import { planAutomaticAlerts } from './sheets/automatic-alerts';
import { planCategories } from './sheets/categories';
import { planClassRestrictions } from './sheets/class-restrictions';
import { planClasses } from './sheets/classes';
import { planPermissions } from './sheets/permissions';
import { planAgencies, planPlaces } from './sheets/places-agencies';
import { planPupils } from './sheets/pupils';
import { planSchoolSheet } from './sheets/school';
import { planStaff } from './sheets/staff';
import { checkHigherLevel, planUserGroups } from './sheets/user-groups';
import { readSettings, readTables, type Tables } from './tables';
import { checkWholeSchool } from './whole-school';
import type { Workbook } from './workbook/workbook';

/** What came of a workbook. */
export interface Planned {
  /** The school, or null while any fault is left: then nothing may be written. */
  plan: SchoolPlan | null;
  /** All faults at once, from the first sheet to the last, row by row. */
  faults: Fault[];
  /** What is allowed but should be looked at before confirming. */
  warnings: Fault[];
  /** Sheets, columns and settings that Heed does not know and leaves alone. */
  notes: Note[];
  /** Filled rows below the headings, over all known sheets: the "of 431 rows" of the preview. */
  rows: number;
  /** The school's part of the address as the sheet School has it, whatever else is wrong. */
  site: string;
  /** "Pupils: EAL" for every column that is there, "School: Time zone" for every filled setting. */
  says: ReadonlySet<string>;
}

/**
 * Turns a workbook into the plan of a school by the rules of set-up-spreadsheet.md. Pure: reads and writes nothing.
 * @param today yyyy-mm-dd in the school's eyes: no pupil may be born later
 */
export function planSchool(workbook: Workbook, today: string): Planned {
  const findings = new Findings();
  const tables = readTables(workbook, findings);
  const reading: Reading = {
    tables,
    settings: readSettings(tables.School, findings),
    names: gatherNames(tables, findings),
    findings,
    today,
    mailDomain: usualMailDomain(tables),
  };
  checkCells(reading);
  const plan = planSheets(reading);
  checkWholeSchool(reading, plan);
  const found = findings.inOrder();
  return {
    plan: found.faults.length === 0 ? plan : null,
    ...found,
    rows: countRows(tables),
    site: reading.settings.text('Site'),
    says: saidIn(reading),
  };
}

function planSheets(reading: Reading): SchoolPlan {
  const categories = planCategories(reading);
  const permissions = planPermissions(reading);
  const rights = new GroupRights(categories, permissions);
  checkHigherLevel(reading, rights);
  return {
    school: planSchoolSheet(reading),
    staff: planStaff(reading, rights),
    classes: planClasses(reading),
    yearGroups: reading.names['year group'].all(),
    pupils: planPupils(reading),
    categories,
    userGroups: planUserGroups(reading),
    permissions,
    alertGroups: planAlertGroups(reading),
    automaticAlerts: planAutomaticAlerts(reading),
    classRestrictions: planClassRestrictions(reading),
    places: planPlaces(reading),
    agencies: planAgencies(reading),
  };
}

function saidIn({ tables, settings }: Reading): ReadonlySet<string> {
  const columns = SHEET_NAMES.flatMap((sheet) =>
    [...tables[sheet].headings.keys()].map((heading) => `${sheet}: ${heading}`),
  );
  const filled = SETTINGS.filter(({ name }) => settings.text(name) !== '');
  return new Set([...columns, ...filled.map(({ name }) => `School: ${name}`)]);
}

function countRows(tables: Tables): number {
  return Object.values(tables).reduce((sum, table) => sum + table.rows.length, 0);
}
