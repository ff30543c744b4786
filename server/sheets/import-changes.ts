import * as v from 'valibot';
import { changeSchema } from '../../protocol/changes/change';
import type { ImportedRow, ImportSheet } from '../../protocol/changes/import';
import { importRefusals } from '../../protocol/words/import/refusals';
import { problem, ProblemError } from '../http/problem';
import type { Applied, ApplyChange, ChangeAppliers, ChangeStep } from '../school/apply-change';
import { readKnownSchool } from './known-school';
import { keepImported } from './last-import';
import { nameKey } from './name-key';
import { Names, RowRead } from './row-read';
import { rowsHere } from './rows-here';
import { byKey, sameText, textOf, type SheetRow } from './sheet-row';
import type { ImportChange, ImportKind, SheetSteps, SingleChange } from './steps';
import { stepsOfPeople } from './steps-of-people';
import { stepsOfRights } from './steps-of-rights';
import { stepsOfRoll } from './steps-of-roll';
import { stepsOfRules } from './steps-of-rules';
import { stepsOfSchool } from './steps-of-school';

export type SingleAppliers = Omit<ChangeAppliers, ImportKind>;

const stepsOf: Readonly<Record<ImportSheet, SheetSteps>> = {
  ...stepsOfRights,
  ...stepsOfPeople,
  ...stepsOfRoll,
  ...stepsOfRules,
  ...stepsOfSchool,
};

/** Rows of the set-up spreadsheet, carried out as the single changes that a screen would have made of them. */
export function importChanges(single: SingleAppliers): Pick<ChangeAppliers, ImportKind> {
  const apply = (step: ChangeStep, change: ImportChange) => carryOut(single, step, change);
  return {
    'import.groups': apply,
    'import.staff': apply,
    'import.pupils': apply,
    'import.categories': apply,
    'import.alerts': apply,
    'import.settings': apply,
  };
}

/** @throws problem 'conflict' where a row is another one by now than it was shown; 'not-valid' naming the row */
async function carryOut(
  single: SingleAppliers,
  step: ChangeStep,
  { sheet, rows }: ImportChange,
): Promise<Applied> {
  const { trx, ground, schoolId } = step;
  const read = () => readKnownSchool(trx, ground, schoolId, sheet === 'Pupils');
  const known = await read();
  const here = byKey(rowsHere(sheet, known));
  for (const row of rows) mustStandAsShown(row, here.get(nameKey(row.key)));
  const names = new Names(known);
  const done: string[] = [];
  for (const row of rows) {
    const steps = stepsOf[sheet](new RowRead(row, here.get(nameKey(row.key))), names, known);
    await atRow(sheet, row, async () => {
      for (let next = steps.next(); !next.done; ) {
        const made = await applyOne(single, step, next.value);
        done.push([next.value.kind, made.object, JSON.stringify(made.facts ?? {})].join(' '));
        next = steps.next(made.added ?? '');
      }
    });
  }
  await keepImported(step, await read(), [sheet]);
  return { object: `school:${schoolId}`, facts: { sheet, done } };
}

/** Words of a spreadsheet keep to the same rules as words that were typed. */
async function applyOne(single: SingleAppliers, step: ChangeStep, given: SingleChange): Promise<Applied> {
  const checked = v.safeParse(changeSchema, given);
  if (!checked.success) throw problem('not-valid', { title: checked.issues[0].message });
  const change = checked.output as SingleChange;
  return (single[change.kind] as ApplyChange<typeof change.kind>)(step, change);
}

/** Somebody may have changed a row since it was shown, or since the import was made that now is confirmed. */
function mustStandAsShown({ what, title, fields }: ImportedRow, here: SheetRow | undefined): void {
  const stands =
    what === 'add'
      ? here === undefined
      : here !== undefined &&
        fields.every(({ name, from, to }) => {
          const now = textOf(here.fields[name]);
          return Array.isArray(to) || [from, to].some((text) => sameText(name, textOf(text), now));
        });
  if (stands) return;
  throw problem('conflict', { title: importRefusals.rowChanged(title) });
}

/** Says of which row a problem speaks. */
async function atRow(sheet: ImportSheet, { title }: ImportedRow, make: () => Promise<void>): Promise<void> {
  try {
    await make();
  } catch (fault) {
    if (!(fault instanceof ProblemError) || fault.code === 'conflict') throw fault;
    const why = fault.extra.title ?? importRefusals.namesWhatIsNotHere;
    throw new ProblemError('not-valid', { ...fault.extra, title: importRefusals.ofRow(sheet, title, why) });
  }
}
