import * as v from 'valibot';
import { id, ids } from '../fields';

/** Class restrictions are switched per type. */
const type = v.picklist(['class', 'year']);

/**
 * Switched on, every class or year group without a list gets *everyone*, so that nothing closes unseen; one that is
 * added later has no list and is closed. Switched off, the lists are kept.
 */
export const restrictionSwitch = v.strictObject({
  kind: v.literal('restriction.switch'),
  type,
  on: v.boolean(),
});

/** Who may see the pupils of one class or year group. */
export const restrictionSet = v.strictObject({
  kind: v.literal('restriction.set'),
  type,
  targetId: id,
  /** An empty list closes it to all but *unrestricted* groups. */
  allows: v.union([v.literal('everyone'), v.strictObject({ groups: ids, staff: ids })]),
});
