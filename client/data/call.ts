import type * as v from 'valibot';
import type { Contract } from '../../protocol/contract';
import { PERSON_HEADER, type Endpoint, type ReplyOf } from '../../protocol/endpoint';
import type { Session } from '../../protocol/accounts';
import type { Problem } from '../../protocol/problems';
import { faults } from '../strings/faults';
import { CallFault, unreachable } from './call-fault';
import type { CallAtOnce, PageCall } from './call-paths';
import { callTable, rowOf, type CallRow } from './call-table';

type InputsOf<E> =
  E extends Endpoint<infer P, infer Q, infer B>
    ? { params: v.InferInput<P>; query: v.InferInput<Q>; body: v.InferInput<B> }
    : never;
/** Parts that may be empty may be left out. */
type Needed<T> = { [K in keyof T as object extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as object extends T[K] ? K : never]?: T[K];
};
interface Extras {
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

/** What an endpoint wants from its caller: the parts of its schemas that are not empty. */
export type Given<Name extends PageCall> = Needed<InputsOf<Contract[Name]>> & Extras;

/** One pair of eyes on every call; the shell sets it. */
export interface CallWatch {
  /** runs one call, after what has to be done first */
  around: <T>(name: PageCall, run: () => Promise<T>) => Promise<T>;
  /** the unlocked person's staff id, or null while nobody is */
  unlockedPerson: () => string | null;
  /** the staff id of this page's session as far as the page knows, or null */
  sessionPerson: () => string | null;
  /** a reply told what this page's session now is */
  onSession: (session: Session | null, serverNow: number | null) => void;
  /** the school answered with a success */
  onReply: () => void;
  onFault: (fault: CallFault) => void;
}

let watch: CallWatch = {
  around: (_name, run) => run(),
  unlockedPerson: () => null,
  sessionPerson: () => null,
  onSession: () => undefined,
  onReply: () => undefined,
  onFault: () => undefined,
};

/** Sets who is told about every call's session and fault. */
export function watchCalls(by: CallWatch): void {
  watch = by;
}

/**
 * Calls an endpoint of the contract by its name: the only fetch of the page.
 * @throws CallFault for every answer that is not a success, and when no school answered
 */
export async function call<Name extends PageCall>(
  name: Name,
  ...[given]: object extends Given<Name> ? [Given<Name>?] : [Given<Name>]
): Promise<ReplyOf<Contract[Name]>> {
  try {
    const reply = await watch.around(name, () => request(name, given ?? {}));
    watch.onReply();
    return reply as ReplyOf<Contract[Name]>;
  } catch (fault) {
    if (fault instanceof CallFault) watch.onFault(fault);
    throw fault;
  }
}

/** The address of an endpoint, for what is no fetch: an EventSource, a picture, a link. */
export function addressOf(name: CallAtOnce): string {
  return callTable[name].path;
}

interface Loose extends Extras {
  params?: unknown;
  query?: unknown;
  body?: unknown;
}

/** A call, and once more when it was refused although the session goes on. */
async function request(name: PageCall, given: Loose): Promise<unknown> {
  try {
    return await requestOnce(name, given);
  } catch (fault) {
    const refused = fault instanceof CallFault && fault.code === 'log-in-needed';
    if (!refused || !(await isStillLoggedIn(name))) throw fault;
    return requestOnce(name, given);
  }
}

async function requestOnce(name: PageCall, given: Loose): Promise<unknown> {
  // A script that does not come is a school that does not answer.
  const row = await rowOf(name).catch(() => {
    throw unreachable();
  });
  const answer = await send(row, given);
  // Ending a session is right whoever's it was.
  if (name !== 'logOut') refuseOtherPerson(answer.headers.get(PERSON_HEADER));
  if (!answer.ok) throw await readProblem(answer);
  const reply = await readReply(row, answer);
  if (typeof reply === 'object' && reply !== null && 'session' in reply) {
    const session = reply.session as Session | null;
    refuseOtherPerson(session?.staffId ?? null);
    watch.onSession(session, clockOf(answer));
  }
  return reply;
}

/**
 * A refused call may have carried a token that another tab has just changed (elevation gives a new one): whether the
 * session has ended is for the school to say.
 * @returns whether the person who made the call is still logged in
 */
async function isStillLoggedIn(name: PageCall): Promise<boolean> {
  const before = watch.sessionPerson();
  asking ??= askForSession().finally(() => (asking = null));
  const { session, serverNow } = await asking;
  if (name === 'logOut') return session !== null;
  refuseOtherPerson(session?.staffId ?? null);
  watch.onSession(session, serverNow);
  return session !== null && session.staffId === before;
}

/** What the school has said; calls that were refused together ask once. */
let asking: Promise<{ session: Session | null; serverNow: number | null }> | null = null;

async function askForSession() {
  const answer = await send(callTable.readSession, {});
  if (!answer.ok) throw await readProblem(answer);
  const { session } = (await readReply(callTable.readSession, answer)) as { session: Session | null };
  return { session, serverNow: clockOf(answer) };
}

/** The school's clock, ms, where the answer tells it. */
function clockOf(answer: Response): number | null {
  return Date.parse(answer.headers.get('date') ?? '') || null;
}

async function send(row: CallRow, given: Loose): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', ...given.headers };
  const init: RequestInit = { method: row.method, headers, cache: 'no-store', redirect: 'error' };
  if (given.signal) init.signal = given.signal;
  if (row.bodyType === 'json') {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(given.body ?? {});
  } else if (row.bodyType === 'bytes') {
    headers['content-type'] ??= 'application/octet-stream';
    init.body = given.body as Uint8Array<ArrayBuffer>;
  }
  try {
    return await fetch(fillPath(row.path, given.params) + queryString(given.query), init);
  } catch (fault) {
    // A call that was given up by its caller is no fault; one that took too long is.
    if (given.signal?.aborted && !isTimeOut(given.signal.reason)) throw fault;
    throw unreachable();
  }
}

function isTimeOut(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}

function fillPath(path: string, params: unknown): string {
  const values = (params ?? {}) as Record<string, string>;
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

function queryString(query: unknown): string {
  const pairs = Object.entries((query ?? {}) as Record<string, string | undefined>);
  const given = pairs.filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

/** A success of another kind than the contract says is a captive portal's or proxy's page, never the school's. */
async function readReply(row: CallRow, answer: Response): Promise<unknown> {
  if (row.replyType === 'none') return undefined;
  // Read where it is wanted, while it comes (data/papers.ts).
  if (row.replyType === 'stream') return answer;
  if (row.replyType === 'bytes') return new Uint8Array(await answer.arrayBuffer());
  if (!isOfType(answer, 'application/json')) throw unreachable();
  return answer.json();
}

async function readProblem(answer: Response): Promise<CallFault> {
  if (!isOfType(answer, 'application/problem+json')) return unreachable();
  const problem = (await answer.json()) as Problem;
  return new CallFault(problem.code, problem.title, problem);
}

function isOfType(answer: Response, type: string): boolean {
  return (answer.headers.get('content-type') ?? '').startsWith(type);
}

/** Drops a reply unrendered when the session behind it is not the unlocked person's (access.md). */
function refuseOtherPerson(staffId: string | null): void {
  const unlocked = watch.unlockedPerson();
  if (staffId === null || unlocked === null || staffId === unlocked) return;
  throw new CallFault('other-person', faults.otherPerson);
}
