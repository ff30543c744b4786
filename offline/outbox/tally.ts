import type { DeliveryFault } from '../../protocol/support-report';
import { useVault } from '../vault/connection';
import type { HoldCode } from './policy';

/** What waits here and why, in numbers and codes alone: for support, so no id and no time of any record is in it. */
export interface OutboxTally {
  waiting: number;
  held: number;
  /** arrived, and checked by a lead before they count */
  beingChecked: number;
  /** each code once */
  faults: DeliveryFault[];
}

/** Counts the rows of everybody on this device. @throws when the vault cannot be opened */
export async function tallyOutbox(): Promise<OutboxTally> {
  const [rows, receipts] = await useVault(async (vault) => {
    const tx = vault.transaction(['outbox', 'receipts']);
    return Promise.all([tx.objectStore('outbox').getAll(), tx.objectStore('receipts').getAll()]);
  });
  const unsent = rows.filter(({ state }) => state !== 'received');
  const held = unsent.flatMap(({ code }): HoldCode[] => (code === null ? [] : [code]));
  const unanswered = unsent.some(({ code, attempt }) => code === null && attempt > 0);
  return {
    waiting: unsent.length,
    held: held.length,
    beingChecked: receipts.filter(({ steps }) => steps.some(({ step }) => step === 'being-checked')).length,
    faults: [...new Set<DeliveryFault>([...held, ...(unanswered ? (['no-answer'] as const) : [])])],
  };
}
