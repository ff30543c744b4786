import type { ChangeAppliers, ChangeStep } from './apply-change';
import { addNamed, changeNamed, mustBeHere, nextPosition } from './named-rows';
import { problem } from '../http/problem';

/** Classes and year groups. */
export const classChanges = {
  'year-group.add': async (step, { name }) => {
    const position = await nextPosition(step, 'year_groups');
    const id = await addNamed(step, 'year_groups', name, { position });
    return { object: `year-group:${id}`, added: id };
  },

  'year-group.rename': async (step, { yearGroupId, name }) => {
    await changeNamed(step, 'year_groups', yearGroupId, { name });
    return { object: `year-group:${yearGroupId}` };
  },

  'class.add': async (step, { name, yearGroupId, teacherId }) => {
    await mustBeHere(step, 'year_groups', yearGroupId);
    const position = await nextPosition(step, 'classes');
    const clear = { position, year_group_id: yearGroupId, teacher_id: null };
    const id = await addNamed(step, 'classes', name, clear);
    await setTeacher(step, id, null, teacherId);
    return { object: `class:${id}`, added: id, facts: { year: yearGroupId, teacher: teacherId } };
  },

  'class.change': async (step, { classId, name, teacherId }) => {
    const { teacher_id } = await findClass(step, classId);
    await changeNamed(step, 'classes', classId, { name });
    await setTeacher(step, classId, teacher_id, teacherId);
    return { object: `class:${classId}`, facts: { teacher: teacherId } };
  },

  'class.move': async (step, { classId, yearGroupId }) => {
    const { trx, schoolId } = step;
    const { year_group_id } = await findClass(step, classId);
    await mustBeHere(step, 'year_groups', yearGroupId);
    await trx('classes').where({ school_id: schoolId, id: classId }).update({ year_group_id: yearGroupId });
    // Pupils of another year group in a mixed class stay in theirs; leavers stay where they were.
    const pupils = await trx('pupils')
      .where({ school_id: schoolId, class_id: classId, year_group_id })
      .whereNull('left_at')
      .update({ year_group_id: yearGroupId });
    return { object: `class:${classId}`, facts: { from: year_group_id, to: yearGroupId, pupils } };
  },
} satisfies Partial<ChangeAppliers>;

async function findClass({ trx, schoolId }: ChangeStep, id: string) {
  const row = await trx('classes').where({ school_id: schoolId, id }).first('year_group_id', 'teacher_id');
  if (!row) throw problem('not-found');
  return row;
}

/** The teacher has the class among their own classes, and whoever had it before has it no longer. */
async function setTeacher(
  step: ChangeStep,
  classId: string,
  before: string | null,
  teacherId: string | null,
): Promise<void> {
  if (before === teacherId) return;
  const { trx, schoolId } = step;
  const link = (staffId: string) => ({ school_id: schoolId, staff_id: staffId, class_id: classId });
  if (before !== null) await trx('staff_classes').where(link(before)).delete();
  if (teacherId !== null) {
    await mustBeOnStaff(step, teacherId);
    await trx('staff_classes')
      .insert(link(teacherId))
      .onConflict(['school_id', 'staff_id', 'class_id'])
      .ignore();
  }
  await trx('classes').where({ school_id: schoolId, id: classId }).update({ teacher_id: teacherId });
}

async function mustBeOnStaff({ trx, schoolId }: ChangeStep, staffId: string): Promise<void> {
  const row = await trx('staff').where({ school_id: schoolId, id: staffId }).first('disabled_at');
  if (!row) throw problem('not-found');
  if (row.disabled_at !== null) {
    throw problem('not-valid', {
      field: 'teacherId',
      title: 'This person has left. Choose another teacher.',
    });
  }
}
