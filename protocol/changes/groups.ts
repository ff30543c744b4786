import * as v from 'valibot';
import { administrationRights } from '../administration';
import { id, shortText } from '../fields';

const facts = {
  name: shortText,
  /** Its rights work only while elevated. */
  higherLevel: v.boolean(),
  /** Class restrictions do not apply. */
  unrestricted: v.boolean(),
  administration: v.pipe(v.array(v.picklist(administrationRights)), v.maxLength(8)),
};

/** A new user group; it begins without any right in the matrix. */
export const groupAdd = v.strictObject({ kind: v.literal('group.add'), ...facts });
export const groupChange = v.strictObject({ kind: v.literal('group.change'), groupId: id, ...facts });
/** Only a group without people goes. */
export const groupRemove = v.strictObject({ kind: v.literal('group.remove'), groupId: id });

/** What a group may do with one category; `*` is every category without a row of its own. */
export const permissionsSet = v.strictObject({
  kind: v.literal('permissions.set'),
  groupId: id,
  categoryId: v.union([v.literal('*'), id]),
  /** null: as the category above has it. */
  rights: v.nullable(
    v.strictObject({ viewPupils: v.boolean(), viewConcerns: v.boolean(), addConcerns: v.boolean() }),
  ),
});
