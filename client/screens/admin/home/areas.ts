import type { AdministrationRight } from '../../../../protocol/administration';
import type { AreaTile } from '../../../components/area-tiles';
import { adminHome as words } from '../../../strings/admin/home';

/** One page of the administration, as home offers it to whoever holds its right. */
export interface Area extends AreaTile {
  /** A part of administration, the check of doubted records that goes with the duty list, or any part. */
  readonly right: AdministrationRight | 'quarantine' | 'any';
}

/** Every page of the administration, in the order in which a school sets itself up. */
export const areas: readonly Area[] = [
  { href: '/admin/staff', right: 'staff', icon: 'users-round', ...words.areas.staff },
  { href: '/admin/pupils', right: 'pupils', icon: 'users', ...words.areas.pupils },
  { href: '/admin/classes', right: 'pupils', icon: 'school', ...words.areas.classes },
  { href: '/admin/groups', right: 'groups', icon: 'user-cog', ...words.areas.groups },
  { href: '/admin/permissions', right: 'groups', icon: 'list-todo', ...words.areas.permissions },
  { href: '/admin/see-as', right: 'groups', icon: 'eye', ...words.areas.seeAs },
  { href: '/admin/devices', right: 'devices', icon: 'tablet-smartphone', ...words.areas.devices },
  { href: '/admin/delivery', right: 'devices', icon: 'send', ...words.areas.delivery },
  { href: '/admin/quarantine', right: 'quarantine', icon: 'inbox', ...words.areas.quarantine },
  { href: '/admin/settings', right: 'settings', icon: 'settings', ...words.areas.settings },
  { href: '/admin/audit', right: 'audit', icon: 'history', ...words.areas.audit },
  { href: '/admin/categories', right: 'categories', icon: 'tag', ...words.areas.categories },
  {
    href: '/admin/class-restrictions',
    right: 'groups',
    icon: 'shield',
    ...words.areas.classRestrictions,
  },
  { href: '/admin/alert-groups', right: 'alerts', icon: 'bell', ...words.areas.alertGroups },
  { href: '/admin/automatic-alerts', right: 'alerts', icon: 'bell-ring', ...words.areas.automaticAlerts },
  { href: '/admin/agencies', right: 'settings', icon: 'building-2', ...words.areas.agencies },
  { href: '/admin/training', right: 'staff', icon: 'calendar', ...words.areas.training },
  { href: '/admin/import', right: 'any', icon: 'file-spreadsheet', ...words.areas.importAgain },
];
