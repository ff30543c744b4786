import * as v from 'valibot';
import { endpoint } from './endpoint';
import { colleague, named } from './fields';

const alertGroupSchema = v.object({
  ...named.entries,
  /** Told where nobody else would be. */
  fallback: v.boolean(),
  members: v.array(colleague),
  /** How many automatic alerts name it; such a group cannot be removed. */
  rules: v.number(),
});
export type AdministeredAlertGroup = v.InferOutput<typeof alertGroupSchema>;

export const readAlertGroups = endpoint({
  method: 'GET',
  path: '/api/admin/alert-groups',
  caller: 'elevated',
  action: 'administer.alerts',
  activity: false,
  summary: 'Alert groups and their members.',
  reply: v.object({
    groups: v.array(alertGroupSchema),
    /** Who may become a member. */
    staff: v.array(colleague),
  }),
});
