import { classRefusals } from '../../protocol/words/refusals/school';
import type { ChangeAppliers, ChangeStep } from './apply-change';
import { addNamed, changeNamed, mustBeHere, nextPosition, putInOrder } from './named-rows';
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
    await mustBeOpen(step, yearGroupId);
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
    const { year_group_id, disabled_at } = await findClass(step, classId);
    if (disabled_at !== null) refuse(classRefusals.closed, 'classId');
    await mustBeOpen(step, yearGroupId);
    await trx('classes').where({ school_id: schoolId, id: classId }).update({ year_group_id: yearGroupId });
    // Pupils of another year group in a mixed class stay in theirs; leavers stay where they were.
    const pupils = await trx('pupils')
      .where({ school_id: schoolId, class_id: classId, year_group_id })
      .whereNull('left_at')
      .update({ year_group_id: yearGroupId });
    return { object: `class:${classId}`, facts: { from: year_group_id, to: yearGroupId, pupils } };
  },

  'class.disable': async (step, { classId }) => {
    await findClass(step, classId);
    await mustHoldNobody(step, { class_id: classId });
    await setClosed(step, 'classes', classId, step.at);
    return { object: `class:${classId}` };
  },

  'class.enable': async (step, { classId }) => {
    const { year_group_id } = await findClass(step, classId);
    await setClosed(step, 'classes', classId, null);
    // A class in a closed year group could take nobody in.
    await setClosed(step, 'year_groups', year_group_id, null);
    return { object: `class:${classId}` };
  },

  'class.order': async (step, { order }) => {
    await putInOrder(step, 'classes', order);
    return { object: `school:${step.schoolId}` };
  },

  'year-group.disable': async (step, { yearGroupId }) => {
    await mustBeHere(step, 'year_groups', yearGroupId);
    await mustHoldNobody(step, { year_group_id: yearGroupId });
    const open = await step
      .trx('classes')
      .where({ school_id: step.schoolId, year_group_id: yearGroupId })
      .whereNull('disabled_at')
      .first('id');
    if (open) refuse(classRefusals.classOpen);
    await setClosed(step, 'year_groups', yearGroupId, step.at);
    return { object: `year-group:${yearGroupId}` };
  },

  'year-group.enable': async (step, { yearGroupId }) => {
    await setClosed(step, 'year_groups', yearGroupId, null);
    return { object: `year-group:${yearGroupId}` };
  },

  'year-group.order': async (step, { order }) => {
    await putInOrder(step, 'year_groups', order);
    return { object: `school:${step.schoolId}` };
  },
} satisfies Partial<ChangeAppliers>;

function refuse(title: string, field = 'pupils'): never {
  throw problem('not-valid', { field, title });
}

/** A closed year group takes no class in, as it takes no pupil in. */
async function mustBeOpen({ trx, schoolId }: ChangeStep, yearGroupId: string): Promise<void> {
  const year = await trx('year_groups').where({ school_id: schoolId, id: yearGroupId }).first('disabled_at');
  if (!year) throw problem('not-found');
  if (year.disabled_at !== null) {
    refuse(classRefusals.yearClosed, 'yearGroupId');
  }
}

async function mustHoldNobody(
  { trx, schoolId }: ChangeStep,
  place: { class_id: string } | { year_group_id: string },
): Promise<void> {
  const pupil = await trx('pupils')
    .where({ school_id: schoolId, ...place })
    .whereNull('left_at')
    .first('id');
  if (pupil) refuse(classRefusals.stillPupils);
}

async function setClosed(
  { trx, schoolId }: ChangeStep,
  table: 'classes' | 'year_groups',
  id: string,
  at: string | null,
): Promise<void> {
  const changed = await trx(table).where({ school_id: schoolId, id }).update({ disabled_at: at });
  if (changed === 0) throw problem('not-found');
}

async function findClass({ trx, schoolId }: ChangeStep, id: string) {
  const row = await trx('classes')
    .where({ school_id: schoolId, id })
    .first('year_group_id', 'teacher_id', 'disabled_at');
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
      title: classRefusals.teacherLeft,
    });
  }
}
