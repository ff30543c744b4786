import * as v from 'valibot';
import { id } from '../fields';

/** What people gain by a change, in closed codes (access.md, "raising one's own rights"). */
export const gainCodes = [
  'view-concerns',
  'view-pupils',
  'restricted-beside',
  'sees-class',
  'after-log-in',
  'administration',
  'lead',
  'duty',
  'alert-group',
  'fallback',
  'told',
  'no-longer-connected',
  'pupil',
  'back',
  'address',
  'lost-key',
  'sign-in',
] as const;
export type GainCode = (typeof gainCodes)[number];

/** One thing that these staff members could read or be told after a change, and not before. */
export const wideningSchema = v.object({
  code: v.picklist(gainCodes),
  /** Category, class, year group, alert group or pupil; a part of administration; a provider; null where the code says it all. */
  target: v.nullable(v.string()),
  staff: v.array(id),
});
export type Widening = v.InferOutput<typeof wideningSchema>;
