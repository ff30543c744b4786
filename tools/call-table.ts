import type { Plugin } from 'vite';
import { contract } from '../protocol/contract';

/**
 * Works the client's call table out at build time: method, path and kinds of body and reply. The schemas of the
 * contract are for the server and for types; in the page they would weigh more than the record form itself.
 */
export function callTableOfContract(): Plugin {
  return {
    name: 'heed-call-table',
    apply: 'build',
    enforce: 'pre',
    transform(_code, id) {
      if (!id.endsWith('/client/data/call-table.ts')) return null;
      const rows = Object.entries(contract)
        .filter(([, { caller }]) => caller !== 'device' && caller !== 'author')
        .map(([name, { method, path, bodyType, replyType }]) => [
          name,
          { method, path, bodyType, replyType },
        ]);
      return { code: `export const callTable = ${JSON.stringify(Object.fromEntries(rows))};`, map: null };
    },
  };
}
