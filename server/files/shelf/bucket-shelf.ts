import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import type { BucketPlace } from './bucket-place';
import { NotThere, type Content, type Shelf } from './shelf';

/** The longest wait for an answer, ms; then whoever wanted the file tries again. */
const ANSWER_WITHIN = 60_000;
/** Tries beside the first, where the bucket is busy or broken. */
const RETRIES = 3;

/** What a bucket answered instead of doing it. */
export class BucketFault extends Error {
  override readonly name = 'BucketFault';
}

/**
 * Sealed files in a bucket that speaks S3, for several server processes without a shared disk (decision 25). One PUT is whole
 * or not at all; its digest goes with it, so that the bucket refuses what was changed on its way.
 */
export class BucketShelf implements Shelf {
  readonly #place: BucketPlace;
  readonly #client: AwsClient;
  readonly #answerWithin: number;

  /** @param answerWithin ms, until an answer begins: whoever reads a file may take longer than that */
  constructor(place: BucketPlace, answerWithin = ANSWER_WITHIN) {
    this.#place = place;
    this.#answerWithin = answerWithin;
    const { accessKeyId, secretAccessKey, region } = place;
    this.#client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES });
  }

  /** The largest is 25 MB: it is put together first, since a bucket wants to know its length. */
  async put(path: string, content: Content): Promise<void> {
    const pieces: Uint8Array[] = [];
    for await (const piece of content) pieces.push(piece);
    const body = Buffer.concat(pieces);
    const sha256 = createHash('sha256').update(body).digest('hex');
    const answer = await this.#ask('PUT', this.#keyOf(path), { body, sha256 });
    await this.#mustBeDone(answer);
  }

  async *read(path: string): AsyncGenerator<Buffer> {
    const answer = await this.#ask('GET', this.#keyOf(path));
    if (answer.status === 404) {
      await answer.body?.cancel();
      throw new NotThere(path);
    }
    if (!answer.ok || !answer.body) throw await this.#faultOf(answer);
    for await (const piece of answer.body as AsyncIterable<Uint8Array>) yield Buffer.from(piece);
  }

  async remove(path: string): Promise<void> {
    const answer = await this.#ask('DELETE', this.#keyOf(path));
    if (answer.status !== 404) await this.#mustBeDone(answer);
  }

  async *list(): AsyncGenerator<string> {
    const { prefix } = this.#place;
    for (let next: string | null = ''; next !== null; ) {
      const query = new URLSearchParams({ 'list-type': '2', prefix });
      if (next !== '') query.set('continuation-token', next);
      const answer = await this.#ask('GET', `?${query.toString()}`);
      if (!answer.ok) throw await this.#faultOf(answer);
      const page = await answer.text();
      for (const key of valuesOf(page, 'Key')) yield key.slice(prefix.length);
      next = valuesOf(page, 'NextContinuationToken')[0] ?? null;
    }
  }

  /** What was there stays: nothing names it any more, and a bucket keeps it as long as its owner says. */
  async replace(paths: readonly string[], read: (path: string) => Content): Promise<void> {
    for (const path of paths) await this.put(path, read(path));
  }

  /** A bucket has no halves. */
  async tidy(): Promise<void> {}

  #keyOf(path: string): string {
    return `/${this.#place.prefix}${path}`;
  }

  async #ask(
    method: string,
    rest: string,
    { body = null, sha256 = EMPTY }: { body?: Buffer<ArrayBuffer> | null; sha256?: string } = {},
  ): Promise<Response> {
    const { endpoint, bucket } = this.#place;
    const waited = new AbortController();
    const timer = setTimeout(() => waited.abort(), this.#answerWithin);
    try {
      return await this.#client.fetch(`${endpoint}/${bucket}${rest}`, {
        method,
        body,
        headers: { 'x-amz-content-sha256': sha256 },
        redirect: 'error',
        signal: waited.signal,
      });
    } finally {
      clearTimeout(timer);
    }
  }

  async #mustBeDone(answer: Response): Promise<void> {
    if (!answer.ok) throw await this.#faultOf(answer);
    await answer.body?.cancel();
  }

  async #faultOf(answer: Response): Promise<BucketFault> {
    const [code = 'no reason'] = valuesOf(await answer.text().catch(() => ''), 'Code');
    return new BucketFault(`the bucket answered ${String(answer.status)}, ${code}`);
  }
}

/** SHA-256 of nothing, as AWS wants it said. */
const EMPTY = createHash('sha256').digest('hex');

/** The texts of all elements of one name; keys, tokens and codes hold no other elements. */
function valuesOf(xml: string, element: string): string[] {
  const found = xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'));
  return Array.from(found, ([, text = '']) => text.replaceAll('&amp;', '&'));
}
