import { argon2id } from 'hash-wasm';

/** What the page asks: stretch these bytes. */
export interface StretchRequest {
  secret: Uint8Array;
  salt: Uint8Array;
  memoryKiB: number;
  passes: number;
}

/** 32 bytes; null where WebAssembly is blocked or memory is short. */
export type StretchReply = Uint8Array | null;

/*
 * Argon2id in a worker of its own: it takes about a second, and only this script's own response allows WebAssembly
 * (the page's content security policy does not).
 */
addEventListener('message', (event: MessageEvent<StretchRequest>) => {
  void stretch(event.data).then((reply) => postMessage(reply));
});

async function stretch({ secret, salt, memoryKiB, passes }: StretchRequest): Promise<StretchReply> {
  try {
    return await argon2id({
      password: secret,
      salt,
      parallelism: 1,
      iterations: passes,
      memorySize: memoryKiB,
      hashLength: 32,
      outputType: 'binary',
    });
  } catch {
    return null;
  }
}
