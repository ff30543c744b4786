import * as v from 'valibot';
import { problems, type ProblemCode } from './problems';
import { REFUSAL_CODES } from './receipts';

/** How notifications are on a device. */
export const pushStates = ['on', 'off', 'blocked', 'install-first', 'not-supported'] as const;

/** Why a record of the device has not been taken: the school's word, an unsigned refusal, or no answer at all. */
export const deliveryFaults = [...REFUSAL_CODES, 'refused', 'no-answer'] as const;

/** What went wrong between page and school. */
const callFaults = [
  ...(Object.keys(problems) as ProblemCode[]),
  'unreachable',
  'other-person',
] as const satisfies readonly string[];

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const codeOf = <const Codes extends readonly string[]>(codes: Codes) =>
  v.pipe(v.array(v.picklist(codes)), v.maxLength(20));

/**
 * How a device and its browser are, for support: numbers, codes and yes or no, so that no name, no text and no id of a
 * record can stand in it, whoever makes it.
 */
export const supportReportSchema = v.strictObject({
  /** host of the school's Heed, which everybody knows who opens it */
  host: v.pipe(v.string(), v.maxLength(253), v.regex(/^[a-z0-9.:[\]-]+$/)),
  version: v.pipe(v.string(), v.maxLength(20), v.regex(/^\d[0-9a-z.+-]*$/)),
  /** "Chrome 156 on Windows" */
  browser: v.pipe(v.string(), v.maxLength(40), v.regex(/^[A-Z][A-Za-z]+( \d{1,4})? on [A-Z][A-Za-z]+$/)),
  device: v.picklist(['computer', 'tablet', 'phone']),
  /** opened from the Home Screen or as an installed app */
  installed: v.boolean(),
  school: v.picklist(['reached', 'unreached', 'unknown']),
  loggedIn: v.boolean(),
  fullAccess: v.boolean(),
  enrolled: v.boolean(),
  shared: v.boolean(),
  unlocked: v.boolean(),
  worker: v.picklist(['on', 'new-waits', 'off']),
  /** null: the browser does not say */
  storage: v.nullable(v.strictObject({ usedMb: count, mostMb: count, lasting: v.boolean() })),
  push: v.picklist(pushStates),
  /** of this device; null: what it keeps could not be read, which is not the same as none */
  records: v.nullable(
    v.strictObject({
      waiting: count,
      held: count,
      /** a lead checks them before they count */
      beingChecked: count,
    }),
  ),
  /** school's clock minus the device's, s; null before the school has answered */
  clock: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(-1e10), v.maxValue(1e10))),
  delivery: codeOf(deliveryFaults),
  /** the newest first */
  calls: codeOf(callFaults),
});
export type SupportReport = v.InferOutput<typeof supportReportSchema>;
export type DeliveryFault = SupportReport['delivery'][number];
export type CallFaultCode = SupportReport['calls'][number];
