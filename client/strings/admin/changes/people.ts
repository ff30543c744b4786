import type { ChangeOf } from '../../../../protocol/changes/change';
import type { ChangeWords, NameOf } from './say';

/** Staff and the duty list. */
export const staffWords: ChangeWords<
  | 'staff.add'
  | 'staff.change'
  | 'staff.email'
  | 'staff.move-group'
  | 'staff.disable'
  | 'staff.enable'
  | 'staff.remove-key'
  | 'duty.set'
> = {
  'staff.add': (change, name) =>
    `New staff member ${change.firstName} ${change.lastName} in ${name(change.groupId)}`,
  'staff.change': (change) => `Staff member ${change.firstName} ${change.lastName}`,
  'staff.email': (change, name) =>
    change.email
      ? `${name(change.staffId)} logs in with ${change.email}`
      : `${name(change.staffId)} has no e-mail address`,
  'staff.move-group': (change, name) => `${name(change.staffId)} moves to ${name(change.groupId)}`,
  'staff.disable': (change, name) => `${name(change.staffId)} leaves`,
  'staff.enable': (change, name) => `${name(change.staffId)} comes back`,
  'staff.remove-key': (change, name) => `Lost security key of ${name(change.staffId)} is removed`,
  'duty.set': (change, name) => `Duty list: lead ${name(change.lead)}, head ${name(change.head)}`,
};

/** Pupils and their connected staff. */
export const pupilWords: ChangeWords<
  | 'pupil.add'
  | 'pupil.change'
  | 'pupil.move'
  | 'pupil.leave'
  | 'pupil.return'
  | 'pupil.join'
  | 'roll.move'
  | 'roll.upload'
  | 'connected.add'
  | 'connected.remove'
> = {
  'pupil.add': (change, name) =>
    `New pupil ${change.firstName} ${change.lastName} in ${name(change.classId)}`,
  'pupil.change': (change) => `Pupil ${change.firstName} ${change.lastName}`,
  'pupil.move': (change, name) =>
    `${pupils(change.pupilIds, name)} to ${name(change.classId)}, ${name(change.yearGroupId)}`,
  'pupil.leave': (change, name) => `${pupils(change.pupilIds, name)} left on ${change.on}`,
  'pupil.return': (change, name) => `${pupils(change.pupilIds, name)} back on roll`,
  'pupil.join': (change, name) =>
    `${name(change.pupilId)} is the same pupil as ${name(change.intoId)}: joined`,
  'roll.upload': ({ joiners, changed, back }) =>
    `Upload of the pupil export: ${String(joiners.length)} new, ${String(changed.length)} corrected, ${String(back.length)} back`,
  'roll.move': (change, name) => rollMove(change, name),
  'connected.add': (change, name) => `${name(change.staffId)} is connected to ${name(change.pupilId)}`,
  'connected.remove': (change, name) =>
    `${name(change.staffId)} is no longer connected to ${name(change.pupilId)}`,
};

/** "3 Beech to 4B (28), 4B to 5C (30); 27 pupils left on 2026-07-21". */
function rollMove({ moves, leavers }: ChangeOf<'roll.move'>, name: NameOf): string {
  const moved = moves.map(
    ({ from, to, pupilIds }) => `${name(from.classId)} to ${name(to.classId)} (${String(pupilIds.length)})`,
  );
  const left = leavers ? [`${pupils(leavers.pupilIds, name)} left on ${leavers.on}`] : [];
  return `Classes move: ${[moved.join(', '), ...left].filter(Boolean).join('; ')}`;
}

function pupils(ids: readonly string[], name: NameOf): string {
  return ids.length > 3 ? `${String(ids.length)} pupils` : ids.map(name).join(', ');
}
