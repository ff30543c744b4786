import {
  afterNoAnswer,
  afterRefusal,
  backOff,
  MAX_WAIT_MS,
  TROUBLED_AFTER,
  type Urgency,
} from '../outbox/policy';
import { changeRows, claimRows, type ClaimedRow } from '../outbox/store';
import { readDevice } from '../vault/device';
import type { DeviceRow, OutboxRow } from '../vault/rows';
import type { Answer } from './answer';
import { halves } from './batches';
import { refreshBundle } from './bundle';
import { postEnvelopes, type DeliveryTools } from './post';
import { settle } from './reply';

/** Rows for one request; `mine` when this run holds their lease already. */
interface Batch {
  rows: OutboxRow[];
  mine: boolean;
}

/** So many requests in a row without one receipt end a run: a wall, not a bad row. */
const MOST_IN_VAIN = 24;
/** So many rows refused alone, and none taken, mean that everything is refused here; each run then tries on. */
const REFUSED_ALONE = 3;

/** One flusher's way through the outbox: which rows it has dealt with, and when it gives up. */
export class DeliveryRun {
  requests = 0;
  received = 0;
  refused = 0;
  retryAfterMs = 0;
  /** the school did not answer: no further request in this run */
  stopped = false;
  /** rows that this run has dealt with, whatever came of it */
  readonly seen = new Set<string>();
  readonly #tools: DeliveryTools;
  readonly #urgency: Urgency;
  #inVain = 0;
  #refusedAlone = 0;
  #askedForBundle = false;

  constructor(tools: DeliveryTools, urgency: Urgency) {
    this.#tools = tools;
    this.#urgency = urgency;
  }

  /** Sends batch after batch; parts of a batch that go again go at once. */
  async send(device: DeviceRow, batches: OutboxRow[][]): Promise<void> {
    const queue: Batch[] = batches.map((rows) => ({ rows, mine: false }));
    let from = device;
    while (!this.stopped) {
      const batch = queue.shift();
      if (!batch) return;
      const again = await this.#sendOne(from, batch);
      if (again === 'with-new-bundle') {
        from = (await readDevice()) ?? from;
        queue.unshift({ ...batch, mine: true });
      } else {
        queue.unshift(...again.map((rows) => ({ rows, mine: true })));
      }
    }
    await this.#release(queue);
  }

  async #sendOne(device: DeviceRow, batch: Batch): Promise<OutboxRow[][] | 'with-new-bundle'> {
    const ids = idsOf(batch.rows);
    const claimed = await claimRows(ids, this.#tools.now(), this.#urgency, batch.mine);
    for (const id of ids) this.seen.add(id);
    if (claimed.length === 0) return [];
    const answer = await this.#post(device, claimed);
    const rows = claimed.map(({ row }) => row);
    if (answer.kind === 'unproved' && (await this.#newReceiptKey(device))) return 'with-new-bundle';
    if (answer.kind === 'reply') return this.#reply(rows, answer, device.bundle.value.storeEpoch);
    if (answer.kind === 'refused') return this.#refusedWhole(rows);
    return this.#noAnswer(rows, answer);
  }

  async #post(device: DeviceRow, claimed: readonly ClaimedRow[]): Promise<Answer> {
    this.requests += 1;
    this.#inVain += 1;
    return postEnvelopes(
      device,
      claimed.map(({ bytes }) => bytes),
      this.#tools,
    );
  }

  async #reply(
    rows: OutboxRow[],
    answer: Extract<Answer, { kind: 'reply' }>,
    storeEpoch: string,
  ): Promise<OutboxRow[][]> {
    const settled = await settle(rows, answer, this.#tools.now(), storeEpoch);
    this.received += settled.received;
    this.refused += settled.refused;
    if (settled.received > 0) this.#inVain = 0;
    const { missing } = settled;
    const [first, ...others] = missing;
    if (!first) return [];
    if (rows.length === 1 || this.#inVain > MOST_IN_VAIN) {
      await this.#wait(missing, 0);
      return [];
    }
    // The school stops reading at a damaged envelope: the first that it did not mention goes alone, the rest again.
    return others.length > 0 ? [others, [first]] : [[first]];
  }

  async #refusedWhole(rows: OutboxRow[]): Promise<OutboxRow[][]> {
    if (this.received === 0 && this.#refusedAlone >= REFUSED_ALONE) {
      this.stopped = true;
      return [rows];
    }
    if (rows.length > 1) return halves(rows);
    this.#refusedAlone += 1;
    this.refused += 1;
    const now = this.#tools.now();
    await changeRows(idsOf(rows), (row) => afterRefusal(row, now, 'refused'));
    return [];
  }

  // One row on which the school's own code breaks must not keep the others: rows that have failed often are halved.
  async #noAnswer(rows: OutboxRow[], answer: Answer): Promise<OutboxRow[][]> {
    const none = answer.kind === 'none' ? answer : { retryAfterMs: 0, broke: false };
    const suspect = none.broke && rows.every(({ attempt }) => attempt >= TROUBLED_AFTER);
    if (suspect && rows.length > 1 && this.#inVain <= MOST_IN_VAIN) return halves(rows);
    this.retryAfterMs = Math.min(none.retryAfterMs, MAX_WAIT_MS);
    this.stopped = !suspect || this.#inVain > MOST_IN_VAIN;
    await this.#wait(rows, none.retryAfterMs);
    return [];
  }

  /** @param askedMs what the school asked for; 0: the row's own back-off when it was alone, else none */
  async #wait(rows: readonly OutboxRow[], askedMs: number): Promise<void> {
    const now = this.#tools.now();
    const own = (row: OutboxRow) =>
      this.stopped ? 0 : backOff(row.attempt, this.#tools.random(), MAX_WAIT_MS);
    await changeRows(idsOf(rows), (row) => afterNoAnswer(row, now, askedMs || own(row), askedMs > 0));
  }

  async #release(queue: readonly Batch[]): Promise<void> {
    const mine = queue.filter((batch) => batch.mine).flatMap(({ rows }) => rows);
    if (mine.length > 0) await changeRows(idsOf(mine), (row) => ({ ...row, leaseUntil: 0 }));
  }

  async #newReceiptKey(device: DeviceRow): Promise<boolean> {
    if (this.#askedForBundle) return false;
    this.#askedForBundle = true;
    const bundle = await refreshBundle(this.#tools);
    return bundle !== null && bundle.receiptPublicKey !== device.bundle.value.receiptPublicKey;
  }
}

function idsOf(rows: readonly OutboxRow[]): string[] {
  return rows.map(({ envelopeId }) => envelopeId);
}
