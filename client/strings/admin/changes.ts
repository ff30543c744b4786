import type { Change } from '../../../protocol/changes/change';
import { permissions } from './permissions';

/** Says a change in one line, for whoever has to confirm it. `name` gives words for ids. */
export function changeWords(change: Change, name: (id: string) => string): string {
  switch (change.kind) {
    case 'group.add':
      return `New user group ${change.name}`;
    case 'group.change':
      return `User group ${change.name}`;
    case 'group.remove':
      return `User group ${name(change.groupId)} goes`;
    case 'permissions.set': {
      const category = change.categoryId === '*' ? permissions.all : name(change.categoryId);
      const group = name(change.groupId);
      if (!change.rights) return `${group}: ${category} as the category above`;
      const rights = change.rights;
      const names = (['viewPupils', 'viewConcerns', 'addConcerns'] as const).filter((key) => rights[key]);
      const list = names.map((key) => permissions.rights[key]).join(', ');
      return `${group}: ${list || 'no rights'} in ${category}`;
    }
    case 'staff.add':
      return `New staff member ${change.firstName} ${change.lastName} in ${name(change.groupId)}`;
    case 'staff.change':
      return `Staff member ${change.firstName} ${change.lastName}`;
    case 'staff.email':
      return change.email
        ? `${name(change.staffId)} logs in with ${change.email}`
        : `${name(change.staffId)} has no e-mail address`;
    case 'staff.move-group':
      return `${name(change.staffId)} moves to ${name(change.groupId)}`;
    case 'staff.disable':
      return `${name(change.staffId)} leaves`;
    case 'staff.enable':
      return `${name(change.staffId)} comes back`;
    case 'duty.set':
      return `Duty list: lead ${name(change.lead)}, head ${name(change.head)}`;
    case 'pupil.add':
      return `New pupil ${change.firstName} ${change.lastName} in ${name(change.classId)}`;
    case 'pupil.change':
      return `Pupil ${change.firstName} ${change.lastName}`;
    case 'pupil.move':
      return `${pupils(change.pupilIds, name)} to ${name(change.classId)}, ${name(change.yearGroupId)}`;
    case 'pupil.leave':
      return `${pupils(change.pupilIds, name)} left on ${change.on}`;
    case 'pupil.return':
      return `${pupils(change.pupilIds, name)} back on roll`;
    case 'connected.add':
      return `${name(change.staffId)} is connected to ${name(change.pupilId)}`;
    case 'connected.remove':
      return `${name(change.staffId)} is no longer connected to ${name(change.pupilId)}`;
  }
}

function pupils(ids: readonly string[], name: (id: string) => string): string {
  return ids.length > 3 ? `${String(ids.length)} pupils` : ids.map(name).join(', ');
}
