import { openSqliteDatabase, type Database } from '../../../server/storage/database';

const LOOK_EVERY_MS = 100;
const GIVE_UP_MS = 120_000;

/** Looks into the running server's database, to see when it has nothing left to do. */
export class Unsettled {
  readonly #database: Database;

  constructor(dataDir: string) {
    this.#database = openSqliteDatabase(dataDir);
  }

  /** Waits until every envelope is judged and every message has had its try. @throws after two minutes */
  async wait(): Promise<void> {
    const until = performance.now() + GIVE_UP_MS;
    while (await this.#isBusy()) {
      if (performance.now() > until) throw new Error('the server did not come to rest');
      await new Promise((next) => setTimeout(next, LOOK_EVERY_MS));
    }
  }

  /** When the first alert about this envelope's concern was written, ISO; null before. */
  async alertedAt(envelopeId: string): Promise<string | null> {
    const row = await this.#database
      .read('alerts as a')
      .join('concerns as c', (on) => on.on('c.id', 'a.concern_id').andOn('c.school_id', 'a.school_id'))
      .where({ 'c.envelope_id': envelopeId })
      .orderBy('a.created_at')
      .first<{ created_at: string } | undefined>('a.created_at');
    return row?.created_at ?? null;
  }

  async close(): Promise<void> {
    await this.#database.close();
  }

  async #isBusy(): Promise<boolean> {
    const { read } = this.#database;
    const unjudged: unknown = await read('envelopes').whereNull('verdict').first('envelope_id');
    if (unjudged) return true;
    return (await read('messages').where({ state: 'queued', attempts: 0 }).first('id')) !== undefined;
  }
}
