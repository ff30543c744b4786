import type { AdministrationRight } from '../../../../protocol/administration';
import type { IconName } from '../../../components/icon-names';
import { adminHome as words } from '../../../strings/admin/home';

/** One page of the administration, as home offers it to whoever holds its right. */
export interface Area {
  readonly href: string;
  readonly right: AdministrationRight;
  readonly icon: IconName;
  readonly title: string;
  readonly note: string;
}

/** Every page of the administration, in the order in which a school sets itself up. */
export const areas: readonly Area[] = [
  { href: '/admin/groups', right: 'groups', icon: 'user-cog', ...words.areas.groups },
  { href: '/admin/permissions', right: 'groups', icon: 'list-todo', ...words.areas.permissions },
];
