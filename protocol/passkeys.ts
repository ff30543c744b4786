import * as v from 'valibot';
import { sessionSchema } from './accounts';
import { endpoint } from './endpoint';
import { base64url, id, shortText } from './fields';
import { assertion, proofEntries } from './fresh-proof';
import { savedKeySchema } from './security-keys';

/** Names one credential to a browser. */
const described = v.object({
  id: v.string(),
  type: v.literal('public-key'),
  transports: v.optional(v.array(v.string())),
});

/** What `navigator.credentials.get()` is asked, in its JSON form (WebAuthn, PublicKeyCredentialRequestOptionsJSON). */
const requestOptions = v.object({
  challenge: v.string(),
  rpId: v.string(),
  timeout: v.number(),
  userVerification: v.literal('required'),
  /** Empty at a log-in: the browser offers what it has for this address. */
  allowCredentials: v.array(described),
});

/** What `navigator.credentials.create()` is asked, in its JSON form. */
const creationOptions = v.object({
  challenge: v.string(),
  rp: v.object({ id: v.string(), name: v.string() }),
  user: v.object({ id: v.string(), name: v.string(), displayName: v.string() }),
  pubKeyCredParams: v.array(v.object({ type: v.literal('public-key'), alg: v.number() })),
  timeout: v.number(),
  attestation: v.literal('none'),
  authenticatorSelection: v.object({
    residentKey: v.literal('required'),
    requireResidentKey: v.literal(true),
    userVerification: v.literal('required'),
  }),
  excludeCredentials: v.array(described),
});

/** What a new passkey says of itself: `PublicKeyCredential.toJSON()`, without what is not looked at. */
export const attestation = v.object({
  id: base64url,
  rawId: base64url,
  type: v.literal('public-key'),
  response: v.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(20))), v.maxLength(10))),
  }),
});
export type Attestation = v.InferOutput<typeof attestation>;

export const beginPasskey = endpoint({
  method: 'POST',
  path: '/api/passkeys/begin',
  caller: 'session',
  action: 'account.manage-own',
  summary:
    'Asks for a new passkey as a security key: what the browser needs to make one. Nothing is saved yet.',
  limit: { most: 20, seconds: 300, per: 'account' },
  /** A fresh proof of an existing key, needed once a key is held. */
  body: v.strictObject(proofEntries),
  reply: v.object({
    pending: id,
    owner: v.object({ name: v.string(), email: v.string() }),
    options: creationOptions,
  }),
});

export const savePasskey = endpoint({
  method: 'POST',
  path: '/api/passkeys',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'Saves a new passkey as a security key.',
  limit: { most: 20, seconds: 300, per: 'account' },
  body: v.strictObject({ pending: id, name: shortText, attestation }),
  reply: savedKeySchema,
});

export const beginPasskeyProof = endpoint({
  method: 'POST',
  path: '/api/passkeys/proof',
  caller: 'session',
  action: 'account.manage-own',
  activity: false,
  summary:
    'Makes a challenge for one’s own passkeys, to elevate or to prove afresh; good once, for 5 minutes.',
  limit: { most: 60, seconds: 300, per: 'account' },
  body: v.strictObject({ purpose: v.picklist(['elevate', 'prove']) }),
  reply: v.object({ options: requestOptions }),
});

export const beginPasskeyLogIn = endpoint({
  method: 'POST',
  path: '/api/log-in/passkey/begin',
  caller: 'public',
  action: null,
  activity: false,
  summary: 'Makes a challenge for a log-in with a passkey; good once, for 5 minutes, in this browser.',
  // A whole staff room shares one address.
  limit: { most: 300, seconds: 60, per: 'address' },
  reply: v.object({ options: requestOptions }),
});

export const logInByPasskey = endpoint({
  method: 'POST',
  path: '/api/log-in/passkey',
  caller: 'public',
  action: null,
  summary: 'Begins a session by a passkey. It gives no full access.',
  limit: { most: 600, seconds: 60, per: 'address' },
  body: v.strictObject({ passkey: assertion }),
  reply: v.object({ session: sessionSchema }),
});
