import { noteSession } from '../contexts/session';
import type { EndpointName } from '../../protocol/contract';
import type { CallWatch } from '../data/call';
import { deviceCalls } from '../data/device-calls';
import { CallOrder } from './call-order';
import { beginSession, endQueuedSession, endSession } from '../unlock/end-session';

const order = new CallOrder();
/** Calls that begin a session. */
const begins: ReadonlySet<EndpointName> = new Set([
  'logIn',
  'logInByPasskey',
  'finishSignIn',
  'acceptOffer',
  'finishSwitch',
]);
let logInBegun = false;

/** Whether somebody has logged in in this page, or is just doing so: a session may be theirs then. */
export function hasLoggedInHere(): boolean {
  return logInBegun;
}

/**
 * The order of calls around a session: one that was left to end is ended before anything else is asked with it, and a
 * log-in and the end of an older session never cross. Elevating and a new password give the session a new token, so each runs
 * by itself.
 * @param ended hears that a session has ended in this way
 */
export function inOrder(ended: () => void): CallWatch['around'] {
  return async (name, run) => {
    if (name === 'logOut') return run();
    if (begins.has(name)) return beginHere(run);
    if (await endQueuedSession(deviceCalls)) ended();
    return name === 'elevate' || name === 'changePassword' ? order.alone(run) : order.beside(run);
  };
}

/** Ends what is queued now, if it can be. @param ended as in {@link inOrder} */
export async function endNow(ended: () => void): Promise<void> {
  if (await endQueuedSession(deviceCalls).catch(() => false)) ended();
}

/** Nothing of the session is shown from now on, and it ends: now, or at the next connection. */
export async function dropSession(): Promise<void> {
  noteSession(null, null);
  await endSession(deviceCalls);
}

async function beginHere<T>(logIn: () => Promise<T>): Promise<T> {
  const before = logInBegun;
  logInBegun = true;
  try {
    return await beginSession(logIn);
  } catch (fault) {
    logInBegun = before;
    throw fault;
  }
}
