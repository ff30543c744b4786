/** A person has this long to touch the sensor, ms. */
const ASK_MS = 60_000;
/** ES256 and RS256 (Windows Hello). */
const ALGORITHMS = [-7, -257];

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Why there is no secret from a passkey: browser or phone cannot, the person or the phone broke off, or it answered
 * with another secret than before.
 */
export type PasskeyFault = 'cannot' | 'cancelled' | 'other-secret';

/** Nothing is lost by it: the PIN works as before. */
export class PasskeyFailed extends Error {
  override name = 'PasskeyFailed';
  readonly fault: PasskeyFault;

  constructor(fault: PasskeyFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

/** Whether this browser says that it can make one that holds a secret (WebAuthn PRF); it may still fail. */
export async function canUsePasskeys(): Promise<boolean> {
  try {
    if (!(await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable())) return false;
    if (!('getClientCapabilities' in PublicKeyCredential)) return true;
    return (await PublicKeyCredential.getClientCapabilities())['extension:prf'] !== false;
  } catch {
    return false;
  }
}

/**
 * Makes a passkey in this phone itself. It logs nobody in anywhere.
 * @param user its handle (the same handle takes the place of an older one) and its name in the phone's own list
 * @param salt 32 bytes that its secret is for
 * @returns its id, and its secret where the phone gives that at once
 * @throws PasskeyFailed; `cannot` also where it holds no secret
 */
export async function createPasskey(
  user: { readonly id: Bytes; readonly name: string },
  salt: Bytes,
  signal: AbortSignal,
): Promise<{ readonly credentialId: ArrayBuffer; readonly secret: Bytes | null }> {
  const publicKey: PublicKeyCredentialCreationOptions = {
    challenge: crypto.getRandomValues(new Uint8Array(32)),
    rp: { id: location.hostname, name: 'Heed Authenticator' },
    user: { ...user, displayName: user.name },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: {
      authenticatorAttachment: 'platform',
      // Android gives a secret for those alone that it lists itself.
      residentKey: 'preferred',
      userVerification: 'required',
    },
    timeout: ASK_MS,
    extensions: { prf: { eval: { first: salt } } },
  };
  const credential = await asked(navigator.credentials.create({ publicKey, signal }), signal);
  const { prf } = credential.getClientExtensionResults();
  if (prf?.enabled !== true) {
    await forgetPasskey(credential.rawId);
    throw new PasskeyFailed('cannot');
  }
  return { credentialId: credential.rawId, secret: prf.results ? bytesOf(prf.results.first) : null };
}

/** The secret of a passkey (32 bytes) for this salt. @throws PasskeyFailed */
export async function askPasskey(
  credentialId: ArrayBuffer,
  salt: ArrayBuffer,
  signal: AbortSignal,
): Promise<Bytes> {
  const publicKey: PublicKeyCredentialRequestOptions = {
    challenge: crypto.getRandomValues(new Uint8Array(32)),
    rpId: location.hostname,
    allowCredentials: [{ type: 'public-key', id: credentialId, transports: ['internal'] }],
    userVerification: 'required',
    timeout: ASK_MS,
    extensions: { prf: { eval: { first: salt } } },
  };
  const credential = await asked(navigator.credentials.get({ publicKey, signal }), signal);
  const secret = credential.getClientExtensionResults().prf?.results?.first;
  if (!secret) throw new PasskeyFailed('cannot');
  return bytesOf(secret);
}

/** Lets the phone take one off its list that opens nothing any more, where it listens to that. */
export async function forgetPasskey(credentialId: ArrayBuffer): Promise<void> {
  const letters = btoa(String.fromCharCode(...new Uint8Array(credentialId)));
  const id = letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  try {
    await PublicKeyCredential.signalUnknownCredential({ rpId: location.hostname, credentialId: id });
  } catch {
    // It stays in the list, and opens nothing.
  }
}

async function asked(asking: Promise<Credential | null>, signal: AbortSignal): Promise<PublicKeyCredential> {
  try {
    const credential = await asking;
    if (credential instanceof PublicKeyCredential) return credential;
  } catch (fault) {
    const brokeOff = fault instanceof DOMException && fault.name === 'NotAllowedError';
    throw new PasskeyFailed(brokeOff || signal.aborted ? 'cancelled' : 'cannot', { cause: fault });
  }
  throw new PasskeyFailed('cannot');
}

function bytesOf(source: BufferSource): Bytes {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}
