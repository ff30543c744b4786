/*
 * The few globals that every runtime of the product has and that a bare ES library does not declare
 * (architecture.md, import rules). Only protocol/tsconfig.json includes this file: client and worker get the
 * same names from lib DOM or WebWorker, the server from @types/node. Interfaces merge and the variables repeat
 * lib DOM's declarations word for word, so a project that includes it by mistake still compiles.
 */

interface CryptoKey {
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

interface CryptoKeyPair {
  privateKey: CryptoKey;
  publicKey: CryptoKey;
}

interface SubtleCrypto {
  digest(algorithm: 'SHA-256', data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  generateKey(
    algorithm: { name: string; namedCurve: string },
    extractable: boolean,
    keyUsages: ('sign' | 'verify' | 'deriveBits')[],
  ): Promise<CryptoKeyPair>;
  importKey(
    format: 'raw' | 'pkcs8',
    keyData: Uint8Array<ArrayBuffer>,
    algorithm: { name: string; namedCurve: string },
    extractable: boolean,
    keyUsages: ('sign' | 'verify' | 'deriveBits')[],
  ): Promise<CryptoKey>;
  importKey(
    format: 'raw',
    keyData: Uint8Array<ArrayBuffer>,
    algorithm: 'AES-GCM',
    extractable: boolean,
    keyUsages: ('encrypt' | 'decrypt')[],
  ): Promise<CryptoKey>;
  encrypt(
    algorithm: { name: string; iv: Uint8Array<ArrayBuffer>; additionalData: Uint8Array<ArrayBuffer> },
    key: CryptoKey,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<ArrayBuffer>;
  decrypt(
    algorithm: { name: string; iv: Uint8Array<ArrayBuffer>; additionalData: Uint8Array<ArrayBuffer> },
    key: CryptoKey,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<ArrayBuffer>;
  exportKey(format: 'raw' | 'pkcs8', key: CryptoKey): Promise<ArrayBuffer>;
  sign(
    algorithm: { name: string; hash: string },
    key: CryptoKey,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<ArrayBuffer>;
  verify(
    algorithm: { name: string; hash: string },
    key: CryptoKey,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
}

interface Crypto {
  readonly subtle: SubtleCrypto;
  getRandomValues(array: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
}

declare var crypto: Crypto;

interface TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

declare var TextEncoder: {
  prototype: TextEncoder;
  new (): TextEncoder;
};

interface TextDecoder {
  decode(input?: Uint8Array): string;
}

declare var TextDecoder: {
  prototype: TextDecoder;
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};
