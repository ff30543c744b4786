import * as v from 'valibot';
import type { AdministrationRight } from '../administration';
import * as alerts from './alerts';
import * as categories from './categories';
import * as classes from './classes';
import * as devices from './devices';
import * as groups from './groups';
import * as places from './places';
import * as pupils from './pupils';
import * as restrictions from './restrictions';
import * as settings from './settings';
import * as staff from './staff';
import * as upload from './upload';

/**
 * Everything that an administrator can change, as data. One door takes them all (server/oversight), works out whether
 * a change lets anybody read more, and lets it wait for a second person if so (access.md, "raising one's own rights").
 */
export const changeSchema = v.variant('kind', [
  groups.groupAdd,
  groups.groupChange,
  groups.groupRemove,
  groups.permissionsSet,
  staff.staffAdd,
  staff.staffChange,
  staff.staffEmail,
  staff.staffMoveGroup,
  staff.staffDisable,
  staff.staffEnable,
  staff.staffRemoveKey,
  staff.dutySet,
  pupils.pupilAdd,
  pupils.pupilChange,
  pupils.pupilMove,
  pupils.pupilLeave,
  pupils.pupilReturn,
  pupils.pupilJoin,
  pupils.rollMove,
  upload.rollUpload,
  pupils.connectedAdd,
  pupils.connectedRemove,
  categories.categoryAdd,
  categories.categoryChange,
  categories.categoryDisable,
  categories.categoryEnable,
  categories.categoryOrder,
  categories.categoryMerge,
  restrictions.restrictionSwitch,
  restrictions.restrictionSet,
  alerts.alertGroupAdd,
  alerts.alertGroupRename,
  alerts.alertGroupMembers,
  alerts.alertGroupFallback,
  alerts.alertGroupRemove,
  alerts.automaticAlertAdd,
  alerts.automaticAlertChange,
  alerts.automaticAlertSwitch,
  alerts.automaticAlertOrder,
  alerts.automaticAlertRemove,
  classes.yearGroupAdd,
  classes.yearGroupRename,
  classes.classAdd,
  classes.classChange,
  classes.classMove,
  classes.classDisable,
  classes.classEnable,
  classes.classOrder,
  classes.yearGroupDisable,
  classes.yearGroupEnable,
  classes.yearGroupOrder,
  places.placeAdd,
  places.placeRename,
  places.placeRemove,
  places.agencyAdd,
  places.agencyRename,
  places.agencyRemove,
  devices.deviceRename,
  devices.deviceRevoke,
  settings.settingsSet,
]);
export type Change = v.InferOutput<typeof changeSchema>;
export type ChangeKind = Change['kind'];
export type ChangeOf<Kind extends ChangeKind> = Extract<Change, { kind: Kind }>;

/**
 * The part of administration that each kind of change belongs to. Classes and year groups go with the roll: whoever
 * enters a new pupil must be able to name the class that the pupil joins.
 */
export const rightOfChange: Readonly<Record<ChangeKind, AdministrationRight>> = {
  'group.add': 'groups',
  'group.change': 'groups',
  'group.remove': 'groups',
  'permissions.set': 'groups',
  'staff.add': 'staff',
  'staff.change': 'staff',
  'staff.email': 'staff',
  'staff.move-group': 'staff',
  'staff.disable': 'staff',
  'staff.enable': 'staff',
  'staff.remove-key': 'staff',
  'duty.set': 'staff',
  'pupil.add': 'pupils',
  'pupil.change': 'pupils',
  'pupil.move': 'pupils',
  'pupil.leave': 'pupils',
  'pupil.return': 'pupils',
  'pupil.join': 'pupils',
  'roll.move': 'pupils',
  'roll.upload': 'pupils',
  'connected.add': 'pupils',
  'connected.remove': 'pupils',
  'category.add': 'categories',
  'category.change': 'categories',
  'category.disable': 'categories',
  'category.enable': 'categories',
  'category.order': 'categories',
  'category.merge': 'categories',
  'restriction.switch': 'groups',
  'restriction.set': 'groups',
  'alert-group.add': 'alerts',
  'alert-group.rename': 'alerts',
  'alert-group.members': 'alerts',
  'alert-group.fallback': 'alerts',
  'alert-group.remove': 'alerts',
  'automatic-alert.add': 'alerts',
  'automatic-alert.change': 'alerts',
  'automatic-alert.switch': 'alerts',
  'automatic-alert.order': 'alerts',
  'automatic-alert.remove': 'alerts',
  'year-group.add': 'pupils',
  'year-group.rename': 'pupils',
  'class.add': 'pupils',
  'class.change': 'pupils',
  'class.move': 'pupils',
  'class.disable': 'pupils',
  'class.enable': 'pupils',
  'class.order': 'pupils',
  'year-group.disable': 'pupils',
  'year-group.enable': 'pupils',
  'year-group.order': 'pupils',
  'place.add': 'settings',
  'place.rename': 'settings',
  'place.remove': 'settings',
  'agency.add': 'settings',
  'agency.rename': 'settings',
  'agency.remove': 'settings',
  'device.rename': 'devices',
  'device.revoke': 'devices',
  'settings.set': 'settings',
};
