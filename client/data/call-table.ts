import { API, callPaths, type CallAtOnce, type CallPaths, type PageCall } from './call-paths';

/** What a page needs of an endpoint to call it: everything else of the contract is types. */
export interface CallRow {
  method: string;
  /** with `:name` parts */
  path: string;
  bodyType: 'json' | 'bytes' | 'none';
  replyType: 'json' | 'bytes' | 'stream' | 'none';
}

type CallTable<Name extends PageCall> = Readonly<Record<Name, CallRow>>;

/** The contract without its schemas, by the endpoint's name: what every page needs. */
export const callTable = tableOf<CallAtOnce>(callPaths);

/**
 * The row of any call.
 * @throws what the import throws when the script that has it did not come
 */
export async function rowOf(name: PageCall): Promise<CallRow> {
  return isAtOnce(name) ? callTable[name] : (await tableAtDesk())[name];
}

const isAtOnce = (name: PageCall): name is CallAtOnce => name in callTable;

type CallAtDesk = Exclude<PageCall, CallAtOnce>;

let atDesk: Promise<CallTable<CallAtDesk>> | null = null;

function tableAtDesk(): Promise<CallTable<CallAtDesk>> {
  atDesk ??= import('./call-paths-at-desk').then(({ callPathsAtDesk }) => tableOf<CallAtDesk>(callPathsAtDesk));
  // What did not come is asked for again by the next call.
  atDesk.catch(() => (atDesk = null));
  return atDesk;
}

function tableOf<Name extends PageCall>(groups: CallPaths): CallTable<Name> {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([kinds, paths]) => {
      const [method, bodyType, replyType] = kinds.split(' ');
      return Object.entries(paths).map(([name, path]) => [
        name,
        { method, path: API + path, bodyType, replyType },
      ]);
    }),
  ) as CallTable<Name>;
}
