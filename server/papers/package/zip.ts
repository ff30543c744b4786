import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { configure, ZipWriter } from '@zip.js/zip.js';

// Everything runs on the thread that serves: a package is made a piece at a time, while others are answered.
configure({ useWebWorkers: false });

/** What was put into a package: its path, size and hash, as the manifest says them. */
export interface Entry {
  readonly path: string;
  readonly size: number;
  /** hex */
  readonly sha256: string;
}

/** A ZIP file under AES-256 (AE-2), made while it is read. Names of its entries can be read without the code. */
export class Package {
  readonly readable: Readable;
  readonly #whole = createHash('sha256');
  readonly #writer: ZipWriter<unknown>;
  #size = 0;

  /** @param code what opens it */
  constructor(code: string) {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        this.#whole.update(chunk);
        this.#size += chunk.length;
        controller.enqueue(chunk);
      },
    });
    this.readable = Readable.fromWeb(readable);
    this.#writer = new ZipWriter(writable, { password: code, encryptionStrength: 3 });
  }

  async add(path: string, content: AsyncIterable<Uint8Array>): Promise<Entry> {
    const hash = createHash('sha256');
    const counted = { size: 0 };
    const stream = ReadableStream.from<Uint8Array>(measured(content, hash, counted));
    await this.#writer.add(path, stream);
    return { path, size: counted.size, sha256: hash.digest('hex') };
  }

  /** @returns size and SHA-256 (hex) of the whole */
  async close(): Promise<{ size: number; sha256: string }> {
    await this.#writer.close();
    return { size: this.#size, sha256: this.#whole.digest('hex') };
  }
}

async function* measured(content: AsyncIterable<Uint8Array>, hash: Hash, counted: { size: number }) {
  for await (const chunk of content) {
    hash.update(chunk);
    counted.size += chunk.length;
    yield chunk;
  }
}
