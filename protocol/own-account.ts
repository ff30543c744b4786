import * as v from 'valibot';
import { sessionSchema } from './accounts';
import { endpoint } from './endpoint';
import { id, newPassword, password, time } from './fields';
import { providerKinds } from './providers';
import { quietHours } from './quiet-hours';

const own = { caller: 'session', action: 'account.manage-own' } as const;

export const changePassword = endpoint({
  ...own,
  method: 'PUT',
  path: '/api/account/password',
  summary: 'Changes one’s own password by the current one; every other session of the account ends.',
  // Guessing is limited as for a log-in (staff/password-tries.ts); this only stops a flood.
  limit: { most: 30, seconds: 300, per: 'account' },
  body: v.strictObject({ current: password, password: newPassword }),
  reply: v.object({ session: sessionSchema }),
});

/** A form of address: one word. An office or a rank is no form of address, so there is no room for one. */
const ownTitle = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^\p{L}[\p{L}\p{M}]{0,11}\.?$/u, 'Write one word, for example Mrs, Mx or Dr.'),
);
/** A first name as colleagues say it. */
const ownName = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(40, 'Write at most 40 letters.'),
  v.regex(/^\p{L}[\p{L}\p{M} .'’-]*$/u, 'Write a name with letters, for example Jo or Anne-Marie.'),
);

/** What colleagues see of a person, and what the office keeps. */
export const ownDetailsSchema = v.object({
  title: v.nullable(v.string()),
  knownAs: v.nullable(v.string()),
  firstName: v.string(),
  lastName: v.string(),
  email: v.string(),
  jobTitle: v.nullable(v.string()),
  /** As in lists, and as in "Goes to: …". */
  shown: v.object({ name: v.string(), formal: v.string() }),
  /** Names of colleagues who keep the staff list; empty where there is nobody else. */
  keptBy: v.array(v.string()),
});
export type OwnDetails = v.InferOutput<typeof ownDetailsSchema>;

export const readDetails = endpoint({
  ...own,
  method: 'GET',
  path: '/api/account/details',
  activity: false,
  summary: 'One’s own names as colleagues see them, and who at school keeps the others.',
  reply: ownDetailsSchema,
});

export const setDetails = endpoint({
  ...own,
  method: 'PUT',
  path: '/api/account/details',
  summary: 'Changes one’s own title and the first name that colleagues use.',
  limit: { most: 20, seconds: 3600, per: 'account' },
  body: v.strictObject({ title: v.nullable(ownTitle), knownAs: v.nullable(ownName) }),
  reply: v.object({ details: ownDetailsSchema, session: sessionSchema }),
});

export const listOwnDevices = endpoint({
  ...own,
  method: 'GET',
  path: '/api/account/devices',
  activity: false,
  summary: 'The school’s devices on which this person records, and when each was last heard of.',
  reply: v.object({
    devices: v.array(
      v.object({
        id,
        name: v.string(),
        shared: v.boolean(),
        joined: time,
        seen: v.nullable(time),
        /** Each stands for one time that the person joined it. */
        authorKeys: v.array(id),
      }),
    ),
  }),
});

const when = v.nullable(time);
const text = v.nullable(v.string());

/**
 * Everything that Heed keeps about a member of staff as somebody who uses it. No field may come of a record, an alert or
 * a colleague: it says the same whether a record about this person exists or not (access.md, "about a member of staff").
 */
export const keptSchema = v.strictObject({
  made: time,
  school: v.string(),
  person: v.strictObject({
    firstName: text,
    lastName: text,
    title: text,
    knownAs: text,
    email: v.string(),
    phone: text,
    jobTitle: text,
    userGroup: v.string(),
    classes: v.array(v.string()),
    added: time,
  }),
  account: v.strictObject({
    made: time,
    passwordChosen: when,
    firstLogIn: when,
    firstSecurityKey: when,
    emailOfAlerts: v.boolean(),
    quietHours: v.nullable(quietHours),
    schools: v.array(v.string()),
  }),
  sessions: v.array(
    v.strictObject({
      school: v.string(),
      browser: v.string(),
      begun: time,
      lastActive: time,
      passwordTyped: time,
      ended: when,
    }),
  ),
  knownBrowsers: v.array(v.strictObject({ lastSeen: time, lastFullAccess: when })),
  securityKeys: v.array(
    v.strictObject({
      kind: v.picklist(['totp', 'passkey']),
      name: text,
      made: time,
      saved: when,
      lastUsed: when,
      countsFrom: when,
      removed: when,
    }),
  ),
  recoveryCodesLeft: v.number(),
  /** Accounts at Microsoft, Google or another provider that log this person in; those that were removed too. */
  linkedAccounts: v.array(
    v.strictObject({
      provider: v.picklist(providerKinds),
      address: v.string(),
      linked: time,
      lastUsed: when,
      removed: when,
    }),
  ),
  /** Schools that asked this person to join their staff. */
  offers: v.array(
    v.strictObject({
      school: v.string(),
      offered: time,
      mailed: when,
      expires: when,
      decided: when,
      accepted: v.nullable(v.boolean()),
    }),
  ),
  /** Whether they may set up further sites of this server, or might once. */
  trust: v.nullable(v.strictObject({ from: time, until: when })),
  passwordLinks: v.array(v.strictObject({ made: time, expires: time, used: when })),
  devices: v.array(
    v.strictObject({ name: v.string(), shared: v.boolean(), joined: time, left: when, lastSeen: when }),
  ),
  slips: v.array(v.strictObject({ made: time, expires: time, used: when, withdrawn: when })),
  notifications: v.array(
    v.strictObject({ device: v.string(), added: time, lastSuccess: when, givenUp: when }),
  ),
  absence: v.nullable(v.strictObject({ from: v.string(), until: text, set: time, setByYou: v.boolean() })),
  /** What this person asked the school’s support, as it was sent or saved. */
  supportRequests: v.array(v.strictObject({ made: time, reference: v.string(), text: v.string() })),
  /** Live sessions to which they come, until the list is let go. */
  training: v.array(v.strictObject({ starts: time, taken: time })),
  /** What they did before their school began. */
  beginning: v.strictObject({ practised: when, testArrived: when, stepsPutAway: when }),
  /** Log-ins, passwords, full access and security keys, as the audit has them. */
  audit: v.array(v.strictObject({ at: time, what: v.string() })),
});
export type Kept = v.InferOutput<typeof keptSchema>;

export const downloadKept = endpoint({
  ...own,
  method: 'POST',
  path: '/api/account/kept',
  summary: 'What Heed keeps about this person, to download; password at most 5 minutes old.',
  limit: { most: 10, seconds: 3600, per: 'account' },
  reply: keptSchema,
});
