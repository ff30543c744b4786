import * as v from 'valibot';
import { id, ids, shortText } from '../fields';

export const alertGroupAdd = v.strictObject({
  kind: v.literal('alert-group.add'),
  name: shortText,
  members: ids,
});
export const alertGroupRename = v.strictObject({
  kind: v.literal('alert-group.rename'),
  groupId: id,
  name: shortText,
});
export const alertGroupMembers = v.strictObject({
  kind: v.literal('alert-group.members'),
  groupId: id,
  members: ids,
});
/** A fallback group is told where nobody else would be. */
export const alertGroupFallback = v.strictObject({
  kind: v.literal('alert-group.fallback'),
  groupId: id,
  fallback: v.boolean(),
});
export const alertGroupRemove = v.strictObject({ kind: v.literal('alert-group.remove'), groupId: id });

/** "When a concern is in … and its pupil is in … alert …". */
export const sentence = {
  /** In any of these, or below one of them. */
  categories: v.pipe(ids, v.minLength(1, 'Choose a category.')),
  /** Limits it to pupils of any of these classes or year groups; none of either: all pupils. */
  classes: ids,
  years: ids,
  groups: ids,
  staff: ids,
  /** Told once a day, in one summary for each person; never where the concern is urgent. */
  daily: v.boolean(),
};
export const automaticAlertAdd = v.strictObject({ kind: v.literal('automatic-alert.add'), ...sentence });
export const automaticAlertChange = v.strictObject({
  kind: v.literal('automatic-alert.change'),
  ruleId: id,
  ...sentence,
});
/** Switched off, a rule alerts nobody and is kept. */
export const automaticAlertSwitch = v.strictObject({
  kind: v.literal('automatic-alert.switch'),
  ruleId: id,
  on: v.boolean(),
});
/** The school's order; what is not named stands behind, as before. */
export const automaticAlertOrder = v.strictObject({ kind: v.literal('automatic-alert.order'), order: ids });
export const automaticAlertRemove = v.strictObject({
  kind: v.literal('automatic-alert.remove'),
  ruleId: id,
});
