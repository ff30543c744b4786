import { MINUTE, SECOND, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { waitAfter } from './back-off';
import { deliver, type Senders } from './deliver';
import type { Outcome } from './outcome';
import * as store from './store';
import type { MessageRow } from '../storage/rows/records';
import type { Channel } from './store';

/** Sends what is queued. One per server process; several processes share one queue. */
export interface MessageWorker {
  /** Begins to send, first of all what a crash left, and from then on whatever a commit has queued. */
  start(): void;
  /** Sends everything that is due now and returns; what failed has its next time. */
  drain(): Promise<void>;
  /** Takes nothing more and returns when what is on its way has been recorded. */
  stop(): Promise<void>;
}

/** How long a claimed message is this process's: longer than any one attempt takes. */
const LEASE = MINUTE;
const AT_ONCE = 16;
/** Other processes queue too and cannot wake this one. */
const LONGEST_SLEEP = 5 * SECOND;
// A mail server that hangs must not hold up the pushes, so each channel has its own lane.
const lanes: readonly Channel[] = ['push', 'email'];

/** @param random spreads the tries; a number from 0 up to 1 */
export function messageWorker(
  ground: Ground,
  senders: Senders,
  random: () => number = Math.random,
): MessageWorker {
  return new Worker(ground, senders, random);
}

class Worker implements MessageWorker {
  readonly #ground: Ground;
  readonly #senders: Senders;
  readonly #random: () => number;
  #stopped = false;
  #woken = false;
  #interrupt: () => void = () => undefined;
  #loop: Promise<void> = Promise.resolve();

  constructor(ground: Ground, senders: Senders, random: () => number) {
    this.#ground = ground;
    this.#senders = senders;
    this.#random = random;
  }

  start(): void {
    this.#ground.queued.onRing(() => this.#wake());
    this.#loop = this.#run();
  }

  #wake(): void {
    this.#woken = true;
    this.#interrupt();
  }

  async drain(): Promise<void> {
    await Promise.all(lanes.map((channel) => this.#drainLane(channel)));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#interrupt();
    await this.#loop;
  }

  async #run(): Promise<void> {
    await safely(this.#ground, () => freeOwnLeases(this.#ground));
    while (!this.#stopped) {
      this.#woken = false;
      await safely(this.#ground, () => this.drain());
      await this.#sleep(await untilNextTry(this.#ground));
    }
  }

  async #drainLane(channel: Channel): Promise<void> {
    while (!this.#stopped) {
      const rows = await claim(this.#ground, channel);
      if (rows.length === 0) return;
      this.#ground.faultPoint('message-claimed');
      await Promise.all(rows.map((row) => attempt(this.#ground, this.#senders, row, this.#random)));
    }
  }

  async #sleep(milliseconds: number): Promise<void> {
    if (this.#woken || this.#stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds).unref();
      this.#interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

async function claim(ground: Ground, channel: Channel): Promise<MessageRow[]> {
  const now = timeStamp(ground.clock);
  if (!(await store.isAnyDue(ground.database.read, channel, now))) return [];
  const given = {
    channel,
    now,
    leaseUntil: timeStamp(ground.clock, LEASE),
    most: AT_ONCE,
    postgres: ground.database.dialect === 'postgres',
  };
  return ground.database.write((trx) => store.claimDue(trx, given));
}

/** One attempt and its record; marked sent only after the channel accepted it. */
async function attempt(
  ground: Ground,
  senders: Senders,
  row: MessageRow,
  random: () => number,
): Promise<void> {
  await safely(ground, async () => {
    const outcome = await deliver(ground, senders, row);
    ground.faultPoint('message-delivered');
    await ground.database.write((trx) => record(trx, ground, row, outcome, random()));
    note(ground, row, outcome);
  });
}

function record(
  trx: Parameters<typeof store.markSent>[0],
  ground: Ground,
  row: MessageRow,
  outcome: Outcome,
  random: number,
): Promise<void> {
  const at = timeStamp(ground.clock);
  if (outcome.kind === 'accepted') return store.markSent(trx, row, at);
  if (outcome.kind === 'never') return store.markFailed(trx, row, outcome.fault, at);
  const wait = waitAfter(row.attempts, outcome.retryAfter, random);
  return store.markForLater(trx, row, outcome.fault, { at, next: timeStamp(ground.clock, wait) });
}

/** Ids and codes only: no address, no text, no name (failures.md, S13). */
function note(ground: Ground, row: MessageRow, outcome: Outcome): void {
  if (outcome.kind === 'accepted') return;
  const { id, channel, template, attempts } = row;
  const facts = { message: id, channel, template, attempts, fault: outcome.fault };
  const ours = outcome.fault === 'our-key' || outcome.fault === 'our-login' || outcome.fault === 'unwritable';
  if (ours) ground.log.error(facts, 'a message was refused because of our own settings');
  else ground.log.warn(facts, 'a message was not delivered');
}

/** Where this is the only process, whatever is still claimed was claimed by one that crashed. */
async function freeOwnLeases(ground: Ground): Promise<void> {
  if (ground.database.dialect === 'sqlite') await ground.database.write(store.freeLeases);
}

async function untilNextTry(ground: Ground): Promise<number> {
  const next = await store.nextTry(ground.database.read, timeStamp(ground.clock)).catch(() => null);
  if (next === null) return LONGEST_SLEEP;
  return Math.min(LONGEST_SLEEP, Math.max(SECOND, Date.parse(next) - ground.clock.now()));
}

/** A database that is busy or away ends neither the loop nor the other messages: the lease runs out and it is tried again. */
async function safely(ground: Ground, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    const { name, code } = fault as { name?: string; code?: string };
    ground.log.error({ kind: name, code }, 'the message worker could not go on');
  }
}
