import * as v from 'valibot';
import { sessionSchema } from './accounts';
import { endpoint } from './endpoint';
import { id, password, token } from './fields';

/** A school of the person who asks, other than the one whose address was opened. */
const siteSchema = v.object({
  schoolId: id,
  name: v.string(),
  /** Alerts to read there, of those that this person may be told of; nothing else of the school. */
  toRead: v.number(),
});
export type Site = v.InferOutput<typeof siteSchema>;

export const listOwnSites = endpoint({
  method: 'GET',
  path: '/api/sites',
  caller: 'session',
  action: 'account.manage-own',
  activity: false,
  summary: 'One’s other schools with how many alerts wait there, and the schools that ask one to join.',
  reply: v.object({
    here: v.object({ schoolId: id, name: v.string() }),
    others: v.array(siteSchema),
    /** Schools that ask this person to join, and have no answer yet. */
    offers: v.array(v.object({ schoolId: id, name: v.string(), offeredAt: v.string() })),
  }),
});

export const decideOffer = endpoint({
  method: 'POST',
  path: '/api/sites/:id/membership',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'Accepts or declines what another school offers; gives no session there.',
  limit: { most: 20, seconds: 60, per: 'account' },
  /** The id of the school that offers. */
  params: v.strictObject({ id }),
  body: v.strictObject({ decision: v.picklist(['accept', 'decline']) }),
});

/** For pages that nobody is logged in on. */
const outside = {
  method: 'POST',
  caller: 'public',
  action: null,
  limit: { most: 300, seconds: 60, per: 'address' },
} as const;

export const checkOffer = endpoint({
  ...outside,
  path: '/api/offers/check',
  activity: false,
  summary: 'Says whether the link of a school that asks one to join still works, without using it up.',
  body: v.strictObject({ token }),
  reply: v.object({ works: v.boolean(), email: v.nullable(v.string()) }),
});

export const acceptOffer = endpoint({
  ...outside,
  path: '/api/offers/accept',
  summary: 'Joins this school by a mailed link and the password that one has, and begins a session.',
  body: v.strictObject({ token, password }),
  reply: v.object({ session: sessionSchema }),
});

export const declineOffer = endpoint({
  ...outside,
  path: '/api/offers/decline',
  summary: 'Declines to join this school, by a mailed link.',
  body: v.strictObject({ token }),
});

/** What a page makes and keeps in its own tab: 32 bytes in base64url; and their SHA-256, written the same way. */
const secret = token;

export const beginSwitch = endpoint({
  method: 'POST',
  path: '/api/sites/:id/switch',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'Where the browser goes to be at another school of this person without a second log-in.',
  limit: { most: 30, seconds: 60, per: 'account' },
  /** The id of that school. */
  params: v.strictObject({ id }),
  body: v.strictObject({}),
  reply: v.object({ url: v.string() }),
});

export const answerSwitch = endpoint({
  ...outside,
  path: '/api/switch/challenge',
  activity: false,
  summary: 'The other school’s page binds the switch to its browser, and hears where to send it back to.',
  body: v.strictObject({ ticket: secret, challenge: secret }),
  reply: v.object({
    /** Null where this browser is logged in here as the same person already. */
    url: v.nullable(v.string()),
  }),
});

export const issueSwitchCode = endpoint({
  method: 'POST',
  path: '/api/switch/code',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'The first school gives the one code by which the other lets this person in; good for a minute.',
  limit: { most: 30, seconds: 60, per: 'account' },
  body: v.strictObject({ id }),
  reply: v.object({ url: v.string() }),
});

export const finishSwitch = endpoint({
  ...outside,
  path: '/api/switch',
  summary: 'Begins the session at the other school by the code and what its page kept; never elevates.',
  body: v.strictObject({ code: secret, verifier: secret }),
  reply: v.object({ session: sessionSchema }),
});
