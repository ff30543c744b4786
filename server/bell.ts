/** Rings for whoever waits beside the requests; it tells nothing but that it rang, and in vain while nobody listens. */
export class Bell {
  #listener: () => void = () => undefined;

  /** @param listener is called at every ring from now on, instead of the one before */
  onRing(listener: () => void): void {
    this.#listener = listener;
  }

  ring(): void {
    this.#listener();
  }
}
