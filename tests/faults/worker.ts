import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** A browser's own hold on the service worker of one origin, for what a page cannot do to it. */
export class WorkerHandle {
  readonly #devTools: CDPSession;
  readonly #origin: string;
  readonly #registrationId: string;

  private constructor(devTools: CDPSession, origin: string, registrationId: string) {
    this.#devTools = devTools;
    this.#origin = origin;
    this.#registrationId = registrationId;
  }

  /** @param page any page of the browser, also one of another origin */
  static async of(context: BrowserContext, page: Page, origin: string): Promise<WorkerHandle> {
    const devTools = await context.newCDPSession(page);
    const registration = new Promise<string>((resolve) => {
      devTools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const ours = registrations.find(({ scopeURL, isDeleted }) => scopeURL === `${origin}/` && !isDeleted);
        if (ours) resolve(ours.registrationId);
      });
    });
    await devTools.send('ServiceWorker.enable');
    return new WorkerHandle(devTools, origin, await registration);
  }

  /** Wakes it as a browser does that has found a network again. Does not wait for what it does then. */
  wake(): void {
    const event = { origin: this.#origin, registrationId: this.#registrationId };
    void this.#devTools
      .send('ServiceWorker.dispatchSyncEvent', { ...event, tag: 'heed-outbox', lastChance: false })
      .catch(() => undefined);
  }

  /** Hands it a push, as the push service of the browser's maker does. @param data the payload after decryption */
  async push(data: string): Promise<void> {
    const event = { origin: this.#origin, registrationId: this.#registrationId };
    await this.#devTools.send('ServiceWorker.deliverPushMessage', { ...event, data });
  }

  /** Ends it at once, whatever it is doing, as a browser does that needs the memory. */
  async kill(): Promise<void> {
    await this.#devTools.send('ServiceWorker.stopAllWorkers');
  }
}
