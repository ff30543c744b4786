import * as v from 'valibot';
import { endpoint } from './endpoint';
import { id } from './fields';

const categorySchema = v.object({
  id,
  parentId: v.nullable(id),
  name: v.string(),
  colour: v.string(),
  guidance: v.nullable(v.string()),
  restricted: v.boolean(),
  urgent: v.boolean(),
  bodyMap: v.boolean(),
  onRecordScreen: v.boolean(),
  /** Offered no longer; what is recorded in it stays. */
  disabled: v.boolean(),
  /** Where its concerns went; such a one cannot be changed any more. */
  mergedInto: v.nullable(id),
  /** What names it, and would go along in a merge; concerns that this person must not know of are not counted. */
  uses: v.object({
    concerns: v.number(),
    rules: v.number(),
    /** User groups with rights of their own in it. */
    groups: v.number(),
  }),
});
export type AdministeredCategory = v.InferOutput<typeof categorySchema>;

export const readCategories = endpoint({
  method: 'GET',
  path: '/api/admin/categories',
  caller: 'elevated',
  action: 'administer.categories',
  activity: false,
  summary: 'The tree of categories, as its administrators see it.',
  /** In the school's order, parents before their sub-categories. */
  reply: v.object({ categories: v.array(categorySchema) }),
});
