import * as v from 'valibot';
import { base64url, codeOrRecovery } from './fields';

/** An authenticator app's codes (RFC 6238), or a passkey (WebAuthn). */
export const keyKinds = ['totp', 'passkey'] as const;
export type KeyKind = (typeof keyKinds)[number];

/** A passkey's answer to a challenge: what `PublicKeyCredential.toJSON()` gives, without what is not looked at. */
export const assertion = v.object({
  id: base64url,
  rawId: base64url,
  type: v.literal('public-key'),
  response: v.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: v.optional(base64url),
  }),
});
export type Assertion = v.InferOutput<typeof assertion>;

/**
 * What a body holds to show one of the person's security keys afresh: either the code of an authenticator app (or a
 * recovery code), or a passkey's answer to a challenge of `beginPasskeyProof`. Spread it beside whatever else the
 * body holds; the server runs the command in `withFreshProof`.
 */
export const proofEntries = {
  code: v.optional(codeOrRecovery),
  passkey: v.optional(assertion),
};
