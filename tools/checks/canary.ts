/** Used by nobody: `unused.ts` beside it expects knip to report this file, and so knows that knip is looking. */
export const canary = 'sings';
