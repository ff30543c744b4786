import * as v from 'valibot';
import { sessionSchema } from './accounts';
import { endpoint } from './endpoint';
import { code, id, recoveryCode, shortText, time } from './fields';
import { keyKinds, proofEntries } from './fresh-proof';

export const securityKeySchema = v.object({
  id,
  kind: v.picklist(keyKinds),
  name: v.string(),
  added: time,
  lastUsed: v.nullable(time),
  /** False while another lead or an administrator has still to confirm it (access.md, "a stolen password"). */
  counts: v.boolean(),
});

/** What saving a security key of either kind is answered with. */
export const savedKeySchema = v.object({
  key: securityKeySchema,
  /** Ten single-use codes, shown once, with the first key only. */
  recoveryCodes: v.nullable(v.array(v.string())),
  session: sessionSchema,
});

export const listKeys = endpoint({
  method: 'GET',
  path: '/api/security-keys',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'One’s own security keys, and how many recovery codes are left.',
  reply: v.object({
    keys: v.array(securityKeySchema),
    recoveryCodesLeft: v.number(),
    /** What has to be shown before a key is added: nothing, the password again, or a fresh proof. */
    needs: v.picklist(['nothing', 'password', 'code']),
  }),
});

export const listStaffKeys = endpoint({
  method: 'GET',
  path: '/api/admin/staff/:id/keys',
  caller: 'elevated',
  action: 'administer.staff',
  activity: false,
  summary: 'The security keys of one person: kinds, names and days, nothing that makes codes.',
  params: v.strictObject({ id }),
  reply: v.object({ keys: v.array(securityKeySchema) }),
});

export const removeLostKey = endpoint({
  method: 'POST',
  path: '/api/admin/staff/:id/keys/:keyId/remove',
  caller: 'elevated',
  action: 'administer.staff',
  summary: 'Removes a lost security key of another person at once, by a recovery code of theirs.',
  limit: { most: 5, seconds: 300, per: 'account' },
  params: v.strictObject({ id, keyId: id }),
  body: v.strictObject({ recoveryCode }),
});

export const beginKey = endpoint({
  method: 'POST',
  path: '/api/security-keys/begin',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'Makes a secret for a new security key: QR code, text and link. Nothing is saved yet.',
  limit: { most: 20, seconds: 300, per: 'account' },
  /** A fresh proof of an existing key, needed once a key is held. */
  body: v.strictObject(proofEntries),
  reply: v.object({
    pending: id,
    owner: v.object({ name: v.string(), email: v.string() }),
    secret: v.string(),
    uri: v.string(),
    /** Rows of the QR code, `1` for a dark module. */
    qr: v.array(v.string()),
    /** Where this server offers Heed Authenticator, and the QR code that opens it on a phone. */
    authenticator: v.object({ url: v.string(), qr: v.array(v.string()) }),
  }),
});

export const saveKey = endpoint({
  method: 'POST',
  path: '/api/security-keys',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'Saves the new security key once its current code is right.',
  limit: { most: 20, seconds: 300, per: 'account' },
  body: v.strictObject({ pending: id, name: shortText, code }),
  reply: savedKeySchema,
});

export const removeKey = endpoint({
  method: 'POST',
  path: '/api/security-keys/:id/remove',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'Removes one of one’s own security keys; needs a fresh proof.',
  params: v.strictObject({ id }),
  body: v.strictObject(proofEntries),
});

export const renewRecoveryCodes = endpoint({
  method: 'POST',
  path: '/api/recovery-codes',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'Makes ten new recovery codes; the old ones stop working.',
  // A recovery code makes no new ones.
  body: v.strictObject({ ...proofEntries, code: v.optional(code) }),
  reply: v.object({ recoveryCodes: v.array(v.string()) }),
});

export const elevate = endpoint({
  method: 'POST',
  path: '/api/elevation',
  caller: 'session',
  action: 'elevation.begin',
  summary: 'Elevates this session by a code or a passkey; the session gets a new token.',
  limit: { most: 60, seconds: 300, per: 'account' },
  body: v.strictObject(proofEntries),
  reply: v.object({ session: sessionSchema }),
});

export const endElevation = endpoint({
  method: 'DELETE',
  path: '/api/elevation',
  caller: 'session',
  action: 'elevation.hold',
  activity: false,
  summary: 'Ends full access in this session, in all of its tabs.',
  reply: v.object({ session: sessionSchema }),
});

export const stillTyping = endpoint({
  method: 'POST',
  path: '/api/elevation/typing',
  caller: 'elevated',
  action: 'elevation.hold',
  // The handler itself counts it, at most once a minute.
  activity: false,
  summary: 'Content-free heartbeat while a person types; at most one a minute counts.',
  limit: { most: 10, seconds: 60, per: 'account' },
  reply: v.object({ session: sessionSchema }),
});
