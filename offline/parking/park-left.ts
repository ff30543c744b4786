import { openJson } from '../aes';
import type { FlushReport } from '../delivery/flush';
import type { DeliveryTools } from '../delivery/post';
import { announceOutboxChange } from '../outbox/changes';
import { isDue } from '../outbox/policy';
import { readDevice } from '../vault/device';
import {
  changeParked,
  dropParked,
  isEnvelopeReceived,
  listAllDraftRows,
  queueParkedEnvelope,
} from '../vault/parking';
import { listPeopleRows } from '../vault/people';
import type { DeviceRow, DraftRow } from '../vault/rows';
import { isClosed, isHeld, isLeft, mayBeParked, mayDrop, type DraftPlace } from './policy';
import { sendDraftAsItLies } from './send-draft';

/** Held while a page or the worker parks: politeness alone, since parking twice changes nothing. */
const LOCK = 'heed-parking';
/** Held by every page in which a record form is open. */
export const FORM_LOCK = 'heed-form';

/**
 * Parks what was left here: its envelope goes by the outbox, behind every concern; then the draft itself, as it lies.
 * Needs nobody to unlock and no session. What the school holds and nobody can open here is closed, and let go once it is
 * backed up.
 * @param flush delivers the outbox
 * @returns whether something that was left still waits for the school
 * @throws only when the vault cannot be read or written
 */
export async function parkLeft(tools: DeliveryTools, flush: () => Promise<FlushReport>): Promise<boolean> {
  if (!tools.locks) return park(tools, flush);
  return tools.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? park(tools, flush) : false));
}

async function park(tools: DeliveryTools, flush: () => Promise<FlushReport>): Promise<boolean> {
  const device = await readDevice();
  const rows = device ? (await listAllDraftRows()).filter(mayBeParked) : [];
  if (!device || rows.length === 0) return false;
  const placeOf = await lookAround(device, tools);
  const { storeEpoch } = device.bundle.value;
  const waiting: DraftRow[] = [];
  for (const row of rows) {
    if (!(await isWholeThere(row, storeEpoch)) && isLeft(row, placeOf(row), tools.now())) waiting.push(row);
  }
  if (waiting.length > 0) await send(device, waiting, tools, flush);
  const there = await letGo(device, placeOf, tools.now());
  return waiting.some(({ draftId }) => !there.has(draftId));
}

/** The school holds this revision, and the key to it; of one that was thrown away it needs no key. */
async function isWholeThere(row: DraftRow, storeEpoch: string): Promise<boolean> {
  return isHeld(row, storeEpoch) && (row.thrownAway ?? (await isEnvelopeReceived(row.parked.envelopeId)));
}

async function send(
  device: DeviceRow,
  waiting: readonly DraftRow[],
  tools: DeliveryTools,
  flush: () => Promise<FlushReport>,
): Promise<void> {
  for (const row of waiting) if (!row.thrownAway) await queueParkedEnvelope(row);
  if ((await flush()).unanswered) return;
  for (const row of waiting) {
    if (isHeld(row, device.bundle.value.storeEpoch) || !isTimeFor(row, tools.now())) continue;
    const parking = await sendDraftAsItLies(device, row, tools);
    await changeParked(row, { parking });
    if (parking.state === 'waiting') return;
  }
}

/** A revision that was not sent yet, or waits no more since it was; one that another store of the school holds as well. */
function isTimeFor({ revision, parking }: DraftRow, now: number): boolean {
  if (parking?.revision !== revision || parking.state === 'received') return true;
  return isDue(parking, now, 'due');
}

/**
 * Closes what the school holds and nobody opens here, and lets go of what its backups hold.
 * @returns ids of the drafts that the school holds
 */
async function letGo(
  device: DeviceRow,
  placeOf: (row: DraftRow) => DraftPlace,
  now: number,
): Promise<ReadonlySet<string>> {
  const { storeEpoch, backedUpThrough } = device.bundle.value;
  const there = new Set<string>();
  let changed = false;
  for (const row of await listAllDraftRows()) {
    if (!(await isWholeThere(row, storeEpoch))) continue;
    there.add(row.draftId);
    if (!isClosed(row, placeOf(row), now)) continue;
    changed ||= !row.closed;
    if (mayDrop(row, now, backedUpThrough)) await dropParked(row);
    else if (!row.closed) await changeParked(row, { closed: true });
  }
  if (changed) announceOutboxChange();
  return there;
}

/** Who can still open what here, and whether a form is open in some page. */
async function lookAround(
  device: DeviceRow,
  { locks }: DeliveryTools,
): Promise<(row: DraftRow) => DraftPlace> {
  const people = await Promise.all(
    (await listPeopleRows()).map(async ({ authorKeyId, profile }) => {
      const { slip } = (await openJson(device.deviceKey, 'profile', profile)) as { slip?: boolean };
      return [authorKeyId, slip ? 'here-only' : 'here'] as const;
    }),
  );
  const authors = new Map<string, DraftPlace['author']>(people);
  const held = await locks?.query();
  const formOpen = held ? (held.held ?? []).some(({ name }) => name === FORM_LOCK) : null;
  const revoked = device.revoked ?? false;
  return ({ authorKeyId }) => ({
    author: authorKeyId === null ? 'unknown' : (authors.get(authorKeyId) ?? 'gone'),
    formOpen,
    revoked,
  });
}
