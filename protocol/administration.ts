/** The parts of the administration that a user group may hold (set-up-spreadsheet.md, User groups). */
export const administrationRights = [
  'staff',
  'pupils',
  'groups',
  'categories',
  'alerts',
  'devices',
  'settings',
  'audit',
] as const;
export type AdministrationRight = (typeof administrationRights)[number];
