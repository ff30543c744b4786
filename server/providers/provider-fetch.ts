import type { CustomFetch } from 'openid-client';
import type { ProviderFault } from '../../protocol/providers';

/** How the server reaches providers; a test gives its own, which leads to this machine. */
export type Transport = (url: string, options: RequestInit) => Promise<Response>;

/** Longest answer of a provider; keys and descriptions are some ten kilobytes. */
const MOST_BYTES = 256 * 1024;

/**
 * Why a provider could not be asked. A TypeError, as fetch itself throws: openid-client hands those on as they are.
 */
export class ProviderAway extends TypeError {
  readonly why: ProviderFault;
  constructor(why: ProviderFault) {
    super(why);
    this.why = why;
  }
}

/**
 * A fetch that speaks with these origins and no other, whatever a provider's description names: the server stands in the
 * school's own network. Redirects are answers like any other, and long answers are cut off.
 * @throws ProviderAway
 */
export function providerFetch(origins: ReadonlySet<string>, transport: Transport = fetch): CustomFetch {
  return async (url, options) => {
    if (!origins.has(new URL(url).origin)) throw new ProviderAway('not-usable');
    const { method, headers, body, signal } = options;
    try {
      const answer = await transport(url, {
        method,
        headers,
        body: body as NonNullable<RequestInit['body']> | null,
        redirect: 'manual',
        ...(signal ? { signal } : {}),
      });
      return await whole(answer);
    } catch (fault) {
      if (fault instanceof ProviderAway) throw fault;
      throw new ProviderAway(signal?.aborted ? 'slow' : 'unreachable');
    }
  };
}

async function whole(answer: Response): Promise<Response> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > MOST_BYTES) throw new ProviderAway('not-usable');
    parts.push(part);
  }
  const type = answer.headers.get('content-type');
  return new Response(length === 0 ? null : Buffer.concat(parts), {
    status: answer.status,
    headers: type === null ? {} : { 'content-type': type },
  });
}
