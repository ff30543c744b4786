import { createContext } from '@lit/context';
import { Held } from './held';

/**
 * Whether the school has lately been reached. `navigator.onLine` is only a hint (true behind a dead router), so an
 * answer of the school decides; `unknown` until the first one.
 */
export type Connectivity = 'unknown' | 'reached' | 'unreached';

/** Provide it from {@link watchConnectivity}. */
export const connectivityContext = createContext<Connectivity>('connectivity');

const held = new Held<Connectivity>(navigator.onLine ? 'unknown' : 'unreached');

addEventListener('offline', () => held.set('unreached'));
addEventListener('online', () => held.set('unknown'));

/** The school has answered something. */
export function noteReached(): void {
  held.set('reached');
}

/** A request came back with nothing. */
export function noteUnreached(): void {
  held.set('unreached');
}

/** Calls `listener` now and after each change. @returns stops it */
export function watchConnectivity(listener: (connectivity: Connectivity) => void): () => void {
  return held.watch(listener);
}
