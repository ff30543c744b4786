import { setImmediate as restOfThisTurn } from 'node:timers/promises';
import type { Receipt, Refusal } from '../../protocol/receipts';
import { NO_CHAIN, readAuditHead, type AuditHead } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import type { Database } from '../storage/database';
import type { Arrived } from './read-delivery';
import {
  findHeld,
  insertConflicts,
  insertEnvelopes,
  MOST_TO_INSERT,
  type HeldEnvelope,
  type IncomingEnvelope,
} from './store';
import type { Traffic } from './traffic';

/** What came of one delivery. */
export interface Accepted {
  readonly receipts: readonly Receipt[];
  readonly refused: readonly Refusal[];
  /** The school's audit chain as it stood after the commit. */
  readonly auditHead: AuditHead;
}

interface Waiting {
  readonly schoolId: string;
  readonly envelopes: readonly IncomingEnvelope[];
  readonly resolve: (accepted: Accepted) => void;
  readonly reject: (fault: unknown) => void;
}

/**
 * Accepts envelopes durably. Requests that wait together share one commit (envelope.md, Receiving): while a commit
 * is on its way to the disk the next requests gather, and the following commit takes all of them.
 */
export class Acceptance {
  readonly #ground: Ground;
  readonly #afterCommit: () => void;
  readonly #traffic: Traffic;
  #waiting: Waiting[] = [];
  #committing = false;

  /**
   * @param traffic told what waits for a commit
   * @param afterCommit wakes the judge
   */
  constructor(ground: Ground, traffic: Traffic, afterCommit: () => void) {
    this.#ground = ground;
    this.#traffic = traffic;
    this.#afterCommit = afterCommit;
  }

  /** Resolves once the envelopes are on the disk; rejects when they are not, and then no receipt exists. */
  accept(schoolId: string, deliveryKeyId: string, arrived: readonly Arrived[]): Promise<Accepted> {
    const receivedAt = timeStamp(this.#ground.clock);
    const envelopes = arrived.map((one) => ({ ...one, schoolId, deliveryKeyId, receivedAt }));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ schoolId, envelopes, resolve, reject });
      this.#traffic.enter();
      void this.#commitAll();
    });
  }

  async #commitAll(): Promise<void> {
    if (this.#committing) return;
    this.#committing = true;
    while (this.#waiting.length > 0) {
      // Whoever becomes ready in this turn of the event loop comes along.
      await restOfThisTurn();
      await this.#commitSome();
    }
    this.#committing = false;
  }

  async #commitSome(): Promise<void> {
    const together = this.#takeTogether();
    const held = await this.#keepAll(together);
    for (let left = together.length; left > 0; left--) this.#traffic.leave();
    if (!held) return;
    this.#afterCommit();
    // The next commit does not wait for these answers.
    void this.#answer(together, held);
  }

  async #keepAll(together: readonly Waiting[]): Promise<Map<string, HeldEnvelope> | null> {
    const envelopes = together.flatMap((one) => one.envelopes);
    try {
      this.#ground.faultPoint('before-raw-insert');
      const held = await keep(this.#ground.database, envelopes);
      this.#ground.faultPoint('after-raw-commit');
      return held;
    } catch (fault) {
      for (const one of together) one.reject(fault);
      return null;
    }
  }

  /** One look at the audit chain serves every answer of a commit. */
  async #answer(together: readonly Waiting[], held: ReadonlyMap<string, HeldEnvelope>): Promise<void> {
    try {
      const heads = new Map<string, AuditHead>();
      for (const id of new Set(together.map((one) => one.schoolId))) {
        heads.set(id, await readAuditHead(this.#ground.database.read, id));
      }
      for (const { schoolId, envelopes, resolve } of together) {
        resolve({ ...answerFor(envelopes, held), auditHead: heads.get(schoolId) ?? NO_CHAIN });
      }
    } catch (fault) {
      for (const one of together) one.reject(fault);
    }
  }

  #takeTogether(): Waiting[] {
    let count = 0;
    const end = this.#waiting.findIndex((one, index) => {
      count += one.envelopes.length;
      return index > 0 && count > MOST_TO_INSERT;
    });
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : end);
  }
}

/** All of them by one statement; only what was there before takes a second look, and keeps what differs. */
async function keep(
  database: Database,
  envelopes: readonly IncomingEnvelope[],
): Promise<Map<string, HeldEnvelope>> {
  const held = await insertEnvelopes(database, envelopes);
  const known = envelopes.filter((one) => !held.has(keyOf(one)));
  for (const [key, one] of await findHeld(database.read, known)) held.set(key, one);
  const conflicts = envelopes.filter((one) => heldOf(held, one).sha256 !== one.sha256);
  if (conflicts.length > 0) await database.write((trx) => insertConflicts(trx, conflicts));
  return held;
}

const keyOf = (one: IncomingEnvelope): string => `${one.schoolId} ${one.header.envelopeId}`;

function heldOf(held: ReadonlyMap<string, HeldEnvelope>, one: IncomingEnvelope): HeldEnvelope {
  const found = held.get(keyOf(one));
  if (!found) throw new Error('an envelope was stored and is not there');
  return found;
}

/** Same id and digest: always the same four fields, however often. Same id, other digest: digest-conflict. */
function answerFor(
  envelopes: readonly IncomingEnvelope[],
  held: ReadonlyMap<string, HeldEnvelope>,
): Omit<Accepted, 'auditHead'> {
  const receipts: Receipt[] = [];
  const refused: Refusal[] = [];
  for (const one of envelopes) {
    const { envelopeId, sha256, reference, receivedAt } = heldOf(held, one);
    if (sha256 === one.sha256) receipts.push({ envelopeId, sha256, reference, serverTime: receivedAt });
    else refused.push({ envelopeId, code: 'digest-conflict' });
  }
  return { receipts, refused };
}
