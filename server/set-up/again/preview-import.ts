import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../protocol/canonical-json';
import {
  importSheets,
  rightOfSheet,
  sheetsOfRights,
  type ImportSheet,
} from '../../../protocol/changes/import';
import type { ComparedSheet, ImportPreview } from '../../../protocol/import-again';
import { importRefusals } from '../../../protocol/words/import/refusals';
import type { StaffActor } from '../../access/actor';
import { can } from '../../access/can';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { listWaiting } from '../../oversight/pending-store';
import { readKnownSchool, type KnownSchool } from '../../sheets/known-school';
import { readLastImports, type LastImport } from '../../sheets/last-import';
import { nameKey } from '../../sheets/name-key';
import { presentStaff, staffTitle } from '../../sheets/rows-of-people';
import { rowsHere } from '../../sheets/rows-here';
import { pupilTitle } from '../../sheets/rows-of-roll';
import { faultLine } from '../faults';
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
  const waiting = await readWaitingRows(ground, schoolId);
  const given = { known, last, waiting };
  const sheets = plan ? mine.map((sheet) => compared(sheet, { plan, says }, given)) : [];
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
        : importRefusals.noSite
      : importRefusals.otherSchool(site, school.site);
  throw problem('spreadsheet-unreadable', { title });
}

interface Given {
  readonly known: KnownSchool;
  readonly last: ReadonlyMap<string, LastImport>;
  readonly waiting: ReadonlySet<string>;
}

function compared(sheet: ImportSheet, sheets: Sheets, { known, last, waiting }: Given): ComparedSheet {
  const { rows, same, leftAlone } = compareSheet(sheet, sheets, known);
  const needs = whatRowsNeed(sheet, rows, known);
  const rights = sheetsOfRights.has(sheet);
  return {
    sheet,
    rights,
    rows: rows.map((row) => ({
      ...row,
      needs: needs(row).map(({ sheet: from, name }) => ({ sheet: from, name })),
      waits: waiting.has(canonicalJson([sheet, row])),
    })),
    same,
    leftAlone: [...leftAlone],
    leavers: leaversOf(sheet, sheets, known),
    changedHere: rights ? changedSince(last.get(sheet), rowsHere(sheet, known)) : null,
  };
}

/** Rows that an earlier import brought and that wait for a second person, as canonical JSON beside their sheet. */
async function readWaitingRows(ground: Ground, schoolId: string): Promise<ReadonlySet<string>> {
  const waiting = await listWaiting(ground.database.read, ground, schoolId);
  const rows = waiting.flatMap(({ change }) =>
    'sheet' in change ? change.rows.map((row) => canonicalJson([change.sheet, row])) : [],
  );
  return new Set(rows);
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
