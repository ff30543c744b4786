import { problem } from '../http/problem';

/** How many hashes run at once in this process: more would slow every file call down (architecture.md). */
const AT_ONCE = 2;
/** Beyond this, waiting would be longer than a person's patience. */
const MOST_WAITING = 100;

const waiting: (() => void)[] = [];
let running = 0;

/**
 * Runs costly work when its turn comes; at most two at once in the whole process, in order of arrival.
 * @throws problem 'busy' when a hundred wait already
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw problem('busy', { retryAfter: 5 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    // The place is handed on, not given up, so that nobody can slip in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
