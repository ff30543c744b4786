import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { watchInboxChanges } from './inbox-changes';

/**
 * A screen that shows what was recorded and does not change by itself: it still holds the line to the school, so that it falls
 * when the session is ended somewhere else (data/inbox-changes.ts).
 */
export class FallWithSession implements ReactiveController {
  #stop: () => void = () => undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = watchInboxChanges(() => undefined);
  }

  hostDisconnected(): void {
    this.#stop();
  }
}
