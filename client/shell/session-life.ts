import { call, watchCalls } from '../data/call';
import type { CallFault } from '../data/call-fault';
import { noteReached, noteUnreached, watchConnectivity } from '../contexts/connectivity';
import {
  currentSession,
  elevationLeft,
  noteElevationEnded,
  noteSession,
  watchSession,
  type SessionState,
} from '../contexts/session';
import { currentUnlocked, watchUnlocked } from '../contexts/unlocked';
import { dropSession, endNow, inOrder } from './session-end';

/** Full access is looked at this often while it lasts, ms. */
const LOOK_MS = 1_000;
/** Calls that show a person at work move the end; it is asked for anew at most this often, ms. */
const ASK_AGAIN_MS = 60_000;
const WARN_MS = 60_000;
/** A little before the warning, so that an end that has moved never warns. */
const LAST_LOOK_MS = 75_000;

/** What the shell does about it. */
export interface SessionEvents {
  /** full access ends within a minute; false: no longer */
  endsSoon: (soon: boolean) => void;
  ended: () => void;
  /** this person may read less than before: what was open fell */
  rightsEnded: () => void;
  /** a reply came for another person than the unlocked one */
  otherPerson: () => void;
}

const channel = new BroadcastChannel('heed-session');
let lastAsked = 0;
let lastTyped = 0;

/** Asks the school whose session this is. Counts as nobody's activity. @returns whether it has said so */
export async function askSession(): Promise<boolean> {
  lastAsked = Date.now();
  return call('readSession').then(
    () => true,
    // The fault was seen by the watch; what is known stays known.
    () => false,
  );
}

/** Keeps session, elevation and all tabs in step from now on. */
export function startSessionLife(events: SessionEvents): void {
  let before: SessionState = currentSession();
  watchCalls({
    around: inOrder(hasEnded),
    unlockedPerson: () => currentUnlocked()?.person.staffId ?? null,
    sessionPerson: () => currentSession().session?.staffId ?? null,
    onSession: (session, serverNow) => {
      lastAsked = Date.now();
      noteSession(session, serverNow);
    },
    onReply: () => {
      noteReached();
      if (elevationLeft(currentSession(), Date.now()) > 0 && Date.now() - lastAsked > ASK_AGAIN_MS)
        void askSession();
    },
    onFault: (fault) => onFault(fault, events),
  });
  channel.onmessage = (message) => onOtherTab(message.data, events);
  watchSession((state) => {
    tellOtherTabs(before, state);
    if (state.falling && !before.falling) events.rightsEnded();
    before = state;
  });
  watchUnlocked((unlocked) => {
    const { session } = currentSession();
    // Before any screen hears of the unlocking: nothing of another person's session may stand beside it.
    if (unlocked && session && session.staffId !== unlocked.person.staffId) void dropSession();
  });
  watchElevation(events);
  document.addEventListener('input', stillTyping, { capture: true, passive: true });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    if (currentSession().session) void askSession();
    else void endNow(hasEnded);
  });
  watchConnectivity((state) => {
    // "unknown" is what the browser's own hint leaves: worth a try.
    if (state !== 'unreached') void endNow(hasEnded);
  });
}

/** A session that was locked or logged out without a network has ended now. */
function hasEnded(): void {
  noteSession(null, null);
  channel.postMessage('changed');
}

function onFault(fault: CallFault, events: SessionEvents): void {
  if (fault.code === 'unreachable') noteUnreached();
  else noteReached();
  if (fault.code === 'elevation-needed') noteElevationEnded();
  if (fault.code === 'other-person') {
    void dropSession();
    events.otherPerson();
  }
}

/** All tabs fall together; a tab that hears of a change asks the school, and trusts nothing but an end. */
function onOtherTab(said: unknown, events: SessionEvents): void {
  if (said === 'ended' && elevationLeft(currentSession(), Date.now()) > 0) {
    noteElevationEnded();
    events.ended();
  } else if (said === 'changed') void askSession();
}

function tellOtherTabs(before: SessionState, after: SessionState): void {
  if (!before.known) return;
  const [was, is] = [before.session, after.session];
  if (was?.elevatedUntil && !is?.elevatedUntil) channel.postMessage('ended');
  if (was?.staffId !== is?.staffId || Boolean(was?.elevatedUntil) !== Boolean(is?.elevatedUntil)) {
    // What another tab learns by asking comes back here as no change, so this never goes round.
    channel.postMessage('changed');
  }
}

function watchElevation(events: SessionEvents): void {
  let warned = false;
  let lookedLast = false;
  setInterval(() => {
    const state = currentSession();
    if (!state.session?.elevatedUntil) {
      if (warned) events.endsSoon(false);
      warned = lookedLast = false;
      return;
    }
    const left = elevationLeft(state, Date.now());
    if (left <= 0) {
      noteElevationEnded();
      events.ended();
      return;
    }
    if (left > LAST_LOOK_MS) lookedLast = false;
    else if (!lookedLast) {
      lookedLast = true;
      void askSession();
    }
    if (left <= WARN_MS !== warned) {
      warned = left <= WARN_MS;
      events.endsSoon(warned);
    }
  }, LOOK_MS);
}

/** Typing keeps full access alive: a content-free heartbeat of at most one a minute (product.md, section 2). */
function stillTyping(): void {
  if (Date.now() - lastTyped < ASK_AGAIN_MS || elevationLeft(currentSession(), Date.now()) === 0) return;
  lastTyped = Date.now();
  void call('stillTyping').catch(() => undefined);
}
