import * as v from 'valibot';
import { id, shortText } from '../fields';

export const yearGroupAdd = v.strictObject({ kind: v.literal('year-group.add'), name: shortText });
export const yearGroupRename = v.strictObject({
  kind: v.literal('year-group.rename'),
  yearGroupId: id,
  name: shortText,
});

const facts = { name: shortText, teacherId: v.nullable(id) };
export const classAdd = v.strictObject({ kind: v.literal('class.add'), ...facts, yearGroupId: id });
export const classChange = v.strictObject({ kind: v.literal('class.change'), classId: id, ...facts });
/** The class goes to another year group, and with it its pupils of the old one. */
export const classMove = v.strictObject({ kind: v.literal('class.move'), classId: id, yearGroupId: id });
