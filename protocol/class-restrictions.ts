import * as v from 'valibot';
import { endpoint } from './endpoint';
import { colleague, id, named } from './fields';

const targetSchema = v.object({
  ...named.entries,
  /** Null: it has none, and is closed to all but *unrestricted* groups while its type is on. */
  list: v.nullable(v.object({ everyone: v.boolean(), groups: v.array(named), staff: v.array(colleague) })),
  /** On roll. */
  pupils: v.number(),
  /** Of a class; null for a year group. */
  yearGroupId: v.nullable(id),
  teacher: v.nullable(v.string()),
});
const typeSchema = v.object({
  on: v.boolean(),
  /** In the school's order; lists are shown while the type is off too. */
  targets: v.array(targetSchema),
});
export type RestrictionType = v.InferOutput<typeof typeSchema>;

const restrictedGroup = v.object({
  ...named.entries,
  /** It sees every class, named or not. */
  unrestricted: v.boolean(),
  /** How many people who have not left are in it. */
  people: v.number(),
});

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
    groups: v.array(restrictedGroup),
    staff: v.array(colleague),
  }),
});
