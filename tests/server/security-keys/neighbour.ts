import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { contract, type Contract, type EndpointName } from '../../../protocol/contract';
import type { ReplyOf } from '../../../protocol/endpoint';
import type { Problem } from '../../../protocol/problems';
import type { TestHouse } from '../house';

/** A browser at another school of the same server, `<site>.localhost`: no such name is known to this machine. */
export class Neighbour {
  readonly host: string;
  readonly origin: string;
  readonly #house: TestHouse;
  readonly #cookies = new Map<string, string>();

  constructor(house: TestHouse, site: string) {
    this.#house = house;
    this.host = `${site}.localhost:${new URL(house.origin).port}`;
    this.origin = `http://${this.host}`;
  }

  async call<Name extends EndpointName>(
    name: Name,
    body?: unknown,
  ): Promise<{ status: number; reply: ReplyOf<Contract[Name]>; problem: Problem; said: string }> {
    const { method, path } = contract[name];
    const cookie = [...this.#cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const said = await new Promise<{ status: number; said: string }>((resolve, reject) => {
      const sent = request(`${this.#house.origin}${path}`, { method }, (answer) => {
        for (const line of answer.headers['set-cookie'] ?? []) this.#keep(line);
        text(answer).then((whole) => resolve({ status: answer.statusCode ?? 0, said: whole }), reject);
      });
      sent.setHeader('host', this.host);
      sent.setHeader('cookie', cookie);
      if (body !== undefined) sent.setHeader('content-type', 'application/json');
      sent.on('error', reject).end(body === undefined ? '' : JSON.stringify(body));
    });
    const json: unknown = JSON.parse(said.said);
    return { ...said, reply: json as ReplyOf<Contract[Name]>, problem: json as Problem };
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}
