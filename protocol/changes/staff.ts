import * as v from 'valibot';
import { email, id, shortText } from '../fields';

/** What a school says of a staff member beside address and group. */
const facts = {
  firstName: shortText,
  lastName: shortText,
  title: v.nullable(shortText),
  knownAs: v.nullable(shortText),
  /** Phone or radio, as the duty list shows it. */
  phone: v.nullable(shortText),
  jobTitle: v.nullable(shortText),
  /** Classes that this person teaches. */
  classes: v.pipe(v.array(id), v.maxLength(100)),
};
export type StaffFacts = v.InferOutput<v.StrictObjectSchema<typeof facts, undefined>>;

/** A new staff member. Nobody is mailed: the school sends the first-login mail when it chooses to. */
export const staffAdd = v.strictObject({
  kind: v.literal('staff.add'),
  ...facts,
  /** Null for people of groups without any View right. */
  email: v.nullable(email),
  groupId: id,
});
export const staffChange = v.strictObject({ kind: v.literal('staff.change'), staffId: id, ...facts });
/** Another address to log in with; the old one is told too. */
export const staffEmail = v.strictObject({
  kind: v.literal('staff.email'),
  staffId: id,
  email: v.nullable(email),
});
export const staffMoveGroup = v.strictObject({
  kind: v.literal('staff.move-group'),
  staffId: id,
  groupId: id,
});
/** A leaver: nothing of theirs works from the next request on; what they wrote stays theirs. */
export const staffDisable = v.strictObject({ kind: v.literal('staff.disable'), staffId: id });
export const staffEnable = v.strictObject({ kind: v.literal('staff.enable'), staffId: id });

/** A security key that its owner has lost; always waits for a second person. */
export const staffRemoveKey = v.strictObject({
  kind: v.literal('staff.remove-key'),
  staffId: id,
  keyId: id,
});

/** The whole duty list: lead, deputies in the order in which they stand in, head, chair, and who is named. */
export const dutySet = v.strictObject({
  kind: v.literal('duty.set'),
  lead: id,
  deputies: v.pipe(v.array(id), v.maxLength(20)),
  head: id,
  chair: v.nullable(id),
  /** Told of concerns about a member of staff in place of the head; empty: the head is. */
  named: v.pipe(v.array(id), v.maxLength(10)),
});
