import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { download } from '../components/download';
import { mayReadNow } from '../contexts/may-read';
import { currentSession } from '../contexts/session';

/** A file as it came. */
export interface FetchedFile {
  readonly name: string;
  readonly file: Blob;
}

/**
 * Fetches one file at a time to be saved. It is given up when its place goes, and once the person may not read what was
 * recorded any more: nothing of it reaches the device after that.
 */
export class FetchToSave implements ReactiveController {
  #stop: AbortController | null = null;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Gives up what is on its way. */
  stop(): void {
    this.#stop?.abort();
  }

  /** @returns what was saved; null: nothing was. @throws CallFault */
  async save<File extends FetchedFile>(
    read: (signal: AbortSignal) => Promise<File | null>,
  ): Promise<File | null> {
    const { signal } = (this.#stop = new AbortController());
    try {
      const fetched = await read(signal);
      if (!fetched || signal.aborted || !mayReadNow(currentSession())) return null;
      download(fetched.name, fetched.file.type, fetched.file);
      return fetched;
    } catch (thrown) {
      if (signal.aborted) return null;
      throw thrown;
    }
  }
}
