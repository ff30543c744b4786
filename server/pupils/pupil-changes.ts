import { problem } from '../http/problem';
import type { ChangeAppliers } from '../school/apply-change';
import { mustBeHere } from '../school/named-rows';
import { joinPupils } from './join-pupils';
import { uploadRoll } from './upload-roll';
import { moveRoll, writeLeft } from './move-roll';
import { dropLeaving } from './raise-leaving';
import { freeMatch, mustAllBeHere, mustBePast, mustBePlace, sealPupil, setSiblings } from './pupil-rows';

/** Pupils: who they are, where they stand, leaving, and the staff who are close to them. */
export const pupilChanges = {
  'pupil.add': async (step, change) => {
    const { trx, schoolId, at } = step;
    const id = step.newId();
    mustBePast(step, 'dateOfBirth', change.dateOfBirth);
    await mustBePlace(step, change);
    await trx('pupils').insert({
      school_id: schoolId,
      id,
      match_index: await freeMatch(step, id, change),
      ...sealPupil(step, id, change),
      class_id: change.classId,
      year_group_id: change.yearGroupId,
      created_at: at,
    });
    await setSiblings(step, id, change.siblings);
    return { object: `pupil:${id}`, added: id };
  },

  'pupil.change': async (step, change) => {
    const { trx, schoolId } = step;
    const id = change.pupilId;
    await mustAllBeHere(step, [id]);
    mustBePast(step, 'dateOfBirth', change.dateOfBirth);
    await trx('pupils')
      .where({ school_id: schoolId, id })
      .update({ match_index: await freeMatch(step, id, change), ...sealPupil(step, id, change) });
    await setSiblings(step, id, change.siblings);
    return { object: `pupil:${id}` };
  },

  'pupil.move': async (step, { pupilIds, classId, yearGroupId }) => {
    const { trx, schoolId } = step;
    await mustAllBeHere(step, pupilIds);
    await mustBePlace(step, { classId, yearGroupId });
    await trx('pupils')
      .where({ school_id: schoolId })
      .whereIn('id', pupilIds)
      .update({ class_id: classId, year_group_id: yearGroupId });
    return { object: `class:${classId}`, facts: { pupils: pupilIds, yearGroup: yearGroupId } };
  },

  'pupil.leave': async (step, { pupilIds, on, destination }) => {
    await mustAllBeHere(step, pupilIds);
    await writeLeft(step, pupilIds, { on, destination });
    return { object: `school:${step.schoolId}`, facts: { pupils: pupilIds, on } };
  },

  'pupil.return': async (step, { pupilIds }) => {
    const { trx, schoolId } = step;
    await mustAllBeHere(step, pupilIds);
    await trx('pupils')
      .where({ school_id: schoolId })
      .whereIn('id', pupilIds)
      .update({ left_at: null, left_to: null });
    await dropLeaving(step, pupilIds);
    return { object: `school:${schoolId}`, facts: { pupils: pupilIds } };
  },

  'pupil.join': joinPupils,

  'roll.move': moveRoll,

  'roll.upload': uploadRoll,

  'connected.add': async (step, { pupilId, staffId }) => {
    await mustAllBeHere(step, [pupilId]);
    await mustBeHere(step, 'staff', staffId);
    await step
      .trx('connected_staff')
      .insert({ school_id: step.schoolId, pupil_id: pupilId, staff_id: staffId })
      .onConflict(['school_id', 'pupil_id', 'staff_id'])
      .ignore();
    return { object: `pupil:${pupilId}`, facts: { staff: staffId } };
  },

  'connected.remove': async (step, { pupilId, staffId }) => {
    const gone = await step
      .trx('connected_staff')
      .where({ school_id: step.schoolId, pupil_id: pupilId, staff_id: staffId })
      .delete();
    if (gone === 0) throw problem('not-found');
    return { object: `pupil:${pupilId}`, facts: { staff: staffId } };
  },
} satisfies Partial<ChangeAppliers>;
