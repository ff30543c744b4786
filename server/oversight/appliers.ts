import { alertGroupChanges } from '../alerts/alert-group-changes';
import { automaticAlertChanges } from '../alerts/automatic-alert-changes';
import { pupilChanges } from '../pupils/pupil-changes';
import { deviceChanges } from '../devices/device-changes';
import { providerChanges } from '../providers/provider-changes';
import type { ChangeAppliers } from '../school/apply-change';
import { categoryChanges } from '../school/category-changes';
import { classChanges } from '../school/class-changes';
import { groupChanges } from '../school/group-changes';
import { placeChanges } from '../school/place-changes';
import { settingsChanges } from '../school/settings-changes';
import { restrictionChanges } from '../school/restriction-changes';
import { lostKeyChanges } from '../security-keys/lost-key';
import { importChanges, type SingleAppliers } from '../sheets/import-changes';
import { staffChanges } from '../staff/changes/staff-changes';

const single: SingleAppliers = {
  ...groupChanges,
  ...staffChanges,
  ...lostKeyChanges,
  ...pupilChanges,
  ...categoryChanges,
  ...restrictionChanges,
  ...alertGroupChanges,
  ...automaticAlertChanges,
  ...classChanges,
  ...placeChanges,
  ...deviceChanges,
  ...settingsChanges,
  ...providerChanges,
};

/** How every kind of change is carried out; a kind without its applier does not compile. */
export const appliers: ChangeAppliers = { ...single, ...importChanges(single) };
