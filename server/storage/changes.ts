import { EventEmitter } from 'node:events';

/** Tells other parts of the server, after a commit, that something of one person changed. Free of content. */
export interface Changes {
  /** Says that the inboxes of these staff members changed. */
  announce(schoolId: string, staffIds: readonly string[]): void;
  /** Calls back at each change of one person's inbox until the returned function is called. */
  watch(schoolId: string, staffId: string, listener: () => void): () => void;
}

/** Changes within one process, for SQLite. */
export class LocalChanges implements Changes {
  readonly #events = new EventEmitter().setMaxListeners(0);

  announce(schoolId: string, staffIds: readonly string[]): void {
    for (const staffId of staffIds) this.#events.emit(`${schoolId} ${staffId}`);
  }

  watch(schoolId: string, staffId: string, listener: () => void): () => void {
    const topic = `${schoolId} ${staffId}`;
    this.#events.on(topic, listener);
    return () => this.#events.off(topic, listener);
  }
}
