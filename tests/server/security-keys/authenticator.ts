import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { Assertion } from '../../../protocol/fresh-proof';
import type { Attestation } from '../../../protocol/passkeys';

/** What may be wrong with an answer; nothing given is an honest one. */
export interface Deceit {
  readonly origin?: string;
  readonly rpId?: string;
  /** False: nobody was verified, as when a key is only touched. */
  readonly verified?: boolean;
  /** The count that it says instead of its own. */
  readonly count?: number;
  readonly type?: string;
}

interface Asked {
  readonly challenge: string;
}

interface Credential {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly userHandle: string;
  readonly rpId: string;
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

/** Flags of authenticator data: user present, user verified, credential data included (WebAuthn, section 6.1). */
const PRESENT = 0x01;
const VERIFIED = 0x04;
const NEW = 0x40;

/**
 * An authenticator in software: one person's USB key or screen lock, as one browser at one origin speaks for it. ES256,
 * attestation `none`. It holds the newest credential that it made.
 */
export class Authenticator {
  readonly #origin: string;
  /** 0 for ever where it keeps no count, as phones do. */
  #count: number;
  #credential: Credential | null = null;

  constructor(origin: string, counting: 'counts' | 'does not count' = 'counts') {
    this.#origin = origin;
    this.#count = counting === 'counts' ? 1 : 0;
  }

  get id(): string {
    return this.#held.id;
  }

  /** Another authenticator that holds the same key, at the count of this moment. */
  copy(): Authenticator {
    const copy = new Authenticator(this.#origin);
    copy.#count = this.#count;
    copy.#credential = this.#credential;
    return copy;
  }

  /** Makes a passkey as it is asked to. */
  make(
    options: Asked & { readonly rp: { readonly id: string }; readonly user: { readonly id: string } },
    deceit: Deceit = {},
  ): Attestation {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const id = randomBytes(20);
    this.#credential = {
      id: base64url(id),
      privateKey,
      userHandle: options.user.id,
      rpId: options.rp.id,
    };
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const length = Buffer.from([0, id.length]);
    const authData = Buffer.concat([
      this.#header(NEW, deceit),
      // No model is named: sixteen zeros.
      Buffer.alloc(16),
      length,
      id,
      coseKey(Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')),
    ]);
    return {
      id: base64url(id),
      rawId: base64url(id),
      type: 'public-key',
      response: {
        clientDataJSON: base64url(this.#clientData(deceit.type ?? 'webauthn.create', options, deceit)),
        attestationObject: base64url(withoutAttestation(authData)),
        transports: ['usb'],
      },
    };
  }

  /** Answers a challenge. */
  answer(options: Asked, deceit: Deceit = {}): Assertion {
    const { id, privateKey, userHandle } = this.#held;
    if (this.#count > 0) this.#count += 1;
    const authData = this.#header(0, deceit);
    const clientData = this.#clientData(deceit.type ?? 'webauthn.get', options, deceit);
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), privateKey);
    return {
      id,
      rawId: id,
      type: 'public-key',
      response: {
        clientDataJSON: base64url(clientData),
        authenticatorData: base64url(authData),
        signature: base64url(signature),
        userHandle,
      },
    };
  }

  get #held(): Credential {
    if (!this.#credential) throw new Error('no passkey was made yet');
    return this.#credential;
  }

  #header(flags: number, { rpId = this.#held.rpId, verified = true, count = this.#count }: Deceit): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    const all = flags | PRESENT | (verified ? VERIFIED : 0);
    return Buffer.concat([sha256(rpId), Buffer.from([all]), counter]);
  }

  #clientData(type: string, { challenge }: Asked, { origin = this.#origin }: Deceit): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }
}

/** {1: 2, 3: -7, -1: 1, -2: x, -3: y}: EC2, ES256, P-256 (RFC 9053). */
function coseKey(x: Buffer, y: Buffer): Buffer {
  const head = Buffer.from('a5010203262001215820', 'hex');
  return Buffer.concat([head, x, Buffer.from('225820', 'hex'), y]);
}

/** {fmt: 'none', attStmt: {}, authData} in CBOR; the data is longer than 255 bytes never. */
function withoutAttestation(authData: Buffer): Buffer {
  const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    Buffer.from([0x58, authData.length]),
    authData,
  ]);
}
