import type { readClasses as endpoint } from '../../protocol/classes';
import type { ReplyOf } from '../../protocol/endpoint';
import type { Ground } from '../ground';
import { readInOrder } from './names';
import { readPeople } from './read-people';

/** Classes and year groups in the school's order, with teachers and how many pupils are on roll. */
export async function readClasses(ground: Ground, schoolId: string): Promise<ReplyOf<typeof endpoint>> {
  const reader = ground.database.read;
  const [years, classes, people, rows, closedYears, pupils] = await Promise.all([
    readInOrder(reader, ground, schoolId, 'year_groups'),
    readInOrder(reader, ground, schoolId, 'classes'),
    readPeople(reader, ground, schoolId),
    reader('classes')
      .where({ school_id: schoolId })
      .select('id', 'year_group_id', 'teacher_id', 'disabled_at'),
    reader('year_groups').where({ school_id: schoolId }).whereNotNull('disabled_at').pluck('id'),
    countPupils(ground, schoolId),
  ]);
  const facts = new Map(rows.map((row) => [row.id, row]));
  return {
    years: years.map((year) => ({ ...year, closed: closedYears.includes(year.id) })),
    classes: classes.flatMap(({ id, name }) => {
      const row = facts.get(id);
      if (!row) return [];
      const [teacher = null] = people.among(row.teacher_id === null ? [] : [row.teacher_id]);
      return [
        {
          id,
          name,
          yearGroupId: row.year_group_id,
          teacher,
          pupils: pupils.get(id) ?? 0,
          closed: row.disabled_at !== null,
        },
      ];
    }),
    staff: people.present,
  };
}

async function countPupils(ground: Ground, schoolId: string): Promise<Map<string, number>> {
  const classes = await ground.database
    .read('pupils')
    .where({ school_id: schoolId })
    .whereNull('left_at')
    .pluck('class_id');
  const counts = new Map<string, number>();
  for (const id of classes) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
