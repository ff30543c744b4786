import * as v from 'valibot';
import { sessionSchema } from './accounts';
import { endpoint } from './endpoint';
import { id, time, token } from './fields';

/** Whom a school may let prove who somebody is. `other`: one that whoever runs the server allows (OIDC_ISSUERS). */
export const providerKinds = ['microsoft', 'google', 'other'] as const;
export type ProviderKind = (typeof providerKinds)[number];
const provider = v.picklist(providerKinds);

const domain = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(253, 'This is too long.'),
  v.regex(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    'Write the part after the @, for example oakfield.example.',
  ),
);
const tenant = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.uuid('Write the directory (tenant) ID: 32 letters and digits with four hyphens.'),
  // The directory of everybody's private Microsoft accounts has an identifier like a school's, and is none.
  v.regex(
    /^(?!9188040d-6c67-4c5b-b112-36a304b66dad$)/,
    'This is the directory of private accounts. Write your school’s own.',
  ),
);

/** Which provider, and which part of it is the school's; `common` and its kind are none. */
const connectionSchema = v.variant('provider', [
  v.strictObject({ provider: v.literal('microsoft'), tenant }),
  /** `hosted`: the school's own domain at Google (`hd`) */
  v.strictObject({ provider: v.literal('google'), hosted: domain }),
  v.strictObject({
    provider: v.literal('other'),
    issuer: v.pipe(v.string(), v.maxLength(300, 'This is too long.'), v.url('Write the whole address.')),
  }),
]);
export type Connection = v.InferOutput<typeof connectionSchema>;

const someText = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'This cannot be empty.'),
  v.maxLength(300, 'This is too long.'),
);

/** What a school sets of one provider; its secret goes in and never comes out. */
export const providerEntries = {
  connection: connectionSchema,
  clientId: someText,
  /** E-mail addresses that may be linked end in one of these. */
  domains: v.pipe(
    v.array(domain),
    v.minLength(1, 'Write at least one.'),
    v.maxLength(20, 'These are too many.'),
    v.transform((list) => [...new Set(list)].sort()),
  ),
};
/** Left out: the one that is kept, where provider and client stay the same. */
export const clientSecret = v.optional(someText);

const shownProvider = v.object({ ...providerEntries, setAt: time });
export type ShownProvider = v.InferOutput<typeof shownProvider>;

export const readProviders = endpoint({
  method: 'GET',
  path: '/api/admin/providers',
  caller: 'elevated',
  action: 'administer.settings',
  activity: false,
  summary: 'How the school lets its staff sign in through a provider; never a secret.',
  reply: v.object({
    providers: v.array(shownProvider),
    /** Address to copy into the provider's console. */
    returnTo: v.string(),
    /** Issuers beside Microsoft and Google that this server allows. */
    issuers: v.array(v.string()),
  }),
});

/** What is wrong with a provider, in closed codes; the screen has the sentences. */
const providerFaults = ['unreachable', 'slow', 'not-found', 'not-allowed', 'not-usable'] as const;
export type ProviderFault = (typeof providerFaults)[number];

export const checkProvider = endpoint({
  method: 'POST',
  path: '/api/admin/providers/check',
  caller: 'elevated',
  action: 'administer.settings',
  summary: 'Asks a provider for its description and says what is wrong; changes nothing.',
  limit: { most: 20, seconds: 60, per: 'account' },
  body: v.strictObject({ connection: connectionSchema }),
  reply: v.object({ fault: v.nullable(v.picklist(providerFaults)) }),
});

export const beginSignIn = endpoint({
  method: 'POST',
  path: '/api/sign-in',
  caller: 'public',
  action: null,
  summary: 'Begins to log in through a provider: the address to open there.',
  limit: { most: 300, seconds: 60, per: 'address' },
  body: v.strictObject({
    provider,
    /** On a shared device nobody goes on as whoever was there before. */
    shared: v.boolean(),
  }),
  reply: v.object({ url: v.string() }),
});

/** again: proves the person anew in a running session. link: from now on this account there counts. */
export type SignInPurpose = 'log-in' | 'again' | 'link';

export const beginProof = endpoint({
  method: 'POST',
  path: '/api/session/provider',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'Begins to prove oneself again, or to link an account, through a provider.',
  limit: { most: 20, seconds: 300, per: 'account' },
  body: v.strictObject({ provider, purpose: v.picklist(['again', 'link']) }),
  reply: v.object({ url: v.string() }),
});

const answered = v.pipe(v.string(), v.maxLength(4096));

/** What a provider sent the browser back with. */
const returned = v.strictObject({
  state: token,
  code: v.optional(answered),
  /** As the provider calls it; never shown. */
  error: v.optional(answered),
  iss: v.optional(answered),
});

export const finishSignIn = endpoint({
  method: 'POST',
  path: '/api/sign-in/return',
  caller: 'public',
  action: null,
  summary: 'Ends a log-in that was begun at a provider, with what it sent the browser back with; works once.',
  limit: { most: 300, seconds: 60, per: 'address' },
  body: returned,
  reply: v.object({ session: sessionSchema }),
});

export const finishProof = endpoint({
  method: 'POST',
  path: '/api/session/provider/return',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'Ends likewise what was begun at a provider in this session.',
  limit: { most: 20, seconds: 300, per: 'account' },
  body: returned,
  reply: v.object({ session: sessionSchema }),
});

const linkSchema = v.object({
  id,
  provider,
  /** The address there when it was linked, or empty. */
  address: v.string(),
  linkedAt: time,
  lastUsedAt: v.nullable(time),
});
export type SignInLink = v.InferOutput<typeof linkSchema>;

export const listLinks = endpoint({
  method: 'GET',
  path: '/api/sign-in/links',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'One’s own accounts at providers that count here.',
  reply: v.object({
    links: v.array(linkSchema),
    /** Providers of this school. */
    offered: v.array(provider),
    hasPassword: v.boolean(),
    /** The person was proved a short while ago, so that linking and removing need nothing more. */
    fresh: v.boolean(),
  }),
});

export const removeLink = endpoint({
  method: 'DELETE',
  path: '/api/sign-in/links/:id',
  caller: 'session',
  action: 'account.manage-own',
  summary: 'One’s own account at a provider no longer counts here; asks for a fresh proof, as linking does.',
  params: v.strictObject({ id }),
});
