import type { Roll } from '../../protocol/devices';
import type { StaffActor } from '../access/actor';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { readNamed, readStaffNames } from '../school/names';
import { cellsOf } from '../storage/cells';
import { groupBy } from '../storage/group-by';

/**
 * The roll for recording: every pupil on roll by name and class and nothing else (access.md), the staff and
 * groups that may be alerted by hand, and the categories that this person may add to.
 */
export async function makeRoll(ground: Ground, actor: StaffActor): Promise<Roll> {
  const { read } = ground.database;
  const { schoolId } = actor;
  const [staff, groups, ownClasses] = await Promise.all([
    readStaffNames(read, ground, schoolId),
    readNamed(read, ground, schoolId, 'alert_groups'),
    read('staff_classes').where({ school_id: schoolId, staff_id: actor.staffId }).pluck('class_id'),
  ]);
  const classes = await readNamed(read, ground, schoolId, 'classes');
  return {
    madeAt: timeStamp(ground.clock),
    pupils: await readPupils(
      ground,
      schoolId,
      classes,
      new Map([...staff].map(([id, one]) => [id, one.formal])),
    ),
    ownClasses: ownClasses.flatMap((id) => classes.get(id) ?? []),
    staff: [...staff.values()].map(({ id, name, jobTitle }) => ({ id, name, jobTitle })),
    alertGroups: [...groups].map(([id, name]) => ({ id, name })),
    mayAdd: [...actor.group.rights].flatMap(([id, rights]) => (rights.addConcerns ? [id] : [])),
  };
}

async function readPupils(
  ground: Ground,
  schoolId: string,
  classes: ReadonlyMap<string, string>,
  staff: ReadonlyMap<string, string>,
): Promise<Roll['pupils']> {
  const { read } = ground.database;
  const [rows, years, teachers, siblings] = await Promise.all([
    read('pupils').where({ school_id: schoolId }).whereNull('left_at'),
    readNamed(read, ground, schoolId, 'year_groups'),
    read('classes').where({ school_id: schoolId }).select('id', 'teacher_id'),
    readSiblings(ground, schoolId),
  ]);
  const teacherOf = new Map(
    teachers.map((row) => [row.id, row.teacher_id ? (staff.get(row.teacher_id) ?? null) : null]),
  );
  const cells = cellsOf(ground.keys, schoolId, 'pupils');
  return rows.map((row) => ({
    id: row.id,
    first: cells.need(row.id, 'first_name', row.first_name),
    last: cells.need(row.id, 'last_name', row.last_name),
    preferred: cells.open(row.id, 'preferred_name', row.preferred_name),
    className: classes.get(row.class_id) ?? null,
    teacher: teacherOf.get(row.class_id) ?? null,
    year: years.get(row.year_group_id) ?? null,
    classId: row.class_id,
    yearGroupId: row.year_group_id,
    siblings: siblings.get(row.id) ?? [],
  }));
}

async function readSiblings(ground: Ground, schoolId: string): Promise<Map<string, string[]>> {
  const rows = await ground.database.read('siblings').where({ school_id: schoolId });
  return groupBy(
    rows,
    (row) => row.pupil_id,
    (row) => row.other_id,
  );
}
