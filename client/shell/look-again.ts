import { watchConnectivity } from '../contexts/connectivity';

const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;

/**
 * Asks the school again while it is not reached and the browser knows of no reason: after two seconds, then after twice
 * as long each time, at most a minute. "Offline" would otherwise stand until somebody does something, and a session that
 * was left to end would stand as long.
 * @param ask must tell the connectivity how it went, and never rejects
 * @returns stops it
 */
export function lookAgain(ask: () => Promise<unknown>): () => void {
  let turn = 0;
  const look = async () => {
    turn += 1;
    const mine = turn;
    for (let wait = FIRST_MS; ; wait = Math.min(2 * wait, LONGEST_MS)) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (mine !== turn) return;
      // Without any network the browser says when there is one again.
      if (navigator.onLine) await ask();
      if (mine !== turn) return;
    }
  };
  const unwatch = watchConnectivity((state) => {
    if (state === 'unreached') void look();
    else turn += 1;
  });
  return () => {
    unwatch();
    turn += 1;
  };
}
