import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { judgeEnvelope } from './judge-envelope';
import { unjudgedColumns, type UnjudgedRow } from './judging';
import type { Traffic } from './traffic';

/** Rows looked for at a time. */
const BATCH = 50;
/** Other processes accept too, and a fault passes: look again this often. */
const LOOK_AGAIN_MS = 5000;

/**
 * Judges what was accepted, in order of arrival, behind accepting in the writer's queue, and at start whatever a
 * crash left (envelope.md, Receiving). An envelope that throws is tried again later and holds up nobody.
 */
export class Judge {
  readonly #ground: Ground;
  readonly #traffic: Traffic;
  readonly #afterAlerts: () => void;
  #running: Promise<void> | null = null;
  #again = false;
  #timer: NodeJS.Timeout | null = null;
  readonly #troubled = new Set<string>();

  /**
   * @param traffic says when accepting goes first
   * @param afterAlerts wakes the sender of messages
   */
  constructor(ground: Ground, traffic: Traffic, afterAlerts: () => void) {
    this.#ground = ground;
    this.#traffic = traffic;
    this.#afterAlerts = afterAlerts;
  }

  /** Begins with what a crash left and goes on by itself. */
  start(): void {
    this.wake();
    this.#timer = setInterval(() => {
      this.#troubled.clear();
      this.wake();
    }, LOOK_AGAIN_MS);
    this.#timer.unref();
  }

  /** Something was accepted: judge it now. */
  wake(): void {
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Resolves when everything that can be judged now is. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#again = false;
    await this.idle();
  }

  async #run(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      const rows = await this.#find();
      for (const row of rows) {
        await this.#traffic.giveWay();
        await this.#judgeOne(row);
      }
      if (rows.length > 0) this.#again = true;
    }
  }

  async #find(): Promise<UnjudgedRow[]> {
    try {
      const rows = await this.#ground.database
        .read('envelopes')
        .whereNull('verdict')
        .orderBy(['received_at', 'envelope_id'])
        .limit(BATCH + this.#troubled.size)
        .select(...unjudgedColumns);
      return rows.filter((row) => !this.#troubled.has(row.envelope_id));
    } catch (fault) {
      this.#ground.log.error(
        { code: fault instanceof Error ? fault.name : 'unknown' },
        'unjudged envelopes could not be listed',
      );
      return [];
    }
  }

  async #judgeOne(row: UnjudgedRow): Promise<void> {
    try {
      const verdict = await judgeEnvelope(this.#ground, row);
      if (verdict.alerted.length > 0) {
        this.#afterAlerts();
        this.#ground.changes.announce(row.school_id, verdict.alerted);
      }
    } catch (fault) {
      this.#troubled.add(row.envelope_id);
      const code = fault instanceof Error ? fault.name : 'unknown';
      this.#ground.log.error(
        { envelope: row.envelope_id, code, at: timeStamp(this.#ground.clock) },
        'an envelope waits to be judged again',
      );
    }
  }
}
