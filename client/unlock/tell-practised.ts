import { askAsAuthor, AuthorCallFailed } from '../../offline/delivery/author-call';
import { dropChore, hasChore, queueChore } from '../../offline/vault/chores';
import { readDevice } from '../../offline/vault/device';
import type { ChoreRow } from '../../offline/vault/rows';
import { notePractisedAsAuthor } from '../../protocol/practice';
import { watchConnectivity } from '../contexts/connectivity';
import { currentSession } from '../contexts/session';
import { currentUnlocked, watchUnlocked } from '../contexts/unlocked';
import { call } from '../data/call';
import type { Unlocked } from './unlocked';

let watching = false;
let telling: Promise<void> | null = null;
/** something has changed while it was being told: worth another try */
let wanted = false;

/**
 * This person has practised. The school is told now, or when there is a network and they have unlocked: it is queued
 * over restarts before anybody is asked. The fact is all that is told.
 */
export async function notePractised({ person }: Unlocked): Promise<void> {
  await queueChore(choreOf(person.authorKeyId), Date.now());
  keepTelling();
}

/** Tells the school of whoever is unlocked in this page, if that is still to do: now, and whenever it may work. */
export function keepTelling(): void {
  if (watching) {
    tell();
    return;
  }
  watching = true;
  watchUnlocked(tell);
  watchConnectivity(tell);
}

function tell(): void {
  wanted = true;
  telling ??= tellWhileWanted().finally(() => (telling = null));
}

async function tellWhileWanted(): Promise<void> {
  while (wanted) {
    wanted = false;
    // Refused or not reached: it stays queued for the next time.
    await tellOnce().catch(() => undefined);
  }
}

async function tellOnce(): Promise<void> {
  const unlocked = currentUnlocked();
  if (!unlocked || !(await hasChore(choreOf(unlocked.person.authorKeyId)))) return;
  if (!(await tellBySession(unlocked))) await tellAsAuthor(unlocked);
  await dropChore(choreOf(unlocked.person.authorKeyId));
}

/** @returns false without a session of this very person */
async function tellBySession({ person }: Unlocked): Promise<boolean> {
  if (currentSession().session?.staffId !== person.staffId) return false;
  return call('notePractised').then(
    () => true,
    () => false,
  );
}

async function tellAsAuthor({ person: { authorKeyId }, authorKey }: Unlocked): Promise<void> {
  const device = await readDevice();
  if (!device) throw new AuthorCallFailed('no device');
  const tools = { fetch: globalThis.fetch.bind(globalThis) };
  await askAsAuthor(device, { authorKeyId, authorKey }, notePractisedAsAuthor.path, tools);
}

const choreOf = (authorKeyId: string): ChoreRow['name'] => `practised:${authorKeyId}`;
