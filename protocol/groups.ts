import * as v from 'valibot';
import { administrationRights } from './administration';
import { endpoint } from './endpoint';
import { id } from './fields';

export const rightsSchema = v.object({
  viewPupils: v.boolean(),
  viewConcerns: v.boolean(),
  addConcerns: v.boolean(),
});
export type Rights = v.InferOutput<typeof rightsSchema>;

const userGroupSchema = v.object({
  id,
  name: v.string(),
  higherLevel: v.boolean(),
  unrestricted: v.boolean(),
  administration: v.array(v.picklist(administrationRights)),
  /** Kept by Heed itself: it cannot be changed. */
  builtIn: v.boolean(),
  /** How many people who have not left are in it. */
  people: v.number(),
});
export type UserGroup = v.InferOutput<typeof userGroupSchema>;

const listedCategorySchema = v.object({
  id,
  parentId: v.nullable(id),
  name: v.string(),
  colour: v.string(),
  restricted: v.boolean(),
  disabled: v.boolean(),
});
export type ListedCategory = v.InferOutput<typeof listedCategorySchema>;

const permissionSchema = v.object({
  groupId: id,
  /** `*` for every category without a row of its own. */
  categoryId: v.string(),
  ...rightsSchema.entries,
});
export type Permission = v.InferOutput<typeof permissionSchema>;

export const readGroups = endpoint({
  method: 'GET',
  path: '/api/admin/groups',
  caller: 'elevated',
  action: 'administer.groups',
  activity: false,
  summary: 'User groups and the category × group matrix.',
  reply: v.object({
    groups: v.array(userGroupSchema),
    /** In the school's order, parents before their sub-categories. */
    categories: v.array(listedCategorySchema),
    permissions: v.array(permissionSchema),
  }),
});
