import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../protocol/canonical-json';
import { exportFields, type Matching } from '../../../protocol/changes/upload';
import type { UploadPreview } from '../../../protocol/pupil-upload';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { Findings } from '../findings';
import { nameKey } from '../../sheets/name-key';
import { WorkbookFault } from '../workbook/workbook';
import { guessColumns, stillFits } from './guess-columns';
import { loadRoll, type KnownPupil, type KnownRoll } from './load-roll';
import { missingClasses } from './missing-classes';
import { planUpload, type UploadPlan } from './plan-upload';
import { readExport, type ExportSheet } from './read-export';
import { checkMatching, readRows } from './read-rows';

/** An upload as it was read and compared; `plan` is null while any fault is left. */
export interface ReadUpload {
  readonly plan: UploadPlan | null;
  readonly matching: Matching;
  /** Whether the moves wait is for the door to say (`routes.ts`). */
  readonly preview: Omit<UploadPreview, 'waits'>;
}

/**
 * Reads an export in base64 and compares it with the roll. Writes nothing.
 * @param matching null: as last time, else guessed
 * @throws problem 'spreadsheet-unreadable' with one plain sentence
 */
export async function readUpload(
  ground: Ground,
  schoolId: string,
  given: { name: string; file: string; matching: Matching | null },
): Promise<ReadUpload> {
  const sheet = openExport(given.name, Buffer.from(given.file, 'base64'));
  const roll = await loadRoll(ground, schoolId);
  const headings = [...sheet.headings.keys()];
  const remembered = given.matching === null ? stillFits(roll.remembered, headings) : null;
  const matching = given.matching ?? remembered ?? guessColumns(headings);
  const findings = new Findings();
  const today = new Date(ground.clock.now()).toISOString().slice(0, 10);
  checkMatching(sheet, matching, findings);
  const readable = findings.inOrder().faults.length === 0;
  const rows = readable ? readRows(sheet, matching, roll, { findings, today }) : [];
  const says = new Set(exportFields.filter((field) => matching[field] !== undefined));
  const planned = planUpload(rows, roll, says, { findings, sheet: sheet.sheet });
  const { faults } = findings.inOrder();
  const plan = faults.length === 0 ? planned : null;
  const shown = plan ? showPlan(plan, roll) : NOTHING;
  return {
    plan,
    matching,
    preview: {
      sheet: sheet.sheet,
      headings,
      matching,
      remembered: remembered !== null,
      rows: sheet.rows.length,
      faults,
      missingClasses: missingClasses(sheet, matching, roll),
      years: roll.years.map(({ id, name }) => ({ id, name })),
      ...shown,
      mark: createHash('sha256').update(canonicalJson(shown)).digest('hex').slice(0, 32),
    },
  };
}

function openExport(name: string, bytes: Uint8Array): ExportSheet {
  try {
    return readExport(name, bytes);
  } catch (fault) {
    if (fault instanceof WorkbookFault) throw problem('spreadsheet-unreadable', { title: fault.message });
    throw fault;
  }
}

type Shown = Pick<UploadPreview, 'joiners' | 'back' | 'changed' | 'movers' | 'leavers' | 'same'>;
const NOTHING: Shown = { joiners: [], back: [], changed: [], movers: [], leavers: [], same: 0 };

function showPlan(plan: UploadPlan, roll: KnownRoll): Shown {
  const word = (id: string) => roll.names.get(id) ?? '';
  const named = (pupil: KnownPupil) => ({ id: pupil.id, name: fullName(pupil) });
  const place = ({ classId, yearGroupId }: { classId: string; yearGroupId: string }) =>
    `${word(classId)}, ${word(yearGroupId)}`;
  const here = new Set(roll.pupils.map(personKey));
  return {
    joiners: plan.joiners.map((row) => ({
      row: row.row,
      name: fullName(row),
      className: place(row),
      note: here.has(personKey(row)) ? ('twin' as const) : null,
    })),
    back: plan.back.map((pupil) => ({ ...named(pupil), className: place(pupil) })),
    changed: plan.changed.map(({ pupil, fields }) => ({ ...named(pupil), fields })),
    movers: plan.movers.map(({ pupil, to }) => ({ ...named(pupil), from: place(pupil), to: place(to) })),
    leavers: plan.leavers.map((pupil) => ({ ...named(pupil), className: place(pupil) })),
    same: plan.same,
  };
}

type Person = Pick<KnownPupil, 'firstName' | 'lastName' | 'preferredName' | 'dateOfBirth'>;

function fullName({ firstName, lastName, preferredName }: Person): string {
  return `${preferredName ?? firstName} ${lastName}`;
}

function personKey({ firstName, lastName, dateOfBirth }: Person): string {
  return `${nameKey(firstName)} ${nameKey(lastName)} ${dateOfBirth}`;
}
