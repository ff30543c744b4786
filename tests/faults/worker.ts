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

  /**
   * Hands it a push, as the push service of the browser's maker does, and waits until it is through with it. Only
   * then may anybody look: Chromium drops a notification for good that is asked for while it is being shown.
   * @param data the payload after decryption
   * @throws when the worker failed on it
   */
  async push(data: string): Promise<void> {
    const service = 'pushMessaging';
    await this.#devTools.send('BackgroundService.startObserving', { service });
    await this.#devTools.send('BackgroundService.setRecording', { service, shouldRecord: true });
    const through = new Promise<string>((resolve) => {
      this.#devTools.on('BackgroundService.backgroundServiceEventReceived', ({ backgroundServiceEvent }) => {
        const { eventName, eventMetadata } = backgroundServiceEvent;
        const status = eventMetadata.find(({ key }) => key === 'Status')?.value;
        if (eventName === 'Push event completed') resolve(status ?? 'without a status');
      });
    });
    const event = { origin: this.#origin, registrationId: this.#registrationId };
    await this.#devTools.send('ServiceWorker.deliverPushMessage', { ...event, data });
    const status = await through;
    if (status !== 'Success') throw new Error(`the push was not shown: ${status}`);
  }

  /** Ends it at once, whatever it is doing, as a browser does that needs the memory. */
  async kill(): Promise<void> {
    await this.#devTools.send('ServiceWorker.stopAllWorkers');
  }
}
