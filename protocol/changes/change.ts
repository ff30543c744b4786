import * as v from 'valibot';
import type { AdministrationRight } from '../administration';
import { groupAdd, groupChange, groupRemove, permissionsSet } from './groups';
import {
  connectedAdd,
  connectedRemove,
  pupilAdd,
  pupilChange,
  pupilLeave,
  pupilMove,
  pupilReturn,
} from './pupils';
import {
  dutySet,
  staffAdd,
  staffChange,
  staffDisable,
  staffEmail,
  staffEnable,
  staffMoveGroup,
} from './staff';

/**
 * Everything that an administrator can change, as data. One door takes them all (server/oversight), works out whether
 * a change lets anybody read more, and lets it wait for a second person if so (access.md, "raising one's own rights").
 */
export const changeSchema = v.variant('kind', [
  groupAdd,
  groupChange,
  groupRemove,
  permissionsSet,
  staffAdd,
  staffChange,
  staffEmail,
  staffMoveGroup,
  staffDisable,
  staffEnable,
  dutySet,
  pupilAdd,
  pupilChange,
  pupilMove,
  pupilLeave,
  pupilReturn,
  connectedAdd,
  connectedRemove,
]);
export type Change = v.InferOutput<typeof changeSchema>;
export type ChangeKind = Change['kind'];
export type ChangeOf<Kind extends ChangeKind> = Extract<Change, { kind: Kind }>;

/** The part of administration that each kind of change belongs to. */
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
  'duty.set': 'staff',
  'pupil.add': 'pupils',
  'pupil.change': 'pupils',
  'pupil.move': 'pupils',
  'pupil.leave': 'pupils',
  'pupil.return': 'pupils',
  'connected.add': 'pupils',
  'connected.remove': 'pupils',
};
