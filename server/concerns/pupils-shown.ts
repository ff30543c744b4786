import type { ConcernBody, ConcernPupil } from '../../protocol/concern-body';
import type { Concern } from '../../protocol/concerns';
import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import { seesPupil, type ClassRestrictions, type ConcernFacts } from '../access/concern';
import type { Ground } from '../ground';
import { initialsOf, readNamed } from '../school/names';
import type { Reader } from '../storage/database';
import { cellsOf } from '../storage/cells';

type ShownPupil = Concern['pupils'][number];

export interface PupilFile {
  readonly id: string;
  readonly name: string;
  readonly className: string | null;
  readonly dateOfBirth: string | null;
  readonly classId: string;
  readonly yearGroupId: string;
}

/** Names and classes of pupils, opened. */
export async function readPupilFiles(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  ids: readonly string[],
): Promise<Map<string, PupilFile>> {
  if (ids.length === 0) return new Map();
  const rows = await reader('pupils').where({ school_id: schoolId }).whereIn('id', ids);
  const classes = await readNamed(reader, ground, schoolId, 'classes');
  const cells = cellsOf(ground.keys, schoolId, 'pupils');
  return new Map(
    rows.map((row) => {
      const first =
        cells.open(row.id, 'preferred_name', row.preferred_name) ??
        cells.need(row.id, 'first_name', row.first_name);
      const name = `${first} ${cells.need(row.id, 'last_name', row.last_name)}`;
      const dateOfBirth = cells.open(row.id, 'date_of_birth', row.date_of_birth);
      const className = classes.get(row.class_id) ?? null;
      const place = { classId: row.class_id, yearGroupId: row.year_group_id };
      return [row.id, { id: row.id, name, className, dateOfBirth, ...place }];
    }),
  );
}

export interface ShowPupils {
  readonly body: ConcernBody;
  readonly facts: ConcernFacts;
  readonly pupilAt: ReadonlyMap<number, string>;
  readonly restrictions: ClassRestrictions;
  readonly viewer: StaffActor;
  /** In whatever class they are. */
  readonly all: boolean;
  readonly files: ReadonlyMap<string, PupilFile>;
  readonly siblings: ReadonlyMap<string, readonly string[]>;
  readonly today: number;
}

/** The pupils of a concern as one viewer may see them: those outside their allow-lists are "another pupil". */
export function showPupils(given: ShowPupils): ShownPupil[] {
  return given.body.pupils.map((pupil, at) => showOne(pupil, given.pupilAt.get(at), given));
}

/** @param pupilId who it is today: an entry that was joined with another is that one */
function showOne(pupil: ConcernPupil, pupilId: string | undefined, given: ShowPupils): ShownPupil {
  const role = pupil.role ?? null;
  // Described by its author, and matched with a pupil by a lead since.
  const shown = pupil.kind === 'listed' ? pupil.shown : pupil.description;
  if (pupil.kind !== 'listed' && pupilId === undefined)
    return { ...blank, name: shown, role, unmatched: true };
  const fact = given.facts.pupils.find((one) => one.pupilId === pupilId);
  const file = pupilId === undefined ? undefined : given.files.get(pupilId);
  if (!fact || !file) return { ...blank, name: shown, initials: initialsOf(shown), role, unmatched: true };
  if (!given.all && !seesPupil(given.viewer, fact, given.restrictions))
    return { ...blank, role, hidden: true };
  return {
    ...blank,
    pupilId: file.id,
    name: file.name,
    initials: initialsOf(file.name),
    className: file.className,
    age: ageOf(file.dateOfBirth, given.today),
    role,
    siblings: [...(given.siblings.get(file.id) ?? [])],
    opens: can(given.viewer, 'pupil.read', {
      kind: 'guarded-pupil',
      pupil: { ...fact, schoolId: given.viewer.schoolId },
      restrictions: given.restrictions,
    }),
  };
}

const blank: ShownPupil = {
  pupilId: null,
  name: '',
  initials: '',
  className: null,
  age: null,
  role: null,
  siblings: [],
  unmatched: false,
  hidden: false,
  opens: false,
};

/** Whole years between a date of birth (yyyy-mm-dd) and today (ms). */
export function ageOf(dateOfBirth: string | null, today: number): number | null {
  if (!dateOfBirth) return null;
  const [year = 0, month = 1, day = 1] = dateOfBirth.split('-').map(Number);
  const now = new Date(today);
  const hadBirthday =
    now.getUTCMonth() + 1 > month || (now.getUTCMonth() + 1 === month && now.getUTCDate() >= day);
  return now.getUTCFullYear() - year - (hadBirthday ? 0 : 1);
}
