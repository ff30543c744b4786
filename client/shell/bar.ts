import type { AccessState } from '../components/heed-top-bar';
import type { Connectivity } from '../contexts/connectivity';
import type { OutboxView } from '../contexts/outbox';
import { elevationLeft, type SessionState } from '../contexts/session';
import type { Place } from '../router';
import type { Unlocked } from '../unlock/unlocked';

/** Everything that the bar is made from. */
export interface BarFacts {
  session: SessionState;
  unlocked: Unlocked | null;
  outbox: OutboxView | null;
  connectivity: Connectivity;
  enrolled: boolean;
  /** the password was typed in this page */
  typedHere: boolean;
  /** the school's name as this device knows it */
  schoolHere: string;
  place: Place | null;
  /** device clock, ms */
  now: number;
}

/** What the bar shows. */
export interface Bar {
  school: string;
  offline: boolean;
  waiting: number;
  waitingEarlier: boolean;
  person: string;
  access: AccessState;
  minutesLeft: number;
  withCover: boolean;
  withLock: boolean;
}

const MINUTE_MS = 60_000;

/** The bar of one moment. Before anybody is known it is the mark alone: a locked screen says nothing of a person. */
export function barOf(facts: BarFacts): Bar {
  const session = facts.session.session;
  // On a locked device a left-over session is nobody's: its person is not named.
  const locked = facts.enrolled && facts.unlocked === null && !facts.typedHere;
  const outside = locked || (facts.place?.route.needs === 'anyone' && facts.place.route.path !== '/help');
  const person = outside ? '' : (session?.name ?? facts.unlocked?.person.name ?? '');
  const left = elevationLeft(facts.session, facts.now);
  const hasCover = !outside && (facts.place?.route.covers ?? false);
  return {
    school: session?.schoolName ?? facts.schoolHere,
    offline: facts.connectivity === 'unreached',
    waiting: facts.outbox?.unsent ?? 0,
    waitingEarlier: isRecordForm(facts.place),
    person,
    access:
      outside || !session?.keyHolder || !session.higherLevel ? 'none' : left > 0 ? 'full' : 'can-elevate',
    minutesLeft: Math.floor(left / MINUTE_MS),
    withCover: hasCover,
    withLock: facts.enrolled && person !== '',
  };
}

/** What waits there was sent before; on the sent screen one of them is this record. */
function isRecordForm(place: Place | null): boolean {
  const path = place?.route.path ?? '';
  return path.startsWith('/record') && !path.endsWith('/sent');
}
