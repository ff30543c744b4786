import { plainBytes, randomBytes, toBase64url, type Bytes } from '../../protocol/bytes';

/** A person has this long to touch the sensor, ms. */
const ASK_MS = 60_000;
/** ES256 and RS256 (Windows Hello). */
const ALGORITHMS = [-7, -257];

/**
 * Why there is no secret from a passkey: this browser or device cannot, the person or the browser broke off, or the
 * passkey answered with another secret than before.
 */
export type PasskeyFault = 'cannot' | 'cancelled' | 'other-secret';

/** Thrown by everything here; nothing is lost by it, the PIN works as before. */
export class PasskeyFailed extends Error {
  override name = 'PasskeyFailed';
  readonly fault: PasskeyFault;

  constructor(fault: PasskeyFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

/** What a new passkey is called in the device's own list, and its handle there. */
export interface PasskeyUser {
  id: Bytes;
  name: string;
}

/** A passkey that was just made; some devices give its secret only when they are asked for it afterwards. */
export interface MadePasskey {
  credentialId: ArrayBuffer;
  secret: Bytes | null;
}

/** Whether this browser can make a passkey that holds a secret (WebAuthn PRF), by its own word; it may still fail. */
export async function canUsePasskeys(): Promise<boolean> {
  if (!('PublicKeyCredential' in globalThis)) return false;
  try {
    if (!(await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable())) return false;
    if (!('getClientCapabilities' in PublicKeyCredential)) return true;
    return (await PublicKeyCredential.getClientCapabilities())['extension:prf'] !== false;
  } catch {
    return false;
  }
}

/**
 * Makes a passkey in this device itself: never on a security key or another phone (platform.md: PRF over those gives
 * wrong values). It logs nobody in, so no server ever sees it.
 * @param salt 32 bytes that its secret is for
 * @throws PasskeyFailed; `cannot` also where the device made one that holds no secret
 */
export async function createPasskey(
  user: PasskeyUser,
  salt: Bytes,
  signal?: AbortSignal,
): Promise<MadePasskey> {
  const credential = await asked(
    navigator.credentials.create({ ...(signal && { signal }), publicKey: creation(user, salt) }),
    signal,
  );
  const { prf } = credential.getClientExtensionResults();
  if (prf?.enabled !== true) {
    await forgetPasskey(credential.rawId);
    throw new PasskeyFailed('cannot');
  }
  return { credentialId: credential.rawId, secret: prf.results ? bytesOf(prf.results.first) : null };
}

/** The secret (32 bytes) of a passkey for this salt; the device asks for a finger, a face or its screen lock. */
export async function askPasskey(
  credentialId: ArrayBuffer,
  salt: Bytes,
  signal?: AbortSignal,
): Promise<Bytes> {
  const publicKey: PublicKeyCredentialRequestOptions = {
    challenge: randomBytes(32),
    rpId: location.hostname,
    allowCredentials: [{ type: 'public-key', id: credentialId, transports: ['internal'] }],
    userVerification: 'required',
    timeout: ASK_MS,
    extensions: { prf: { eval: { first: salt } } },
  };
  const credential = await asked(navigator.credentials.get({ ...(signal && { signal }), publicKey }), signal);
  const secret = credential.getClientExtensionResults().prf?.results?.first;
  if (!secret) throw new PasskeyFailed('cannot');
  return bytesOf(secret);
}

/** Lets the device take a passkey off its list that opens nothing any more, where it listens to that. */
export async function forgetPasskey(credentialId: ArrayBuffer): Promise<void> {
  if (!('PublicKeyCredential' in globalThis) || !('signalUnknownCredential' in PublicKeyCredential)) return;
  const id = toBase64url(new Uint8Array(credentialId));
  await PublicKeyCredential.signalUnknownCredential({ rpId: location.hostname, credentialId: id }).catch(
    () => undefined,
  );
}

function creation(user: PasskeyUser, salt: Bytes): PublicKeyCredentialCreationOptions {
  return {
    challenge: randomBytes(32),
    rp: { id: location.hostname, name: 'Heed' },
    user: { id: user.id, name: user.name, displayName: user.name },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: {
      authenticatorAttachment: 'platform',
      // Android gives a secret for those alone that it lists itself.
      residentKey: 'preferred',
      userVerification: 'required',
    },
    attestation: 'none',
    timeout: ASK_MS,
    extensions: { prf: { eval: { first: salt } } },
  };
}

/** Every fault of the browser as one of ours. A `NotAllowedError` is all that it says of whoever broke off. */
async function asked(
  asking: Promise<Credential | null>,
  signal: AbortSignal | undefined,
): Promise<PublicKeyCredential> {
  try {
    const credential = await asking;
    if (credential instanceof PublicKeyCredential) return credential;
  } catch (fault) {
    const name = fault instanceof DOMException ? fault.name : '';
    const brokeOff = name === 'NotAllowedError' || signal?.aborted === true;
    throw new PasskeyFailed(brokeOff ? 'cancelled' : 'cannot', { cause: fault });
  }
  throw new PasskeyFailed('cannot');
}

function bytesOf(source: BufferSource): Bytes {
  return plainBytes(
    ArrayBuffer.isView(source)
      ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
      : new Uint8Array(source),
  );
}
