import type { Plugin } from 'vite';
import { API, callPaths, pathsOf } from '../client/data/call-paths';

const MADE: Readonly<Record<string, string>> = {
  '/client/data/call-paths.ts': `export const API = ${JSON.stringify(API)};
export const callPaths = ${JSON.stringify(callPaths)};`,
  '/client/data/call-paths-at-desk.ts': `export const callPathsAtDesk = ${JSON.stringify(pathsOf(false))};`,
};

/**
 * Works the client's call tables out at build time: method, path and kinds of body and reply. The schemas of the
 * contract are for the server and for types; in the page they would weigh more than the record form itself.
 */
export function callTableOfContract(): Plugin {
  return {
    name: 'heed-call-table',
    apply: 'build',
    enforce: 'pre',
    transform(_code, id) {
      const made = Object.entries(MADE).find(([file]) => id.endsWith(file));
      return made ? { code: made[1], map: null } : null;
    },
  };
}
