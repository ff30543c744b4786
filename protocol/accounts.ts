import * as v from 'valibot';
import { endpoint } from './endpoint';
import { email, id, newPassword, password, time, token } from './fields';
import { keyKinds } from './fresh-proof';

/** What a page may know of its own session; every session reply of this kind names its person. */
export const sessionSchema = v.object({
  staffId: id,
  schoolId: id,
  schoolName: v.string(),
  name: v.string(),
  shortName: v.string(),
  initials: v.string(),
  email: v.string(),
  /** Has a security key that counts. */
  keyHolder: v.boolean(),
  /** Kinds of the security keys that count, each once. */
  keyKinds: v.array(v.picklist(keyKinds)),
  /** The person's group works only while elevated. */
  higherLevel: v.boolean(),
  lead: v.boolean(),
  /** Holds a part of the administration, once elevated. */
  administrator: v.boolean(),
  /** Sets up sites of a trust, once elevated; it shows no records. */
  keepsSites: v.boolean(),
  /** Belongs to another school of this server too. */
  severalSites: v.boolean(),
  /** Another school asks this person to join, and has no answer yet. */
  asked: v.boolean(),
  passwordAt: time,
  elevatedUntil: v.nullable(time),
  /** Goes up whenever something that this person may have open ends for them: a page that knew a smaller number lets it fall. */
  rightsEnded: v.number(),
  /** What the policy allows this session in general, so that buttons follow the same rule. */
  may: v.array(v.string()),
});
export type Session = v.InferOutput<typeof sessionSchema>;

export const readSession = endpoint({
  method: 'GET',
  path: '/api/session',
  caller: 'public',
  action: null,
  activity: false,
  summary: 'Who is logged in here, or null.',
  limit: { most: 240, seconds: 60, per: 'address' },
  reply: v.object({ session: v.nullable(sessionSchema) }),
});

export const logIn = endpoint({
  method: 'POST',
  path: '/api/log-in',
  caller: 'public',
  action: null,
  summary: 'Begins a session by e-mail address and password.',
  // Guessing is limited per account and browser (staff/password-tries.ts); this only stops a flood.
  limit: { most: 600, seconds: 60, per: 'address' },
  body: v.strictObject({ email, password }),
  reply: v.object({ session: sessionSchema }),
});

export const logOut = endpoint({
  method: 'POST',
  path: '/api/log-out',
  caller: 'session',
  action: 'account.manage-own',
  activity: false,
  summary: 'Ends this session.',
});

export const logOutEverywhere = endpoint({
  method: 'POST',
  path: '/api/log-out/everywhere',
  caller: 'session',
  action: 'account.manage-own',
  activity: false,
  summary: 'Ends every session of this person, at all of their schools, and every push to them.',
});

export const askForLink = endpoint({
  method: 'POST',
  path: '/api/reset-links',
  caller: 'public',
  action: null,
  summary: 'Asks for a mail with a link to choose a password; the answer is the same for every address.',
  // A whole staff room shares one address; mails are limited per account (staff/mail-link.ts).
  limit: { most: 1000, seconds: 3600, per: 'address' },
  body: v.strictObject({ email }),
  reply: v.object({ asked: v.literal(true) }),
});

export const checkLink = endpoint({
  method: 'POST',
  path: '/api/reset-links/check',
  caller: 'public',
  action: null,
  activity: false,
  summary: 'Says whether a link still works, without using it up.',
  limit: { most: 600, seconds: 60, per: 'address' },
  body: v.strictObject({ token }),
  reply: v.object({ works: v.boolean(), email: v.nullable(v.string()) }),
});

export const choosePassword = endpoint({
  method: 'POST',
  path: '/api/passwords',
  caller: 'public',
  action: null,
  summary: 'Saves a new password by a mailed link and uses the link up.',
  limit: { most: 300, seconds: 60, per: 'address' },
  body: v.strictObject({ token, password: newPassword }),
  reply: v.object({ email: v.string() }),
});

export const proveAgain = endpoint({
  method: 'POST',
  path: '/api/session/password',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'Types the password again in a running session.',
  limit: { most: 10, seconds: 300, per: 'account' },
  body: v.strictObject({ password }),
  reply: v.object({ session: sessionSchema }),
});

export const ownSessionSchema = v.object({
  id,
  here: v.boolean(),
  browser: v.string(),
  begun: time,
  lastActive: time,
});

export const listSessions = endpoint({
  method: 'GET',
  path: '/api/sessions',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'One’s own running sessions.',
  reply: v.object({ sessions: v.array(ownSessionSchema) }),
});

export const endSession = endpoint({
  method: 'DELETE',
  path: '/api/sessions/:id',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'Ends one of one’s own sessions.',
  params: v.strictObject({ id }),
});
