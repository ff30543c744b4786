import * as v from 'valibot';
import { clockTime, email } from '../fields';
import { settingSchema, termsSchema } from '../settings';

export const settingsSet = v.strictObject({ kind: v.literal('settings.set'), to: settingSchema });

const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'This cannot be empty.'), v.maxLength(200));

/** What the sheet School says of the school itself; what is left out stays as it is. */
export const schoolDetails = v.strictObject({
  kind: v.literal('school.details'),
  set: v.strictObject({
    name: v.optional(text),
    dfeNumber: v.optional(text),
    mainContactName: v.optional(text),
    mainContactEmail: v.optional(email),
    chairName: v.optional(text),
    chairPhone: v.optional(text),
    childrensServicesPhone: v.optional(text),
    childrensServicesOutOfHours: v.optional(text),
    supportEmail: v.optional(email),
    supportPhone: v.optional(text),
    /** IANA name */
    timeZone: v.optional(text),
    dayStarts: v.optional(clockTime),
    dayEnds: v.optional(clockTime),
    termDates: v.optional(termsSchema),
  }),
});
