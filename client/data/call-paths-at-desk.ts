import { pathsOf, type CallPaths } from './call-paths';

/** The calls that no page makes before somebody does something at a desk. Worked out by a build like the first ones. */
export const callPathsAtDesk: CallPaths = pathsOf(false);
