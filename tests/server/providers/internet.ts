import type { Transport } from '../../../server/providers/provider-fetch';

/** What lies where, as our server and a browser of a story see it: an address of the world leads to this machine. */
export class Internet {
  readonly #places = new Map<string, string>();
  /** Every address that our server asked for, in order. */
  readonly asked: string[] = [];

  /** @param origin of the world @param there where it lies in truth; null: nobody answers */
  put(origin: string, there: string | null): void {
    if (there === null) this.#places.delete(origin);
    else this.#places.set(origin, there);
  }

  /** For our server. */
  readonly transport: Transport = (url, options) => {
    this.asked.push(url);
    return this.#fetch(url, options);
  };

  /**
   * Follows a browser from the address that our server gave until the provider sends it back.
   * @returns the parameters with which it came back
   */
  async visit(url: string, returnTo: string): Promise<URLSearchParams> {
    const cookies = new Map<string, string>();
    let next = url;
    for (let hops = 0; hops < 10; hops++) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await this.#fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const set of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = set.split(';')[0]!.split(/=(.*)/);
        cookies.set(name, value);
      }
      const location = answer.headers.get('location');
      if (location === null)
        throw new Error(`no way on from ${next}: ${String(answer.status)} ${await answer.text()}`);
      next = new URL(location, next).href;
      if (next.startsWith(returnTo)) return new URL(next).searchParams;
    }
    throw new Error('the provider never sent the browser back');
  }

  async #fetch(url: string, options: RequestInit): Promise<Response> {
    const { origin, host, protocol } = new URL(url);
    const there = this.#places.get(origin);
    if (there === undefined) throw new TypeError('nobody answers there');
    const headers = new Headers(options.headers);
    headers.set('x-forwarded-host', host);
    headers.set('x-forwarded-proto', protocol.slice(0, -1));
    return fetch(url.replace(origin, there), { ...options, headers });
  }
}
