import * as v from 'valibot';
import type { Action } from './actions';

/** Who may call an endpoint (access.md, "Callers named in the contract table"). */
export type Caller = 'public' | 'device' | 'author' | 'session' | 'elevated';

type Schema = v.GenericSchema;

/** How often one caller may use an endpoint: `most` times in `seconds`, counted per `per`. */
export interface RateLimit {
  readonly most: number;
  readonly seconds: number;
  readonly per: 'address' | 'account' | 'device';
}

/**
 * One row of the contract table. The server mounts it, the client calls it, the access test and
 * docs/API.md are made from it.
 */
export interface Endpoint<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Reply extends Schema = Schema,
  Who extends Caller = Caller,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `:name` parts, below the origin. */
  readonly path: `/api/${string}`;
  readonly caller: Who;
  /** What `can()` is asked before anything happens; null where the caller alone decides. */
  readonly action: Action | null;
  /** True where the handler itself refuses unknown devices, by a signed reply (envelope.md, Delivering). */
  readonly signedRefusal: boolean;
  /** True when a call shows that a person is at work (keeps elevation alive). */
  readonly activity: boolean;
  /** One line for docs/API.md. */
  readonly summary: string;
  readonly limit: RateLimit;
  /** Largest body in bytes; JSON unless `bodyType` says otherwise. */
  readonly maxBody: number;
  readonly bodyType: 'json' | 'bytes' | 'none';
  readonly replyType: 'json' | 'bytes' | 'stream' | 'none';
  /** How long a browser may keep a reply: for ever only where its address names its very bytes. */
  readonly keeps: 'never' | 'for-ever';
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly reply: Reply;
}

/** Header of every answer to a session: the staff id of its person (access.md, "Unlock is not log-in"). */
export const PERSON_HEADER = 'heed-person';

export const nothing = v.strictObject({});
export const noReply = v.undefined();
export const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array);

const usual = {
  activity: true,
  signedRefusal: false,
  keeps: 'never',
  limit: { most: 120, seconds: 60, per: 'account' },
  maxBody: 64 * 1024,
  params: nothing,
  query: nothing,
} as const;

type Given<P extends Schema, Q extends Schema, B extends Schema, R extends Schema, C extends Caller> = Pick<
  Endpoint<P, Q, B, R, C>,
  'method' | 'path' | 'caller' | 'action' | 'summary'
> &
  Partial<Endpoint<P, Q, B, R, C>>;

/**
 * Declares one endpoint, with the usual limits where none are given.
 * A body schema makes a JSON body, no body schema none; the same for the reply.
 */
export function endpoint<
  P extends Schema = typeof nothing,
  Q extends Schema = typeof nothing,
  B extends Schema = typeof nothing,
  R extends Schema = typeof noReply,
  const C extends Caller = Caller,
>(given: Given<P, Q, B, R, C>): Endpoint<P, Q, B, R, C> {
  return {
    ...usual,
    bodyType: given.body ? 'json' : 'none',
    replyType: given.reply ? 'json' : 'none',
    body: nothing,
    reply: noReply,
    ...given,
  } as unknown as Endpoint<P, Q, B, R, C>;
}

export type ParamsOf<E> = E extends Endpoint<infer P> ? v.InferOutput<P> : never;
export type QueryOf<E> = E extends Endpoint<Schema, infer Q> ? v.InferOutput<Q> : never;
export type BodyOf<E> = E extends Endpoint<Schema, Schema, infer B> ? v.InferOutput<B> : never;
export type ReplyOf<E> = E extends Endpoint<Schema, Schema, Schema, infer R> ? v.InferOutput<R> : never;
