import type { AccessState } from '../components/heed-top-bar';
import { elevationLeft } from '../contexts/session';
import type { Place } from '../router';
import type { Known } from './known';

/** What the bar is made from, beside the place. */
export type BarFacts = Pick<
  Known,
  'session' | 'unlocked' | 'outbox' | 'connectivity' | 'here' | 'typedFor' | 'now'
>;

/** What the bar shows. */
export interface Bar {
  school: string;
  /** Of a person of several schools: the school's name opens the others. */
  switches: boolean;
  offline: boolean;
  waiting: number;
  waitingEarlier: boolean;
  person: string;
  access: AccessState;
  minutesLeft: number;
  withCover: boolean;
  withLock: boolean;
  /** Path of the route that Help is asked about; '' in Help and Support themselves. */
  help: string;
}

const MINUTE_MS = 60_000;

/** The bar of one moment. Before anybody is known it is the mark alone: a locked screen says nothing of a person. */
export function barOf(facts: BarFacts, place: Place | null): Bar {
  const session = facts.session.session;
  // On a locked device a left-over session is nobody's: its person is not named.
  const enrolled = facts.here?.enrolled ?? false;
  const locked = enrolled && facts.unlocked === null && facts.typedFor === null;
  const path = place?.route.path ?? '';
  const helps = /^\/(help|support)/.test(path);
  const outside = locked || (place?.route.needs === 'anyone' && !helps);
  const person = outside ? '' : (session?.name ?? facts.unlocked?.person.name ?? '');
  const left = elevationLeft(facts.session, facts.now);
  const hasCover = !outside && (place?.route.covers ?? false);
  return {
    school: session?.schoolName ?? facts.here?.schoolName ?? '',
    switches: person !== '' && session?.severalSites === true,
    offline: facts.connectivity === 'unreached',
    waiting: facts.outbox?.unsent ?? 0,
    waitingEarlier: isRecordForm(place),
    person,
    access:
      outside || !session?.keyHolder || !session.higherLevel ? 'none' : left > 0 ? 'full' : 'can-elevate',
    minutesLeft: Math.floor(left / MINUTE_MS),
    withCover: hasCover,
    withLock: enrolled && person !== '',
    help: helps ? '' : path,
  };
}

/** What waits there was sent before; on the sent screen one of them is this record. */
function isRecordForm(place: Place | null): boolean {
  const path = place?.route.path ?? '';
  return path.startsWith('/record') && !path.endsWith('/sent');
}
