import type { Plugin } from 'vite';
import { API, callPaths } from '../client/data/call-paths';

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
      if (!id.endsWith('/client/data/call-paths.ts')) return null;
      const code = `export const API = ${JSON.stringify(API)};
export const callPaths = ${JSON.stringify(callPaths)};`;
      return { code, map: null };
    },
  };
}
