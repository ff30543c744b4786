/*
 * WebCrypto's keys by their shape. The protocol names them itself, because the browsers' typings call the type
 * `CryptoKey` and Node's call it `webcrypto.CryptoKey`: each of them is one of these, and the other way round.
 */

/** A key of WebCrypto. Structurally the platform's own `CryptoKey`. */
export interface WebKey {
  readonly algorithm: { name: string };
  readonly extractable: boolean;
  readonly type: 'private' | 'public' | 'secret';
  readonly usages: (
    | 'decrypt'
    | 'deriveBits'
    | 'deriveKey'
    | 'encrypt'
    | 'sign'
    | 'unwrapKey'
    | 'verify'
    | 'wrapKey'
  )[];
}

/** Both halves of a key of WebCrypto. */
export interface WebKeyPair {
  privateKey: WebKey;
  publicKey: WebKey;
}
