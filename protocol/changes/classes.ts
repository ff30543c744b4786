import * as v from 'valibot';
import { id, ids, shortText } from '../fields';

export const yearGroupAdd = v.strictObject({ kind: v.literal('year-group.add'), name: shortText });
export const yearGroupRename = v.strictObject({
  kind: v.literal('year-group.rename'),
  yearGroupId: id,
  name: shortText,
});

const facts = { name: shortText, teacherId: v.nullable(id) };
export const classAdd = v.strictObject({ kind: v.literal('class.add'), ...facts, yearGroupId: id });
export const classChange = v.strictObject({ kind: v.literal('class.change'), classId: id, ...facts });
/** Closed: no pupil comes in any more. Only a class without pupils on roll is closed, a year group without open classes. */
export const classDisable = v.strictObject({ kind: v.literal('class.disable'), classId: id });
export const classEnable = v.strictObject({ kind: v.literal('class.enable'), classId: id });
export const yearGroupDisable = v.strictObject({ kind: v.literal('year-group.disable'), yearGroupId: id });
export const yearGroupEnable = v.strictObject({ kind: v.literal('year-group.enable'), yearGroupId: id });
/** The school's order; what is not named stands behind, as before. */
export const classOrder = v.strictObject({ kind: v.literal('class.order'), order: ids });
export const yearGroupOrder = v.strictObject({ kind: v.literal('year-group.order'), order: ids });
/** The class goes to another year group, and with it its pupils of the old one. */
export const classMove = v.strictObject({ kind: v.literal('class.move'), classId: id, yearGroupId: id });
