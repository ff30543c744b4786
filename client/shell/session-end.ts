import { noteSession } from '../contexts/session';
import type { EndpointName } from '../../protocol/contract';
import { call, type CallWatch } from '../data/call';
import { asCallFault } from '../data/call-fault';
import { deviceCalls } from '../data/device-calls';
import { CallOrder } from './call-order';
import { beginSession, endQueuedSession, endSession } from '../unlock/end-session';

/** Whoever ends full access may be about to turn away: on a dead network what is open must not stay, ms. */
const END_WITHIN_MS = 4_000;

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

/**
 * Ends full access. Where the school cannot be told, the session ends with it: what was open goes now, and nothing comes
 * back by itself with the network.
 */
export async function endAccess(): Promise<void> {
  try {
    await call('endElevation', { signal: AbortSignal.timeout(END_WITHIN_MS) });
  } catch (thrown) {
    // It had ended already, and the screen knows.
    if (asCallFault(thrown).code !== 'elevation-needed') await dropSession();
  }
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
