import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../protocol/canonical-json';
import {
  importSheets,
  rightOfSheet,
  sheetsOfRights,
  type ImportSheet,
} from '../../../protocol/changes/import';
import type { ComparedSheet, ImportPreview } from '../../../protocol/import-again';
import type { StaffActor } from '../../access/actor';
import { can } from '../../access/can';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { readKnownSchool, type KnownSchool } from '../../sheets/known-school';
import { readLastImports, type LastImport } from '../../sheets/last-import';
import { nameKey } from '../../sheets/name-key';
import { presentStaff, staffTitle } from '../../sheets/rows-of-people';
import { rowsHere } from '../../sheets/rows-here';
import { pupilTitle } from '../../sheets/rows-of-roll';
import { faultLine, quote } from '../faults';
import type { Planned } from '../plan-school';
import { planUpload } from '../read-upload';
import { changedSince } from './changed-since';
import { compareSheet } from './compare-sheet';
import { rowsOfPlan } from './rows-of-plan';
import type { Sheets } from './sheets';
import { whatRowsNeed } from './what-rows-need';

/**
 * Compares a set-up spreadsheet with the school that it is of, sheet by sheet, as far as this person administers it.
 * Writes nothing.
 * @param file the .xlsx in base64
 * @throws problem 'spreadsheet-unreadable' with one plain sentence, also for the spreadsheet of another school
 */
export async function previewImport(ground: Ground, actor: StaffActor, file: string): Promise<ImportPreview> {
  const planned = planUpload(ground, Buffer.from(file, 'base64'));
  const { schoolId } = actor;
  const mine = importSheets.filter((sheet) => mayImport(actor, sheet));
  const known = await readKnownSchool(ground.database.read, ground, schoolId, mine.includes('Pupils'));
  mustBeOfThisSchool(planned, known);
  const { plan, says } = planned;
  const last = await readLastImports(ground.database.read, ground, schoolId);
  const sheets = plan ? mine.map((sheet) => compared(sheet, { plan, says }, known, last.get(sheet))) : [];
  return {
    faults: planned.faults,
    warnings: planned.warnings,
    notes: planned.notes.map(({ sheet, cell, text }) => `${sheet}!${cell}: ${text}`),
    rows: planned.rows,
    sheets,
    withheld: importSheets.filter((sheet) => !mine.includes(sheet)),
    mark: createHash('sha256').update(canonicalJson(sheets)).digest('base64url'),
  };
}

/** Whether somebody administers what a sheet is about. */
export function mayImport(actor: StaffActor, sheet: ImportSheet): boolean {
  return can(actor, 'change.make', { kind: 'change', right: rightOfSheet[sheet] });
}

function mustBeOfThisSchool({ site, faults }: Planned, { school }: KnownSchool): void {
  if (site === school.site) return;
  const title =
    site === ''
      ? faults[0]
        ? faultLine(faults[0])
        : 'The sheet School names no site.'
      : `This is the spreadsheet of another school: its Site is ${quote(site)}, and this school’s is ${quote(school.site)}.`;
  throw problem('spreadsheet-unreadable', { title });
}

function compared(
  sheet: ImportSheet,
  sheets: Sheets,
  known: KnownSchool,
  last: LastImport | undefined,
): ComparedSheet {
  const { rows, same, leftAlone } = compareSheet(sheet, sheets, known);
  const needs = whatRowsNeed(sheet, rows, known);
  const rights = sheetsOfRights.has(sheet);
  return {
    sheet,
    rights,
    rows: rows.map((row) => ({
      ...row,
      needs: needs(row).map(({ sheet: from, name }) => ({ sheet: from, name })),
    })),
    same,
    leftAlone: [...leftAlone],
    leavers: leaversOf(sheet, sheets, known),
    changedHere: rights ? changedSince(last, rowsHere(sheet, known)) : null,
  };
}

function leaversOf(sheet: ImportSheet, sheets: Sheets, known: KnownSchool): ComparedSheet['leavers'] {
  if (sheet !== 'Staff' && sheet !== 'Pupils') return [];
  const named = new Set(rowsOfPlan(sheet, sheets, known).map(({ key }) => nameKey(key)));
  const people =
    sheet === 'Staff'
      ? presentStaff(known).map((one) => ({
          ...one,
          name: staffTitle(one),
          detail: one.jobTitle ?? known.nameOf(one.groupId),
        }))
      : known.pupils
          .filter(({ left }) => !left)
          .map((one) => ({ ...one, name: pupilTitle(one), detail: known.nameOf(one.classId) }));
  return people
    .filter(({ key }) => !named.has(nameKey(key)))
    .map(({ id, name, detail }) => ({ id, name, detail }));
}
