import * as v from 'valibot';
import type { AdministrationRight } from '../administration';

/**
 * What of the set-up spreadsheet is ticked apart, in the order in which it is carried out: what others name comes
 * first. Two of them are cells of the sheets School and Staff.
 */
export const importSheets = [
  'User groups',
  'Classes',
  'Staff',
  'Staff’s groups',
  'Categories',
  'Permissions',
  'Pupils',
  'Duty list',
  'Alert groups',
  'Automatic alerts',
  'Class restrictions',
  'Places',
  'Agencies',
  'School',
] as const;
export type ImportSheet = (typeof importSheets)[number];

/** The part of administration that a sheet belongs to. */
export const rightOfSheet: Readonly<Record<ImportSheet, AdministrationRight>> = {
  'User groups': 'groups',
  Staff: 'staff',
  'Staff’s groups': 'staff',
  Classes: 'pupils',
  Categories: 'categories',
  Permissions: 'groups',
  Pupils: 'pupils',
  'Duty list': 'staff',
  'Alert groups': 'alerts',
  'Automatic alerts': 'alerts',
  'Class restrictions': 'groups',
  Places: 'settings',
  Agencies: 'settings',
  School: 'settings',
};

/** Sheets that say who may see, do and be told what: they start unticked. */
export const sheetsOfRights: ReadonlySet<ImportSheet> = new Set<ImportSheet>([
  'User groups',
  'Staff’s groups',
  'Permissions',
  'Duty list',
  'Alert groups',
  'Automatic alerts',
  'Class restrictions',
]);

/** What a row says that no column of its sheet does, by the heading under which it is kept and shown. */
export const rowHeadings = { onRoll: 'On roll', switchedOn: 'Switched on' } as const;

/** A move puts somebody or something elsewhere: another class, year group or user group, or back on roll. */
export const importedWhat = ['add', 'change', 'move'] as const;
export type ImportedWhat = (typeof importedWhat)[number];

/** A text, or a list that is only added to. */
export const sheetField = v.union([
  v.pipe(v.string(), v.maxLength(2000)),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(500)),
]);

/** One row of a sheet as it is to become, in words; ids are looked up when it is carried out. */
export const importedRow = v.strictObject({
  /** What the row is found by. */
  key: v.pipe(v.string(), v.maxLength(4000)),
  title: v.pipe(v.string(), v.maxLength(1000)),
  what: v.picklist(importedWhat),
  /** Only what differs. A text that is neither `from` nor `to` by then was changed by somebody else: refused. */
  fields: v.pipe(
    v.array(v.strictObject({ name: v.pipe(v.string(), v.maxLength(60)), from: sheetField, to: sheetField })),
    v.maxLength(30),
  ),
});
export type ImportedRow = v.InferOutput<typeof importedRow>;

/** Rows of one sheet of the set-up spreadsheet, carried out together or waiting together. */
function rowsOf<const Kind extends string, const Sheets extends readonly ImportSheet[]>(
  kind: Kind,
  sheets: Sheets,
) {
  return v.strictObject({
    kind: v.literal(kind),
    sheet: v.picklist(sheets),
    rows: v.pipe(v.array(importedRow), v.minLength(1), v.maxLength(5000)),
  });
}

/* One kind for each part of administration, so that nobody imports what they may not change otherwise. */
export const importGroups = rowsOf('import.groups', ['User groups', 'Permissions', 'Class restrictions']);
export const importStaff = rowsOf('import.staff', ['Staff', 'Staff’s groups', 'Duty list']);
export const importPupils = rowsOf('import.pupils', ['Classes', 'Pupils']);
export const importCategories = rowsOf('import.categories', ['Categories']);
export const importAlerts = rowsOf('import.alerts', ['Alert groups', 'Automatic alerts']);
export const importSettings = rowsOf('import.settings', ['Places', 'Agencies', 'School']);
