import * as v from 'valibot';
import { endpoint } from './endpoint';
import { id, named, person } from './fields';

const targetSchema = v.object({
  ...named.entries,
  /** Null: it has none, and is closed to all but *unrestricted* groups while its type is on. */
  list: v.nullable(v.object({ everyone: v.boolean(), groups: v.array(named), staff: v.array(person) })),
});
const typeSchema = v.object({
  on: v.boolean(),
  /** In the school's order; lists are shown while the type is off too. */
  targets: v.array(targetSchema),
});
export type RestrictionType = v.InferOutput<typeof typeSchema>;

export const readClassRestrictions = endpoint({
  method: 'GET',
  path: '/api/admin/class-restrictions',
  caller: 'elevated',
  action: 'administer.groups',
  activity: false,
  summary: 'Who may see the pupils of which class and year group.',
  reply: v.object({
    class: typeSchema,
    year: typeSchema,
    /** Whom a list may name. */
    groups: v.array(v.object({ id, name: v.string(), unrestricted: v.boolean() })),
    staff: v.array(person),
  }),
});
