import * as v from 'valibot';
import { id, shortText } from '../fields';

export const deviceRename = v.strictObject({
  kind: v.literal('device.rename'),
  deviceId: id,
  name: shortText,
});
/** What it still sends is accepted and checked by a lead; it is given no pupil any more (envelope.md, Receiving). */
export const deviceRevoke = v.strictObject({ kind: v.literal('device.revoke'), deviceId: id });
