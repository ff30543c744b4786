import * as v from 'valibot';
import { endpoint } from './endpoint';
import { email, id, time } from './fields';
import { supportReportSchema } from './support-report';

const words = (most: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'This cannot be empty.'),
    v.maxLength(most, `Write at most ${String(most)} characters.`),
  );

/** Longest number and hours of support, characters. */
export const LONGEST_SUPPORT = { phone: 80, hours: 120 } as const;

/** Whom people ask about Heed, and when. Everybody may see it, also before a log-in; null: not given. */
export const supportSchema = v.strictObject({
  email: v.nullable(email),
  phone: v.nullable(words(LONGEST_SUPPORT.phone)),
  hours: v.nullable(words(LONGEST_SUPPORT.hours)),
});
export type Support = v.InferOutput<typeof supportSchema>;

/** As it is shown: a school's spreadsheet may say more than the settings take. */
export const shownSupport = v.object({
  email: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  hours: v.nullable(v.string()),
});

/** Letters and digits that nobody confuses on the telephone: no 0/O, 1/I/L, no U or V. */
export const REFERENCE_LETTERS = '23456789ABCDEFGHJKMNPQRSTWXYZ';
/** "HD-7K2M9": by it a person and support speak of the same request; it says nothing by itself. */
export const supportReference = v.pipe(
  v.string(),
  v.regex(new RegExp(`^HD-[${REFERENCE_LETTERS}]{5}$`), 'This is not a reference.'),
);
/** Longest words of a request, characters. */
export const LONGEST_ASKED = 1_000;
/** So many requests may one person make in a day; a later one is a telephone call. */
export const REQUESTS_A_DAY = 6;

/** What is asked of support, by whom it is made: everything that its text says. */
export const askedSchema = v.strictObject({
  reference: supportReference,
  /** device clock */
  madeAt: time,
  words: v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(LONGEST_ASKED, `Write at most ${String(LONGEST_ASKED)} characters.`),
  ),
  report: supportReportSchema,
});
export type Asked = v.InferOutput<typeof askedSchema>;

/** Mailed to support, or saved by its author as a file, which was not sent by Heed. */
export const supportWaysSchema = v.picklist(['mail', 'file']);

/** How far a request has come; `failed`: the mail server took it from nobody, so it has to be saved as a file. */
export const requestStates = ['queued', 'sent', 'failed', 'file'] as const;

export const supportRequestSchema = v.object({
  id,
  reference: v.string(),
  at: time,
  /** exactly what was sent */
  text: v.string(),
  state: v.picklist(requestStates),
});
export type SupportRequest = v.InferOutput<typeof supportRequestSchema>;

const own = { caller: 'session', action: 'account.manage-own', activity: false } as const;
const requests = v.object({ requests: v.array(supportRequestSchema) });

export const listSupportRequests = endpoint({
  ...own,
  method: 'GET',
  path: '/api/support/requests',
  summary: 'One’s own requests for help with Heed, the newest first, each with what was sent.',
  reply: requests,
});

export const askSupport = endpoint({
  ...own,
  method: 'POST',
  path: '/api/support/requests',
  activity: true,
  summary: 'Mails a request for help to the school’s support, or keeps that it was saved as a file.',
  limit: { most: 20, seconds: 3600, per: 'account' },
  body: v.strictObject({
    asked: askedSchema,
    way: supportWaysSchema,
    /** Adds one’s own e-mail address, so that support can write back. */
    answer: v.boolean(),
  }),
  reply: requests,
});
