import * as v from 'valibot';
import { emblemSchema } from './emblem';
import { bytes, endpoint, nothing } from './endpoint';
import { token } from './fields';
import { providerKinds } from './providers';
import { shownSupport } from './support';

export const faultSchema = v.object({
  sheet: v.string(),
  cell: v.string(),
  wrong: v.string(),
  mend: v.string(),
});
export type SheetFault = v.InferOutput<typeof faultSchema>;

/** What a spreadsheet would write, shown before anything is written. */
export const previewSchema = v.object({
  school: v.nullable(v.object({ name: v.string(), site: v.string(), mainContact: v.string() })),
  counts: v.record(v.string(), v.number()),
  rows: v.number(),
  faults: v.array(faultSchema),
  warnings: v.array(faultSchema),
  notes: v.array(v.string()),
});
export type Preview = v.InferOutput<typeof previewSchema>;

/** The set-up link's token travels in this header for calls whose body is a file. */
export const SET_UP_HEADER = 'heed-set-up';

const setUpLimit = { most: 60, seconds: 600, per: 'address' } as const;

export const checkSetUp = endpoint({
  method: 'POST',
  path: '/api/set-up/check',
  caller: 'public',
  action: null,
  activity: false,
  summary: 'Says whether a set-up link still works.',
  limit: setUpLimit,
  body: v.strictObject({ token }),
  reply: v.object({
    works: v.boolean(),
    mailWorks: v.boolean(),
    /** The one site that this link is for; null for the first school of a server. */
    site: v.nullable(v.string()),
  }),
});

export const previewSchool = endpoint({
  method: 'POST',
  path: '/api/set-up/preview',
  caller: 'public',
  action: null,
  summary: 'Reads a set-up spreadsheet and lists every fault; writes nothing.',
  limit: setUpLimit,
  maxBody: 10 * 1024 * 1024 + 1,
  bodyType: 'bytes',
  body: bytes,
  reply: previewSchema,
});

export const setUpReplySchema = v.object({
  schoolName: v.string(),
  /** Where the school is opened from now on, without a trailing slash. */
  address: v.string(),
  /** The welcome mail, to copy where no mail server is. */
  welcome: v.object({ to: v.string(), subject: v.string(), text: v.string(), mailed: v.boolean() }),
  demo: v.nullable(
    v.object({
      password: v.string(),
      accounts: v.array(
        v.object({ email: v.string(), name: v.string(), group: v.string(), secret: v.nullable(v.string()) }),
      ),
    }),
  ),
});
export type SetUpReply = v.InferOutput<typeof setUpReplySchema>;

export const confirmSchool = endpoint({
  method: 'POST',
  path: '/api/set-up/confirm',
  caller: 'public',
  action: null,
  summary: 'Imports the spreadsheet in one transaction, mails the main contact and uses the set-up link up.',
  limit: setUpLimit,
  maxBody: 10 * 1024 * 1024 + 1,
  bodyType: 'bytes',
  body: bytes,
  reply: setUpReplySchema,
});

export const tryDemo = endpoint({
  method: 'POST',
  path: '/api/set-up/demo',
  caller: 'public',
  action: null,
  summary: 'Sets up a demo school with ready accounts.',
  limit: setUpLimit,
  body: v.strictObject({ token }),
  reply: setUpReplySchema,
});

export const readPlace = endpoint({
  method: 'GET',
  path: '/api/place',
  caller: 'public',
  action: null,
  activity: false,
  summary: 'What the log-in page says before anybody is known: the school’s name and whom to ask.',
  limit: { most: 240, seconds: 60, per: 'address' },
  query: nothing,
  reply: v.object({
    schoolName: v.nullable(v.string()),
    /** Whom to ask about Heed; null where no school is set up, or it names nobody. */
    support: v.nullable(shownSupport),
    setUp: v.boolean(),
    mailWorks: v.boolean(),
    emblem: v.nullable(emblemSchema),
    /** Providers that staff of this school may sign in through. */
    signIn: v.array(v.picklist(providerKinds)),
  }),
});
