import { tallyOutbox } from '../../../offline/outbox/tally';
import type { SupportReport } from '../../../protocol/support-report';
import { VERSION } from '../../../protocol/version';
import { watchConnectivity, type Connectivity } from '../../contexts/connectivity';
import { deviceKind } from '../../contexts/device-kind';
import { currentSession, elevationLeft } from '../../contexts/session';
import { currentUnlocked } from '../../contexts/unlocked';
import { lastFaults } from '../../data/call-fault';
import { browserName } from '../../shell/browser-name';
import { readHere } from '../../shell/here';
import { workerState } from '../../sw-bridge';
import { pushHere } from '../account/push-here';

const MEGABYTE = 1024 * 1024;

/**
 * How this device and its browser are, in numbers and codes (protocol/support-report.ts). It works offline, locked and
 * without a log-in; what the browser does not tell is left out.
 */
export async function collectReport(): Promise<SupportReport> {
  const [here, outbox, push, storage] = await Promise.all([
    readHere(),
    tallyOutbox().catch(() => null),
    pushHere().catch(() => ({ state: 'not-supported' as const })),
    readStorage(),
  ]);
  const { known, session, skew } = currentSession();
  return {
    host: location.host,
    version: VERSION,
    browser: withVersion(browserName(), navigator.userAgent),
    device: deviceKind(),
    installed: matchMedia('(display-mode: standalone)').matches,
    school: connectivityNow(),
    loggedIn: session !== null,
    fullAccess: session !== null && elevationLeft(currentSession(), Date.now()) > 0,
    enrolled: here.enrolled,
    shared: here.shared,
    unlocked: currentUnlocked() !== null,
    worker: workerState(),
    storage,
    push: push.state,
    records: outbox && {
      waiting: outbox.waiting,
      held: outbox.held,
      beingChecked: outbox.beingChecked,
    },
    clock: known ? Math.round(skew / 1000) : null,
    delivery: outbox?.faults ?? [],
    calls: lastFaults.slice(),
  };
}

/** "Chrome 156 on Windows": the version that the browser says of itself, where it says one. */
export function withVersion(name: string, agent: string): string {
  const version = /(?:Edg|Firefox|Chrome|CriOS|Version)\/(\d{1,4})/.exec(agent)?.[1];
  const [browser = '', system = ''] = name.split(' on ');
  return `${browser}${version === undefined ? '' : ` ${version}`} on ${system}`;
}

async function readStorage(): Promise<SupportReport['storage']> {
  try {
    const [{ usage = 0, quota = 0 }, lasting] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted(),
    ]);
    return { usedMb: megabytes(usage), mostMb: megabytes(quota), lasting };
  } catch {
    return null;
  }
}

/** Never more than the report takes. */
const megabytes = (bytes: number): number => Math.min(1_000_000, Math.round(bytes / MEGABYTE));

function connectivityNow(): Connectivity {
  let now: Connectivity = 'unknown';
  watchConnectivity((value) => (now = value))();
  return now;
}
