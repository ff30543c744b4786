import { contract, type Contract, type EndpointName } from '../../protocol/contract';

/** What a page needs of an endpoint to call it: everything else of the contract is types. */
export interface CallRow {
  method: string;
  /** with `:name` parts */
  path: string;
  bodyType: 'json' | 'bytes' | 'none';
  replyType: 'json' | 'bytes' | 'stream' | 'none';
}

/** What a page calls by its session, or as nobody. What device or author sign goes its own way (offline/delivery). */
export type PageCall = {
  [Name in EndpointName]: Contract[Name]['caller'] extends 'device' | 'author' ? never : Name;
}[EndpointName];

/** The contract without its schemas, by the endpoint's name. Plain data, so that a build may work it out once. */
export const callTable = Object.fromEntries(
  Object.entries(contract)
    .filter(([, { caller }]) => caller !== 'device' && caller !== 'author')
    .map(([name, { method, path, bodyType, replyType }]) => [name, { method, path, bodyType, replyType }]),
) as Record<PageCall, CallRow>;
