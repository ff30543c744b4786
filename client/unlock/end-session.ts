import { dropChore, hasChore, queueChore } from '../../offline/vault/chores';
import type { DeviceCalls } from './device-calls';

type LogOut = Pick<DeviceCalls, 'logOut'>;

/** Held while a session is ended or begun, by one tab at a time: an old session's end must not hit the new one. */
const LOCK = 'heed-session-end';

/**
 * Ends this browser's session: now, or at the next connection before anything else is asked with it (access.md).
 * The end is queued over restarts before the school is asked.
 * @returns whether it has ended; false: it is queued
 */
export async function endSession(calls: LogOut): Promise<boolean> {
  const queued = await queueChore('end-session', Date.now()).then(
    () => true,
    () => false,
  );
  return (queued ? endQueuedSession(calls) : calls.logOut()).then(
    () => true,
    () => false,
  );
}

/**
 * Ends the session that was left to end.
 * @returns whether there was one
 * @throws what the call throws when it could not be ended: it stays queued
 */
export async function endQueuedSession(calls: LogOut): Promise<boolean> {
  if (!(await isQueued())) return false;
  return alone(async () => {
    // Another tab was faster, or somebody has logged in.
    if (!(await isQueued())) return false;
    await calls.logOut().catch(unlessEnded);
    await dropChore('end-session');
    return true;
  });
}

/**
 * Runs a log-in, which ends whatever session this browser had: nothing is queued for the new one. Whoever wants to
 * end the old one meanwhile waits.
 */
export async function beginSession<T>(logIn: () => Promise<T>): Promise<T> {
  return alone(async () => {
    const begun = await logIn();
    await dropChore('end-session').catch(() => undefined);
    return begun;
  });
}

/** A vault that cannot be opened holds no chore: the rest of Heed still works. */
async function isQueued(): Promise<boolean> {
  return hasChore('end-session').catch(() => false);
}

async function alone<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request(LOCK, work) : work();
}

/** It may have ended already. @throws anything else */
function unlessEnded(fault: unknown): void {
  if (!(fault instanceof Error && 'code' in fault && fault.code === 'log-in-needed')) throw fault;
}
