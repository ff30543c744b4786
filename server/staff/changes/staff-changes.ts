import { staffRefusals } from '../../../protocol/words/refusals/staff';
import type { DutyRole } from '../../access/actor';
import { problem } from '../../http/problem';
import type { ChangeAppliers, ChangeStep } from '../../school/apply-change';
import { cellsOf } from '../../storage/cells';
import { mailOldAddress } from '../old-address';
import { closeIfLeft } from '../closed-accounts';
import { readdress } from './address';
import { noteStanding, standingFor } from '../offers/standing';
import { freeMatch, mustSuit, needPresent, needStaff, setClasses, textsOf } from './people';
import { endAllSessions, leaveTablets } from './stop';

const cells = ({ ground, schoolId }: ChangeStep) => cellsOf(ground.keys, schoolId, 'staff');

/** Staff: who they are, how they log in, which group they are in, and leaving. */
export const staffChanges = {
  'staff.add': async (step, change) => {
    const { trx, schoolId } = step;
    const id = step.newId();
    const email = change.email?.toLowerCase() ?? null;
    await mustSuit(step, change.groupId, email !== null);
    const standing = await standingFor(step, email);
    await trx('staff').insert({
      school_id: schoolId,
      id,
      ...standing,
      group_id: change.groupId,
      match_index: await freeMatch(step, { ...change, email }, null),
      ...cells(step).seal(id, { ...textsOf(change), email }),
      created_at: step.at,
    });
    await noteStanding(step, id, standing, email);
    await setClasses(step, id, change.classes);
    return { object: `staff:${id}`, added: id, facts: { group: change.groupId } };
  },

  'staff.change': async (step, change) => {
    const { trx, schoolId } = step;
    const row = await needPresent(step, change.staffId);
    const email = cells(step).open(row.id, 'email', row.email);
    await trx('staff')
      .where({ school_id: schoolId, id: row.id })
      .update({
        match_index: await freeMatch(step, { ...change, email }, row.id),
        ...cells(step).seal(row.id, textsOf(change)),
      });
    await setClasses(step, row.id, change.classes);
    return { object: `staff:${row.id}` };
  },

  'staff.email': async (step, change) => {
    const { trx, schoolId } = step;
    const row = await needPresent(step, change.staffId);
    const email = change.email?.toLowerCase() ?? null;
    await mustSuit(step, row.group_id, email !== null);
    const open = (column: 'first_name' | 'last_name') => cells(step).open(row.id, column, row[column]) ?? '';
    const name = { firstName: open('first_name'), lastName: open('last_name') };
    const match = await freeMatch(step, { ...name, email }, row.id);
    await mailOldAddress(step, row, 'made', `${row.id}:${step.at}`);
    await endAllSessions(step, row.id);
    const standing = await readdress(step, row, email);
    await trx('staff')
      .where({ school_id: schoolId, id: row.id })
      .update({
        ...standing,
        match_index: match,
        ...cells(step).seal(row.id, { email }),
      });
    if (row.account_id !== null) await closeIfLeft(step, row.account_id, row.id);
    await noteStanding(step, row.id, standing, email);
    return { object: `staff:${row.id}` };
  },

  'staff.move-group': async (step, { staffId, groupId }) => {
    const { trx, schoolId } = step;
    const row = await needPresent(step, staffId);
    await mustBeMovable(step, row.group_id);
    await mustSuit(step, groupId, row.email !== null);
    await trx('staff').where({ school_id: schoolId, id: staffId }).update({ group_id: groupId });
    return { object: `staff:${staffId}`, facts: { from: row.group_id, to: groupId } };
  },

  'staff.disable': async (step, { staffId }) => {
    const { trx, schoolId } = step;
    const row = await needPresent(step, staffId);
    if (row.id === step.staffId)
      throw problem('not-valid', {
        field: 'staffId',
        title: staffRefusals.anotherAdministrator,
      });
    await trx('staff').where({ school_id: schoolId, id: staffId }).update({ disabled_at: step.at });
    const sessions = await endAllSessions(step, staffId);
    const tablets = await leaveTablets(step, staffId);
    return { object: `staff:${staffId}`, facts: { sessions, tablets } };
  },

  'staff.enable': async (step, { staffId }) => {
    const { trx, schoolId } = step;
    const row = await needStaff(step, staffId);
    if (row.disabled_at === null)
      throw problem('not-valid', { field: 'staffId', title: staffRefusals.notLeft });
    await trx('staff').where({ school_id: schoolId, id: staffId }).update({ disabled_at: null });
    return { object: `staff:${staffId}` };
  },

  'duty.set': async (step, { lead, deputies, head, chair, named }) => {
    const { trx, schoolId } = step;
    const rows = [
      ...dutyRows('lead', [lead]),
      ...dutyRows('deputy', deputies),
      ...dutyRows('head', [head]),
      ...dutyRows('chair', chair ? [chair] : []),
      ...dutyRows('named', named),
    ];
    for (const { staff_id: staffId } of rows) await needPresent(step, staffId);
    await trx('duty_list').where({ school_id: schoolId }).delete();
    await trx('duty_list').insert(rows.map((row) => ({ school_id: schoolId, ...row })));
    return { object: `school:${schoolId}`, facts: { lead, deputies, head, chair, named } };
  },
} satisfies Partial<ChangeAppliers>;

function dutyRows(role: DutyRole, staffIds: readonly string[]) {
  return [...new Set(staffIds)].map((staff_id, position) => ({ role, position, staff_id }));
}

/** The chair has no other group than theirs (product.md section 4). */
async function mustBeMovable({ trx, schoolId }: ChangeStep, groupId: string): Promise<void> {
  const group = await trx('user_groups').where({ school_id: schoolId, id: groupId }).first('built_in');
  if (group?.built_in) throw problem('not-valid', { field: 'staffId', title: staffRefusals.theirGroupKept });
}
