import * as v from 'valibot';
import { id, shortText } from '../fields';

export const placeAdd = v.strictObject({ kind: v.literal('place.add'), name: shortText });
export const placeRename = v.strictObject({ kind: v.literal('place.rename'), placeId: id, name: shortText });
/** Offered no longer; concerns that name it go on saying so. */
export const placeRemove = v.strictObject({ kind: v.literal('place.remove'), placeId: id });

export const agencyAdd = v.strictObject({ kind: v.literal('agency.add'), name: shortText });
export const agencyRename = v.strictObject({
  kind: v.literal('agency.rename'),
  agencyId: id,
  name: shortText,
});
export const agencyRemove = v.strictObject({ kind: v.literal('agency.remove'), agencyId: id });
