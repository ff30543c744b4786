import type { Readable } from 'node:stream';
import type { Contract, EndpointName } from '../../protocol/contract';
import type { BodyOf, ParamsOf, QueryOf, ReplyOf } from '../../protocol/endpoint';
import type { DeviceActor, StaffActor } from '../access/actor';

/** One call of an endpoint, checked against its schemas, with the caller already known. */
export interface Call<Name extends EndpointName> {
  readonly params: ParamsOf<Contract[Name]>;
  readonly query: QueryOf<Contract[Name]>;
  readonly body: BodyOf<Contract[Name]>;
  /** The logged-in person; on `public` endpoints null where nobody is. */
  readonly staff: Contract[Name]['caller'] extends 'public' | 'device' ? StaffActor | null : StaffActor;
  /** The signing device on `device` and `author` endpoints. */
  readonly device: DeviceOf<Name>;
  /** The school whose address was opened; null before any school is set up. */
  readonly schoolId: string | null;
  readonly request: RequestFacts;
  readonly answer: Answer;
}

/** Only deliveries are answered to a device that nobody knows, by a signed refusal (envelope.md, Delivering). */
type DeviceOf<Name extends EndpointName> = Name extends 'deliverEnvelopes'
  ? DeviceActor | null
  : Contract[Name]['caller'] extends 'device' | 'author'
    ? DeviceActor
    : null;

export interface RequestFacts {
  /** Origin under which the person opened Heed, without a trailing slash. */
  readonly origin: string;
  /** Address of the caller, behind TRUST_PROXY proxies; for limits only, never stored in clear. */
  readonly address: string;
  readonly browser: string;
  header(name: string): string | undefined;
  cookie(name: CookieName): string | undefined;
}

/**
 * session: HttpOnly log-in. browser: this browser has logged this person in before. device: D13's opaque mark.
 * passkey: the browser that was asked for a passkey to log in with, until it is closed. sign-in: likewise, at a provider.
 */
export type CookieName = 'session' | 'browser' | 'device' | 'passkey' | 'sign-in';

export interface Answer {
  /** Sets a cookie for `days`, or removes it when value is null. */
  setCookie(name: CookieName, value: string | null, days?: number): void;
  /** The reply's own content type, for endpoints that answer bytes. */
  setType(type: string): void;
  /** Answers with a stream that the handler goes on writing (live inbox). @param fileName where it is to be saved: plain ASCII */
  stream(stream: Readable, type: string, fileName?: string): void;
  /** Answers with a file that somebody has sent: never shown in a page, never run. */
  download(file: Download): void;
}

/** A file from outside, on its way to somebody who may have it. */
export interface Download {
  readonly stream: Readable;
  /** As it is to be saved. */
  readonly name: string;
  /** By our own look at its bytes. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

export type Handler<Name extends EndpointName> = (
  call: Call<Name>,
) => Promise<ReplyOf<Contract[Name]> | void>;

/** Handlers for some endpoints; together the folders must cover the contract, or the server does not start. */
export type Handlers = { readonly [Name in EndpointName]?: Handler<Name> };
export type AllHandlers = { readonly [Name in EndpointName]: Handler<Name> };
