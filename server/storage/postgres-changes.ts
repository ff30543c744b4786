import pg from 'pg';
import type { Logger } from 'pino';
import { LocalChanges, type Changes } from './changes';

const CHANNEL = 'heed_changes';
const RECONNECT_MS = 2000;

/** Changes between server processes by LISTEN/NOTIFY on PostgreSQL. */
export class PostgresChanges implements Changes {
  readonly #local = new LocalChanges();
  readonly #url: string;
  readonly #log: Logger;
  #client: pg.Client | null = null;
  #closed = false;
  #sent: Promise<unknown> = Promise.resolve();

  constructor(url: string, log: Logger) {
    this.#url = url;
    this.#log = log;
  }

  /** Begins to listen; connects again by itself when the connection is lost. */
  async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url });
    client.on('error', () => this.#reconnect());
    client.on('notification', (note) => {
      const [schoolId, staffIds] = (note.payload ?? '').split(' ');
      if (schoolId && staffIds) this.#local.announce(schoolId, staffIds.split(','));
    });
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    this.#client = client;
  }

  announce(schoolId: string, staffIds: readonly string[]): void {
    if (staffIds.length === 0) return;
    // PostgreSQL takes 8,000 bytes; 150 ids of 36 characters stay below it.
    for (let from = 0; from < staffIds.length; from += 150) {
      const payload = `${schoolId} ${staffIds.slice(from, from + 150).join(',')}`;
      // One after the other: a client that is asked two things at once will refuse it one day.
      this.#sent = this.#sent
        .then(() => this.#client?.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]))
        .catch(() => this.#log.warn('a change could not be announced to other processes'));
    }
  }

  watch(schoolId: string, staffId: string, listener: () => void): () => void {
    return this.#local.watch(schoolId, staffId, listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end();
  }

  #reconnect(): void {
    if (this.#closed) return;
    this.#client = null;
    setTimeout(() => {
      if (!this.#closed) this.listen().catch(() => this.#reconnect());
    }, RECONNECT_MS).unref();
  }
}
