import { flushOutbox, type FlushReport } from '../../offline/delivery/flush';
import type { DeliveryTools } from '../../offline/delivery/post';
import type { Urgency } from '../../offline/outbox/policy';
import { closeVault, useVault } from '../../offline/vault/connection';
import { VAULT_NAME } from '../../offline/vault/schema';
import { enrolDeviceHere } from '../../client/unlock/enrol-device';
import { joinPerson } from '../../client/unlock/join-person';
import type { Unlocked } from '../../client/unlock/unlocked';
import { createDraft, type OpenDraft } from '../../client/sealing/drafts';
import { sendDraft } from '../../client/sealing/send-draft';
import { uuidv7 } from '../../protocol/identifiers';
import type { ConcernBody } from '../../protocol/payload';
import { callsOf, type School } from './school';

export const PIN = '482915';

/** A browser that has never seen Heed. */
export async function emptyBrowser(): Promise<void> {
  await closeVault();
  await new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(VAULT_NAME);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error ?? new Error('not deleted'));
  });
}

/** A tablet from which everything has been sent and forgotten; its people stay. */
export async function emptyOutbox(): Promise<void> {
  await useVault(async (vault) => {
    const stores = [
      ...(['outbox', 'envelopes', 'replies', 'receipts'] as const),
      ...(['drafts', 'practice', 'additions', 'chores'] as const),
    ];
    const tx = vault.transaction(stores, 'readwrite');
    await Promise.all([...stores.map((store) => tx.objectStore(store).clear()), tx.done]);
  });
}

/** A tablet of the school with nobody on it. */
export async function aTablet(school: School): Promise<void> {
  await emptyBrowser();
  await enrolDeviceHere(
    callsOf(school),
    { name: 'Playground tablet 2', shared: true },
    { fetch: school.fetch },
  );
}

/** A member of staff on this tablet, unlocked. */
export async function aPersonOn(school: School, name: string): Promise<Unlocked> {
  const profile = { staffId: uuidv7(Date.now()), name, shortName: name.split(' ')[0]!, initials: name[0]! };
  return joinPerson(callsOf(school), profile, PIN);
}

export function aConcern(text: string): ConcernBody {
  const now = new Date().toISOString();
  return {
    pupils: [{ kind: 'listed', pupilId: uuidv7(Date.now()), shown: 'Amélie O’Brien (4B)', role: 'was-hurt' }],
    text,
    when: { kind: 'just-now', at: now, about: false },
    where: {},
    categories: [uuidv7(Date.now())],
    told: { kind: 'not-yet' },
    alert: { staff: [], groups: [] },
    agencies: [],
    startedAt: now,
    sentAt: now,
  };
}

/** Writes and sends one concern. @returns its envelope's id */
export async function send(unlocked: Unlocked, text: string): Promise<string> {
  const draft: OpenDraft = await createDraft(unlocked, { text });
  const result = await sendDraft(unlocked, draft, aConcern(text), { text });
  if (result.kind !== 'sent') throw new Error('not sent');
  return result.envelopeId;
}

/** Delivery with a clock that a test moves. */
export function toolsOf(school: School, now: () => number = Date.now): DeliveryTools {
  return { fetch: school.fetch, now, random: () => 0.5, locks: navigator.locks };
}

export async function flush(school: School, urgency: Urgency = 'due', now = Date.now): Promise<FlushReport> {
  return flushOutbox(toolsOf(school, now), urgency);
}
