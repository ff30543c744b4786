import * as v from 'valibot';
import type { AdministrationRight } from '../administration';
import { groupAdd, groupChange, groupRemove, permissionsSet } from './groups';

/**
 * Everything that an administrator can change, as data. One door takes them all (server/oversight), works out whether
 * a change lets anybody read more, and lets it wait for a second person if so (access.md, "raising one's own rights").
 */
export const changeSchema = v.variant('kind', [groupAdd, groupChange, groupRemove, permissionsSet]);
export type Change = v.InferOutput<typeof changeSchema>;
export type ChangeKind = Change['kind'];
export type ChangeOf<Kind extends ChangeKind> = Extract<Change, { kind: Kind }>;

/** The part of administration that each kind of change belongs to. */
export const rightOfChange: Readonly<Record<ChangeKind, AdministrationRight>> = {
  'group.add': 'groups',
  'group.change': 'groups',
  'group.remove': 'groups',
  'permissions.set': 'groups',
};
