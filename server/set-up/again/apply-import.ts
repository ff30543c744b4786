import {
  rightOfSheet,
  importedWhat,
  type ImportedRow,
  type ImportSheet,
} from '../../../protocol/changes/import';
import type { BodyOf, ReplyOf } from '../../../protocol/endpoint';
import type { applyImport as contract, ImportResult } from '../../../protocol/import-again';
import { importRefusals } from '../../../protocol/words/import/refusals';
import type { StaffActor } from '../../access/actor';
import type { Ground } from '../../ground';
import { problem, ProblemError } from '../../http/problem';
import { makeChanges } from '../../oversight/make-changes';
import { readKnownSchool } from '../../sheets/known-school';
import type { ImportChange } from '../../sheets/steps';
import { mayImport, previewImport } from './preview-import';
import { whatRowsNeed } from './what-rows-need';

type Later = ReplyOf<typeof contract>['later'];
interface Rows {
  readonly sheet: ImportSheet;
  readonly rows: readonly ImportedRow[];
}

/**
 * Imports the ticked sheets, one after the other, each through the one door: what is new, what changes and what moves
 * are a change each, so that what waits for a second person holds nothing else up.
 * @throws problem 'not-found' for a sheet that this person does not administer, 'spreadsheet-faults' while a cell needs
 * mending, 'conflict' where the school or the file is another than it was shown
 */
export async function applyImport(
  ground: Ground,
  actor: StaffActor,
  { file, mark, sheets }: BodyOf<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  if (!sheets.every((sheet) => mayImport(actor, sheet))) throw problem('not-found');
  const shown = await previewImport(ground, actor, file);
  if (shown.faults.length > 0) throw problem('spreadsheet-faults', { detail: { faults: shown.faults } });
  if (shown.mark !== mark) throw problem('conflict', { title: importRefusals.changedSince });
  const ticked = shown.sheets
    .filter(({ sheet }) => sheets.includes(sheet))
    .map(({ sheet, rows }) => ({ sheet, rows: rows.filter(({ waits }) => !waits).map(withoutNotes) }));
  const first = await importSheets(ground, actor, ticked);
  // A class and its teacher may both be new: the class is there first, and is now told its teacher.
  const second = await importSheets(ground, actor, first.undone);
  return { results: [...first.results, ...second.results], later: second.later };
}

/** A row as a change takes it. */
function withoutNotes({ key, title, what, fields }: ImportedRow): ImportedRow {
  return { key, title, what, fields };
}

interface Carried {
  readonly results: ImportResult[];
  /** Rows, or what is left of them, that name what was not here when it was their turn. */
  readonly undone: Rows[];
  readonly later: Later;
}

async function importSheets(ground: Ground, actor: StaffActor, ticked: readonly Rows[]): Promise<Carried> {
  const carried: Carried = { results: [], undone: [], later: [] };
  for (const { sheet, rows } of ticked) {
    if (rows.length === 0) continue;
    const known = await readKnownSchool(ground.database.read, ground, actor.schoolId, false);
    const needs = whatRowsNeed(sheet, rows, known);
    const split = rows.map((row) => ({ row, missing: needs(row) })).map(readyPart);
    for (const what of importedWhat) {
      const ready = split.flatMap(({ now }) => (now?.what === what ? [now] : []));
      if (ready.length > 0) carried.results.push(await importRows(ground, actor, sheet, ready));
    }
    const undone = split.flatMap(({ row, then, missing }) => (then ? [{ row, then, missing }] : []));
    carried.undone.push({ sheet, rows: undone.map(({ then }) => then) });
    for (const { row, missing } of undone)
      carried.later.push({
        sheet,
        title: row.title,
        needs: missing.map(({ sheet: from, name }) => ({ sheet: from, name })),
      });
  }
  return carried;
}

type Split = { row: ImportedRow; missing: ReturnType<ReturnType<typeof whatRowsNeed>> };
const TEACHER = 'Teacher e-mail';

/** What of a row is made now, and what only when the things it names are here. */
function readyPart({ row, missing }: Split): Split & { now: ImportedRow | null; then: ImportedRow | null } {
  if (missing.length === 0) return { row, missing, now: row, then: null };
  const onlyTeacher = row.what === 'add' && missing.every(({ heading }) => heading === TEACHER);
  if (!onlyTeacher) return { row, missing, now: null, then: row };
  const without = row.fields.filter(({ name }) => name !== TEACHER);
  const teacher = row.fields.filter(({ name }) => name === TEACHER);
  return {
    row,
    missing,
    now: { ...row, fields: without },
    then: { ...row, what: 'change', fields: teacher },
  };
}

async function importRows(
  ground: Ground,
  actor: StaffActor,
  sheet: ImportSheet,
  rows: ImportedRow[],
): Promise<ImportResult> {
  const [what, titles] = [rows[0]?.what ?? 'change', rows.map(({ title }) => title)];
  const change = { kind: `import.${rightOfSheet[sheet]}`, sheet, rows } as ImportChange;
  try {
    const [outcome] = await makeChanges(ground, actor, [change]);
    const waits = outcome?.outcome === 'waits';
    const effectiveAt = waits ? outcome.effectiveAt : null;
    return { sheet, what, titles, outcome: waits ? 'waits' : 'made', why: null, effectiveAt };
  } catch (fault) {
    if (!(fault instanceof ProblemError)) throw fault;
    const why = fault.extra.title ?? importRefusals.namesWhatIsNotHere;
    return { sheet, what, titles, outcome: 'refused', why, effectiveAt: null };
  }
}
