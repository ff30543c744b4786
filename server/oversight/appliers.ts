import type { ChangeAppliers } from '../school/apply-change';
import { groupChanges } from '../school/group-changes';
import { pupilChanges } from '../pupils/pupil-changes';
import { staffChanges } from '../staff/changes/staff-changes';

/** How every kind of change is carried out; a kind without its applier does not compile. */
export const appliers: ChangeAppliers = {
  ...groupChanges,
  ...staffChanges,
  ...pupilChanges,
};
