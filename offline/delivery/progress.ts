import { utf8 } from '../../protocol/bytes';
import { signDelivery } from '../../protocol/delivery';
import type { ReplyOf } from '../../protocol/endpoint';
import { askProgress, DELIVERY_HEADER, type Progress, type ProgressStep } from '../../protocol/intake';
import { announceOutboxChange } from '../outbox/changes';
import { summariseOutbox } from '../outbox/records';
import { useVault } from '../vault/connection';
import { readDevice } from '../vault/device';
import { noteRevoked } from '../vault/revocation';
import type { DeviceRow, ReceiptRow } from '../vault/rows';
import type { DeliveryTools } from './post';

/** What one question may name. */
const MOST_IDS = 500;

/**
 * Asks how far this device's records have come, and keeps the content-free steps (envelope.md, Progress), and whether
 * the school has removed the device. Records that are closed are not asked after.
 * @param always asks even without open records: the school hears of this device, and the device whether it is one
 * @returns whether anything new was learnt
 */
export async function askHowFar(tools: Pick<DeliveryTools, 'fetch'>, always = false): Promise<boolean> {
  const device = await readDevice();
  const envelopeIds = device ? await openRecords() : [];
  if (!device || (envelopeIds.length === 0 && !always)) return false;
  const question = { envelopeIds, waiting: (await summariseOutbox()).unsent, shared: device.shared };
  const answer = await ask(device, question, tools);
  if (answer.revoked !== undefined) await noteRevoked(device, answer.revoked);
  const news = await keepSteps(answer.progress);
  if (news) announceOutboxChange();
  return news;
}

async function openRecords(): Promise<string[]> {
  const receipts = await useVault((vault) => vault.getAll('receipts'));
  return receipts
    .filter(({ kind, steps }) => last(kind) !== null && !steps.some(({ step }) => step === last(kind)))
    .sort((a, b) => b.createdAt - a.createdAt)
    .slice(0, MOST_IDS)
    .map(({ envelopeId }) => envelopeId);
}

/** The step after which nothing more is asked; null: nothing is. */
function last(kind: ReceiptRow['kind']): ProgressStep | null {
  if (kind === 'concern') return 'closed';
  if (kind === 'action') return 'added';
  return kind === 'addendum' ? 'opened' : null;
}

async function ask(
  device: DeviceRow,
  question: { envelopeIds: string[]; waiting: number; shared: boolean },
  tools: Pick<DeliveryTools, 'fetch'>,
): Promise<ReplyOf<typeof askProgress>> {
  const body = utf8(JSON.stringify(question));
  const headers = {
    'content-type': 'application/json',
    [DELIVERY_HEADER]: await signDelivery(device.deliveryKey, device.deliveryKeyId, body),
  };
  try {
    const response = await tools.fetch(askProgress.path, {
      method: askProgress.method,
      headers,
      body,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(30_000),
    });
    const read = response.ok ? await askProgress.reply['~standard'].validate(await response.json()) : null;
    return read && !read.issues ? read.value : { progress: [] };
  } catch {
    return { progress: [] };
  }
}

async function keepSteps(answer: readonly Progress[]): Promise<boolean> {
  if (answer.length === 0) return false;
  return useVault(async (vault) => {
    const tx = vault.transaction('receipts', 'readwrite');
    const changed = await Promise.all(
      answer.map(async ({ envelopeId, steps }) => {
        const row = await tx.store.get(envelopeId);
        if (!row || sameSteps(row, steps)) return false;
        await tx.store.put({ ...row, steps });
        return true;
      }),
    );
    await tx.done;
    return changed.includes(true);
  });
}

function sameSteps(row: ReceiptRow, steps: Progress['steps']): boolean {
  return JSON.stringify(row.steps) === JSON.stringify(steps);
}
