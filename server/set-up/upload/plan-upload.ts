import type { RollMove } from '../../../protocol/changes/pupils';
import type { ExportField, RollUpload } from '../../../protocol/changes/upload';
import { twiceFaults } from '../../../protocol/words/import/names';
import type { Findings } from '../findings';
import { nameKey } from '../../sheets/name-key';
import type { KnownPupil, KnownRoll } from './load-roll';
import type { ReadPupil } from './read-rows';

/** What an upload would do, before anybody has ticked a leaver. */
export interface UploadPlan {
  readonly joiners: readonly ReadPupil[];
  readonly changed: readonly {
    readonly pupil: KnownPupil;
    readonly to: Facts;
    readonly fields: ExportField[];
  }[];
  readonly back: readonly KnownPupil[];
  readonly movers: readonly { readonly pupil: KnownPupil; readonly to: RollMove['moves'][number]['to'] }[];
  readonly leavers: readonly KnownPupil[];
  readonly same: number;
}
type Facts = Omit<RollUpload['changed'][number], 'pupilId'>;

/** Compares an export with the roll. @param says which fields the export has; what it does not say stays */
export function planUpload(
  rows: readonly ReadPupil[],
  roll: KnownRoll,
  says: ReadonlySet<ExportField>,
  given: { findings: Findings; sheet: string },
): UploadPlan {
  const matched = matchRows(rows, roll, given);
  const known = matched.flatMap(({ row, pupil }) => (pupil ? [{ row, pupil }] : []));
  const changed = known.flatMap(({ row, pupil }) => {
    const to = factsOf(row, pupil, says);
    const fields = FACTS.filter((field) => to[field] !== pupil[field]);
    return fields.length === 0 ? [] : [{ pupil, to, fields }];
  });
  const movers = known.flatMap(({ row: { classId, yearGroupId }, pupil }) =>
    classId === pupil.classId && yearGroupId === pupil.yearGroupId
      ? []
      : [{ pupil, to: { classId, yearGroupId } }],
  );
  const there = new Set(known.map(({ pupil }) => pupil.id));
  const touched = new Set([...changed, ...movers].map(({ pupil }) => pupil.id));
  return {
    joiners: matched.flatMap(({ row, pupil }) => (pupil ? [] : [row])),
    changed,
    back: known.filter(({ pupil }) => pupil.left).map(({ pupil }) => pupil),
    movers,
    leavers: roll.pupils.filter(({ id, left, joinedInto }) => !left && joinedInto === null && !there.has(id)),
    same: known.filter(({ pupil }) => !pupil.left && !touched.has(pupil.id)).length,
  };
}

const FACTS = ['upn', 'pupilRef', 'firstName', 'lastName', 'preferredName', 'dateOfBirth', 'sex'] as const;

/** An empty cell of a number says nothing; an empty preferred name or sex is one that was taken out. */
function factsOf(row: ReadPupil, pupil: KnownPupil, says: ReadonlySet<ExportField>): Facts {
  return {
    upn: row.upn ?? pupil.upn,
    pupilRef: row.pupilRef ?? pupil.pupilRef,
    firstName: row.firstName,
    lastName: row.lastName,
    preferredName: says.has('preferredName') ? row.preferredName : pupil.preferredName,
    dateOfBirth: row.dateOfBirth,
    sex: says.has('sex') ? row.sex : pupil.sex,
  };
}

/**
 * Finds the pupil of each row, by UPN first. Two rows of one pupil are a fault, but for an entry that was joined with
 * another one here: its row is passed over where the pupil has a row already.
 */
function matchRows(
  rows: readonly ReadPupil[],
  roll: KnownRoll,
  { findings, sheet }: { findings: Findings; sheet: string },
): { row: ReadPupil; pupil: KnownPupil | null }[] {
  const find = finder(roll);
  const found = rows.map((row) => ({ row, ...find(row) }));
  const taken = new Map<string, ReadPupil>();
  for (const { row, pupil, joined } of found) if (pupil && !joined) noteTwice(row, pupil.id);
  const numbers = new Map<string, ReadPupil>();
  for (const { row, pupil } of found) if (!pupil) noteNumber(row);
  return found.flatMap(({ row, pupil, joined }) => {
    if (!pupil || !joined) return [{ row, pupil }];
    if (taken.has(pupil.id)) return [];
    taken.set(pupil.id, row);
    return [{ row, pupil }];
  });

  function noteTwice(row: ReadPupil, key: string): void {
    const earlier = taken.get(key);
    if (earlier) tellTwice(row, earlier);
    else taken.set(key, row);
  }
  function noteNumber(row: ReadPupil): void {
    for (const number of [
      row.upn && `upn ${nameKey(row.upn)}`,
      row.pupilRef && `ref ${nameKey(row.pupilRef)}`,
    ]) {
      if (!number) continue;
      const earlier = numbers.get(number);
      if (earlier) tellTwice(row, earlier);
      else numbers.set(number, row);
    }
  }
  function tellTwice(row: ReadPupil, earlier: ReadPupil): void {
    findings.fault({ sheet, cell: `A${String(row.row)}` }, twiceFaults.pupil(earlier.row));
  }
}

function finder(roll: KnownRoll): (row: ReadPupil) => { pupil: KnownPupil | null; joined: boolean } {
  const byId = new Map(roll.pupils.map((pupil) => [pupil.id, pupil]));
  const index = (number: (pupil: KnownPupil) => string | null) => {
    // The entry that is listed wins over one that was joined with another.
    const ordered = [...roll.pupils].sort(
      (a, b) => Number(b.joinedInto !== null) - Number(a.joinedInto !== null),
    );
    return new Map(
      ordered.flatMap((pupil) => (number(pupil) ? [[nameKey(number(pupil) ?? ''), pupil]] : [])),
    );
  };
  const [byUpn, byRef] = [index(({ upn }) => upn), index(({ pupilRef }) => pupilRef)];
  return ({ upn, pupilRef }) => {
    const hit = (upn && byUpn.get(nameKey(upn))) || (pupilRef && byRef.get(nameKey(pupilRef))) || null;
    if (!hit) return { pupil: null, joined: false };
    const pupil = hit.joinedInto === null ? hit : (byId.get(hit.joinedInto) ?? null);
    return { pupil, joined: hit.joinedInto !== null };
  };
}

/** Movers by where they come from and go to, as one change. */
export function movesOf(movers: UploadPlan['movers']): RollMove['moves'] {
  const moves = new Map<string, RollMove['moves'][number]>();
  for (const { pupil, to } of movers) {
    const from = { classId: pupil.classId, yearGroupId: pupil.yearGroupId };
    const key = [from.classId, from.yearGroupId, to.classId, to.yearGroupId].join(' ');
    const move = moves.get(key) ?? { from, to, pupilIds: [] };
    move.pupilIds.push(pupil.id);
    moves.set(key, move);
  }
  return [...moves.values()];
}
