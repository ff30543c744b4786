import * as v from 'valibot';
import { day } from './changes/pupils';
import { emblemSchema } from './emblem';
import { endpoint } from './endpoint';
import { clockTime, named } from './fields';
import { faultOfQuiet, quietHours } from './quiet-hours';
import { shownSupport, supportSchema } from './support';

/** A number that a school may set: from `least` to `most`; `usual` where it says nothing. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly usual: number;
}

/** Every number that a school may set, with its bounds: the one truth for server, devices and screens. */
export const numberBounds = {
  /** A shared device locks itself after this long without a touch, s. */
  lockIdleSeconds: { least: 30, most: 900, usual: 120 },
  /** And after this long in the background, s. */
  lockBackgroundSeconds: { least: 5, most: 120, usual: 10 },
  /** Full access ends after this long without a person's call, minutes. */
  elevationIdleMinutes: { least: 2, most: 30, usual: 10 },
  /** And at the latest this long after the code, minutes. */
  elevationMostMinutes: { least: 10, most: 240, usual: 60 },
  /** A log-in ends after this long unused, hours. */
  sessionIdleHours: { least: 1, most: 24, usual: 12 },
  /** A concern that nobody takes goes to further people after this long each time, minutes. */
  escalationMinutes: { least: 10, most: 240, usual: 30 },
  /** Alerts to unproved records of one device are gathered for this long, minutes. */
  gatherMinutes: { least: 5, most: 60, usual: 10 },
  /** From so many concerns about one pupil on it is marked, in as many days as follow; 0: nothing is. */
  markConcerns: { least: 0, most: 20, usual: 0 },
  markDays: { least: 1, most: 365, usual: 14 },
  /** Envelopes that a revoked device may deliver in a day. */
  revokedEnvelopes: { least: 50, most: 2000, usual: 200 },
} as const satisfies Record<string, Bounds>;
export type NumberSetting = keyof typeof numberBounds;
export const numberSettings = Object.keys(numberBounds) as readonly NumberSetting[];

/** Longest wording of a school's own. */
export const LONGEST_WORDING = { danger: 160, afterSending: 300 } as const;

const hoursSchema = v.strictObject({ dayStarts: clockTime, lunchEnds: clockTime, dayEnds: clockTime });
export type SchoolHours = v.InferOutput<typeof hoursSchema>;

const termSchema = v.strictObject({ from: day, to: day });
/** Between terms are holidays; without any term every weekday is a school day. */
export const termsSchema = v.pipe(v.array(termSchema), v.maxLength(20, 'These are too many terms.'));

const wording = (most: number) =>
  v.nullable(
    v.pipe(
      v.string(),
      v.trim(),
      v.minLength(1, 'This cannot be empty.'),
      v.maxLength(most, 'This is too long.'),
    ),
  );
const wordingEntries = {
  /** After "Child in danger now?"; null: Heed's own words. */
  danger: wording(LONGEST_WORDING.danger),
  /** Under the record just sent; null: Heed's own words. */
  afterSending: wording(LONGEST_WORDING.afterSending),
};

const within = ({ least, most }: Bounds) =>
  v.pipe(
    v.number(),
    v.integer('Write a whole number.'),
    v.minValue(least, `At least ${String(least)}.`),
    v.maxValue(most, `At most ${String(most)}.`),
  );

/** One thing that a school sets; each is a change of its own. */
export const settingSchema = v.variant('setting', [
  ...numberSettings.map((name) =>
    v.strictObject({ setting: v.literal(name), value: within(numberBounds[name]) }),
  ),
  v.strictObject({ setting: v.literal('danger'), value: wordingEntries.danger }),
  v.strictObject({ setting: v.literal('afterSending'), value: wordingEntries.afterSending }),
  v.strictObject({ setting: v.literal('hours'), value: hoursSchema }),
  v.strictObject({ setting: v.literal('terms'), value: termsSchema }),
  /** Null: no quiet hours but those that people set for themselves. */
  v.strictObject({ setting: v.literal('quiet'), value: v.nullable(quietHours) }),
  /** When daily summaries go, on school days. */
  v.strictObject({ setting: v.literal('dailyAt'), value: clockTime }),
  v.strictObject({ setting: v.literal('support'), value: supportSchema }),
]);
export type Setting = v.InferOutput<typeof settingSchema>;

/** What is wrong between the parts of a setting, as a sentence; null where nothing is. */
export function faultOfSetting(to: Setting): string | null {
  if (to.setting === 'hours') {
    const { dayStarts, lunchEnds, dayEnds } = to.value;
    const inOrder = dayStarts < lunchEnds && lunchEnds < dayEnds;
    return inOrder ? null : 'The day starts before lunch ends, and lunch ends before the day does.';
  }
  if (to.setting === 'terms' && to.value.some(({ from, to: end }) => from > end))
    return 'A term starts before it ends.';
  return to.setting === 'quiet' && to.value ? faultOfQuiet(to.value) : null;
}

/** All that a school has set, or what stands in its place. */
export const schoolSettingsSchema = v.object({
  numbers: v.object(
    Object.fromEntries(numberSettings.map((name) => [name, v.number()])) as Record<
      NumberSetting,
      v.NumberSchema<undefined>
    >,
  ),
  wording: v.object({ danger: v.nullable(v.string()), afterSending: v.nullable(v.string()) }),
  hours: v.object({ dayStarts: v.string(), lunchEnds: v.string(), dayEnds: v.string() }),
  terms: v.array(v.object({ from: v.string(), to: v.string() })),
  quiet: v.nullable(quietHours),
  dailyAt: v.string(),
  support: shownSupport,
});
export type SchoolSettings = v.InferOutput<typeof schoolSettingsSchema>;

export const readSettings = endpoint({
  method: 'GET',
  path: '/api/admin/settings',
  caller: 'elevated',
  action: 'administer.settings',
  activity: false,
  summary: 'What the school has set: times, wording, hours, limits, and its fallback groups.',
  reply: v.object({
    settings: schoolSettingsSchema,
    /** On the log-in page. */
    emblem: v.nullable(emblemSchema),
    /** Alert groups that are told where nobody else would be; kept with the alert groups. */
    fallback: v.array(named),
  }),
});
