import * as v from 'valibot';
import { endpoint } from './endpoint';
import { id, named, person } from './fields';

const classSchema = v.object({
  ...named.entries,
  yearGroupId: id,
  teacher: v.nullable(person),
  /** On roll. */
  pupils: v.number(),
  /** No pupil comes in any more. */
  closed: v.boolean(),
});
export type AdministeredClass = v.InferOutput<typeof classSchema>;

export const readClasses = endpoint({
  method: 'GET',
  path: '/api/admin/classes',
  caller: 'elevated',
  action: 'administer.pupils',
  activity: false,
  summary: 'Classes and year groups.',
  reply: v.object({
    years: v.array(v.object({ ...named.entries, closed: v.boolean() })),
    classes: v.array(classSchema),
    /** Who may teach one. */
    staff: v.array(person),
  }),
});
