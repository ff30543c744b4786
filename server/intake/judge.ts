import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { Rounds } from '../rounds';
import { matchAddenda } from './addenda/match-addenda';
import { openForJudging, type Recording } from './judge-envelope';
import { unjudgedColumns, type UnjudgedRow } from './judging';
import type { Traffic } from './traffic';

/** Rows looked for at a time. */
const BATCH = 50;
/** Envelopes of one turn: opened at once, recorded one after another, and accepting goes first again. */
export const TURN = 10;
/** Other processes accept too, and a fault passes: look again this often. */
const LOOK_AGAIN_MS = 5000;

/**
 * Judges what was accepted, in order of arrival, behind accepting in the writer's queue, and at start whatever a
 * crash left (envelope.md, Receiving). An envelope that throws is tried again later and holds up nobody.
 */
export class Judge extends Rounds {
  readonly #ground: Ground;
  readonly #traffic: Traffic;
  readonly #files: () => void;
  readonly #troubled = new Set<string>();

  /**
   * @param traffic says when accepting goes first
   * @param files is called when a file may have become whole
   */
  constructor(ground: Ground, traffic: Traffic, files: () => void = () => undefined) {
    super(LOOK_AGAIN_MS);
    this.#ground = ground;
    this.#traffic = traffic;
    this.#files = files;
  }

  protected override lookAgain(): void {
    this.#troubled.clear();
    super.lookAgain();
  }

  protected override async round(): Promise<void> {
    const rows = await this.#find();
    for (let from = 0; from < rows.length; from += TURN) {
      await this.#traffic.giveWay();
      await this.#takeTurn(rows.slice(from, from + TURN));
    }
    await this.#matchAdditions();
    if (rows.length > 0) this.goOn();
  }

  /** What came before its record waits for it, however far apart they come. */
  async #matchAdditions(): Promise<void> {
    try {
      await matchAddenda(this.#ground);
    } catch (fault) {
      this.#ground.log.error(
        { code: fault instanceof Error ? fault.name : 'unknown' },
        'additions could not be matched',
      );
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

  /** Opening waits for threads and readers, so all do it together; the order of arrival is kept where it is written. */
  async #takeTurn(rows: readonly UnjudgedRow[]): Promise<void> {
    const opened = await Promise.all(
      rows.map((row) => this.#orLater(row, () => openForJudging(this.#ground, row))),
    );
    for (const [at, row] of rows.entries()) {
      const recording = opened[at];
      if (recording) await this.#orLater(row, () => this.#record(row, recording));
    }
  }

  async #record(row: UnjudgedRow, recording: Recording): Promise<void> {
    const verdict = await recording();
    if (verdict.files) this.#files();
    if (verdict.alerted.length === 0) return;
    this.#ground.changes.announce(row.school_id, verdict.alerted);
  }

  /** Null where one could not be done: it is tried again later and holds up nobody. */
  async #orLater<T>(row: UnjudgedRow, deed: () => Promise<T>): Promise<T | null> {
    try {
      return await deed();
    } catch (fault) {
      this.#troubled.add(row.envelope_id);
      const code = fault instanceof Error ? fault.name : 'unknown';
      this.#ground.log.error(
        { envelope: row.envelope_id, code, at: timeStamp(this.#ground.clock) },
        'an envelope waits to be judged again',
      );
      return null;
    }
  }
}
