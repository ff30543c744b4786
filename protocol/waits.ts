import * as v from 'valibot';
import { time } from './fields';

/** Why push and e-mail of an alert wait: quiet hours of the school or the person, or the daily summary. */
export const waitReasons = ['quiet', 'daily'] as const;
export const waitReason = v.picklist(waitReasons);
export type WaitReason = v.InferOutput<typeof waitReason>;

/** Push and e-mail wait until then; the inbox had the alert at once. */
export const waits = v.object({ for: waitReason, until: time });
export type Waits = v.InferOutput<typeof waits>;
