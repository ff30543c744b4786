import { API, callPaths, type PageCall } from './call-paths';

/** What a page needs of an endpoint to call it: everything else of the contract is types. */
export interface CallRow {
  method: string;
  /** with `:name` parts */
  path: string;
  bodyType: 'json' | 'bytes' | 'none';
  replyType: 'json' | 'bytes' | 'stream' | 'none';
}

/** The contract without its schemas, by the endpoint's name. */
export const callTable = Object.fromEntries(
  Object.entries(callPaths).flatMap(([kinds, paths]) => {
    const [method, bodyType, replyType] = kinds.split(' ');
    return Object.entries(paths).map(([name, path]) => [
      name,
      { method, path: API + path, bodyType, replyType },
    ]);
  }),
) as Record<PageCall, CallRow>;
