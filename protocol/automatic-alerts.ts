import * as v from 'valibot';
import { endpoint } from './endpoint';
import { id, named, person } from './fields';

const ruleSchema = v.object({
  id,
  /** In any of these, or below one of them. */
  categories: v.array(named),
  /** With a pupil in any of these; none of either: all pupils. */
  classes: v.array(named),
  years: v.array(named),
  groups: v.array(named),
  staff: v.array(person),
  /** How many people it tells who have not left; 0 is a fault. */
  reaches: v.number(),
});
export type AutomaticAlert = v.InferOutput<typeof ruleSchema>;

export const readAutomaticAlerts = endpoint({
  method: 'GET',
  path: '/api/admin/automatic-alerts',
  caller: 'elevated',
  action: 'administer.alerts',
  activity: false,
  summary: 'Automatic alerts, and what a sentence of one may name.',
  reply: v.object({
    rules: v.array(ruleSchema),
    choices: v.object({
      /** As a tree: parents before their sub-categories. */
      categories: v.array(v.object({ ...named.entries, parentId: v.nullable(id), disabled: v.boolean() })),
      classes: v.array(named),
      years: v.array(named),
      groups: v.array(named),
      staff: v.array(person),
    }),
  }),
});
