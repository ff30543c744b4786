import { contract, type Contract, type EndpointName } from '../../protocol/contract';

/** What a page calls by its session, or as nobody. What device or author sign goes its own way (offline/delivery). */
export type PageCall = {
  [Name in EndpointName]: Contract[Name]['caller'] extends 'device' | 'author' ? never : Name;
}[EndpointName];

/** Paths below {@link API} by the endpoint's name, grouped by "method body reply". */
export type CallPaths = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Under `/api/`; what stands here once need not stand in every row. */
export const API = '/api/';

/**
 * What the shell itself calls, and the addresses that are not fetched but given to the browser. Every opening of the
 * record form carries these rows; those of all other calls come with the first of them (call-paths-at-desk.ts).
 */
const AT_ONCE = [
  'endElevation',
  'enrolDevice',
  'exportAudit',
  'exportCounts',
  'joinDevice',
  'leaveDevice',
  'logOut',
  'openUnlockKey',
  'printHelp',
  'readBoard',
  'readEmblem',
  'readRoll',
  'readSession',
  'stillTyping',
  'watchInbox',
] as const satisfies readonly PageCall[];

export type CallAtOnce = (typeof AT_ONCE)[number];

/** {@link pathsOf} the calls at once. Plain data, so that a build works it out once (tools/call-table.ts). */
export const callPaths: CallPaths = pathsOf(true);

/**
 * The smallest form of the contract without its schemas.
 * @param atOnce whether of the calls at once, or of all others
 */
export function pathsOf(atOnce: boolean): CallPaths {
  const early: readonly string[] = AT_ONCE;
  const groups: Record<string, Record<string, string>> = {};
  for (const [name, { caller, method, path, bodyType, replyType }] of Object.entries(contract)) {
    if (caller === 'device' || caller === 'author' || early.includes(name) !== atOnce) continue;
    const group = (groups[`${method} ${bodyType} ${replyType}`] ??= {});
    group[name] = path.slice(API.length);
  }
  return groups;
}
