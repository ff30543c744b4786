import { contract, type Contract, type EndpointName } from '../../protocol/contract';

/** What a page calls by its session, or as nobody. What device or author sign goes its own way (offline/delivery). */
export type PageCall = {
  [Name in EndpointName]: Contract[Name]['caller'] extends 'device' | 'author' ? never : Name;
}[EndpointName];

/** Under `/api/`; what stands here once need not stand in every row. */
export const API = '/api/';

/**
 * Of every endpoint that a page calls its path below {@link API}, grouped by "method body reply": the smallest form of
 * the contract without its schemas. Plain data, so that a build works it out once (tools/call-table.ts).
 */
export const callPaths: Readonly<Record<string, Readonly<Record<string, string>>>> = groupPaths();

function groupPaths(): Record<string, Record<string, string>> {
  const groups: Record<string, Record<string, string>> = {};
  for (const [name, { caller, method, path, bodyType, replyType }] of Object.entries(contract)) {
    if (caller === 'device' || caller === 'author') continue;
    const group = (groups[`${method} ${bodyType} ${replyType}`] ??= {});
    group[name] = path.slice(API.length);
  }
  return groups;
}
