import type { Readable } from 'node:stream';
import type Koa from 'koa';
import type Router from '@koa/router';
import * as v from 'valibot';
import { contract, type EndpointName } from '../../protocol/contract';
import { PERSON_HEADER, type Endpoint } from '../../protocol/endpoint';
import { problems } from '../../protocol/problems';
import { anybody, type Actor, type DeviceActor, type StaffActor } from '../access/actor';
import { anyObject, can } from '../access/can';
import { parseJson, readBody } from './body';
import type { AllHandlers, Answer, RequestFacts } from './call';
import { clientAddress } from './client-address';
import { readCookie, writeCookie } from './cookies';
import { sendDownload } from './download';
import type { CallLimits } from './limits';
import { ownOrigin } from './own-origin';
import { problem } from './problem';
import type { Resolvers } from './resolve';

export interface MountOptions {
  readonly handlers: AllHandlers;
  readonly resolvers: Resolvers;
  readonly limits: CallLimits;
  /** True behind TLS: cookies get `__Host-` and Secure. */
  readonly secure: boolean;
  /** Proxies in front whose word on a caller's address counts (TRUST_PROXY). */
  readonly proxies: number;
}

interface Callers {
  readonly staff: StaffActor | null;
  readonly device: DeviceActor | null;
}

/** An endpoint as the mount sees it: its schemas' exact types matter only to handlers and callers. */
type AnyCall = (call: object) => Promise<unknown>;

/**
 * Hangs every endpoint of the contract on the router: limit → session → elevation → validate → handler.
 * @throws at start-up when an endpoint has no handler or a handler no endpoint.
 */
export function mountContract(router: Router, options: MountOptions): void {
  const names = Object.keys(contract) as EndpointName[];
  const given = Object.keys(options.handlers);
  const missing = names.filter((name) => !given.includes(name));
  const extra = given.filter((name) => !names.includes(name as EndpointName));
  if (missing.length + extra.length > 0) {
    throw new Error(
      `no handler for: ${missing.join(', ') || '–'}; no endpoint for: ${extra.join(', ') || '–'}`,
    );
  }
  for (const name of names) {
    const endpoint: Endpoint = contract[name];
    router.register(endpoint.path, [endpoint.method.toLowerCase()], (ctx: Koa.Context) =>
      answer(ctx, name, endpoint, options),
    );
  }
}

async function answer(
  ctx: Koa.Context,
  name: EndpointName,
  endpoint: Endpoint,
  options: MountOptions,
): Promise<void> {
  const request = requestFacts(ctx, options);
  if (endpoint.limit.per === 'address') options.limits.count(name, request.address, endpoint.limit);
  const schoolId = await options.resolvers.school(request);
  const body = endpoint.bodyType === 'none' ? new Uint8Array() : await readBody(ctx.req, endpoint.maxBody);
  const callers = await findCallers(request, schoolId, body, endpoint, options.resolvers);
  if (endpoint.limit.per !== 'address') countCaller(name, endpoint, callers, request, options.limits);
  if (callers.staff && endpoint.caller !== 'public') ctx.set(PERSON_HEADER, callers.staff.staffId);
  authorise(endpoint, callers);
  const checked = {
    params: check(endpoint.params, paramsOf(ctx), 'params'),
    query: check(endpoint.query, queryOf(ctx), 'query'),
    body: endpoint.bodyType === 'json' ? check(endpoint.body, parseJson(body), 'body') : body,
  };
  const reply = answerOf(ctx, options.secure);
  const handler = options.handlers[name] as unknown as AnyCall;
  const result = await handler({ ...checked, ...callers, schoolId, request, answer: reply });
  send(ctx, endpoint, result);
}

async function findCallers(
  request: RequestFacts,
  schoolId: string | null,
  body: Uint8Array,
  endpoint: Endpoint,
  resolvers: Resolvers,
): Promise<Callers> {
  if (endpoint.caller === 'device' || endpoint.caller === 'author') {
    const device = await resolvers.device(request, schoolId, body);
    const staff = device && endpoint.caller === 'author' ? await resolvers.author(device, body) : null;
    return { device, staff };
  }
  return { device: null, staff: await resolvers.session(request, schoolId, endpoint.activity) };
}

function countCaller(
  name: EndpointName,
  endpoint: Endpoint,
  callers: Callers,
  request: RequestFacts,
  limits: CallLimits,
): void {
  const caller = callers.device?.deviceId ?? callers.staff?.accountId ?? request.address;
  limits.count(name, caller, endpoint.limit);
}

/** Closed by default: the caller class first, then the action with no object in particular. */
function authorise(endpoint: Endpoint, { staff, device }: Callers): void {
  if (endpoint.caller === 'device' && !device && !endpoint.signedRefusal) throw problem('delivery-refused');
  // Told to the device itself, which has signed the call: it lets its pupils go (access.md).
  if (endpoint.caller === 'author' && device?.revoked) throw problem('device-revoked');
  if (endpoint.caller === 'author' && !(device && staff)) throw problem('delivery-refused');
  if ((endpoint.caller === 'session' || endpoint.caller === 'elevated') && !staff)
    throw problem('log-in-needed');
  if (endpoint.caller === 'elevated' && !staff?.elevated) throw problem('elevation-needed');
  const actor: Actor = staff ?? device ?? anybody;
  if (endpoint.action && !can(actor, endpoint.action, anyObject)) throw problem('not-found');
}

function check(schema: v.GenericSchema, value: unknown, where: string): unknown {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const path = issue.path?.map((part) => String(part.key)).join('.');
  throw problem('not-valid', { field: path ? `${where}.${path}` : where, title: sentenceOf(issue.message) });
}

/** Our own sentences end with a full stop; valibot's technical ones do not reach a person. */
function sentenceOf(message: string): string {
  return message.endsWith('.') ? message : problems['not-valid'].title;
}

function paramsOf(ctx: Koa.Context): object {
  return { ...(ctx.params as Record<string, string>) };
}

/** Query as an object without prototype tricks; a repeated parameter stays an array and is refused by its schema. */
function queryOf(ctx: Koa.Context): object {
  return { ...ctx.query };
}

function requestFacts(ctx: Koa.Context, { secure, proxies }: MountOptions): RequestFacts {
  return {
    origin: ownOrigin(ctx, secure),
    address: clientAddress(ctx, proxies),
    browser: ctx.get('user-agent').slice(0, 200),
    header: (name) => ctx.get(name) || undefined,
    cookie: (name) => readCookie(ctx, name, secure),
  };
}

function answerOf(ctx: Koa.Context, secure: boolean): Answer {
  return {
    setCookie: (name, value, days) => writeCookie(ctx, { name, value, secure, days }),
    setType: (type) => ctx.set('Content-Type', type),
    stream: (stream: Readable, type: string, fileName?: string) => {
      ctx.set('Content-Type', type);
      if (fileName !== undefined) ctx.set('Content-Disposition', `attachment; filename="${fileName}"`);
      ctx.body = stream;
    },
    download: (file) => sendDownload(ctx, file),
  };
}

const keeping = { never: 'no-store', 'for-ever': 'public, max-age=31536000, immutable' } as const;

/** The reply passes its own schema, so that no field leaves that the contract does not name. */
function send(ctx: Koa.Context, endpoint: Endpoint, result: unknown): void {
  ctx.set('Cache-Control', keeping[endpoint.keeps]);
  if (endpoint.replyType === 'stream') return;
  if (endpoint.replyType === 'none') {
    ctx.status = 204;
    return;
  }
  if (endpoint.replyType === 'bytes') {
    const type = ctx.response.get('Content-Type');
    ctx.body = Buffer.from(result as Uint8Array);
    if (type) ctx.set('Content-Type', type);
    return;
  }
  ctx.body = v.parse(endpoint.reply, result);
}
