/**
 * Work of one kind that one runner does, round after round: when it is woken, and again after a while, since other
 * processes bring work too and a fault passes. At start it finds whatever a crash left.
 */
export abstract class Rounds {
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;
  #timer: NodeJS.Timeout | null = null;
  readonly #every: number;

  /** @param every looks again this often, ms */
  protected constructor(every: number) {
    this.#every = every;
  }

  /** Does what there is, and calls `goOn` where there is more of it. It may not throw. */
  protected abstract round(): Promise<void>;

  /** Begins with what a crash left and goes on by itself. */
  start(): void {
    this.#stopped = false;
    this.wake();
    this.#timer = setInterval(() => this.lookAgain(), this.#every);
    this.#timer.unref();
  }

  /** There is something to do now. */
  wake(): void {
    if (this.#stopped) return; // whoever starts next does it
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Resolves when everything that can be done now is. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Takes nothing more and resolves when what is under way is done. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearInterval(this.#timer);
    this.#again = false;
    await this.idle();
  }

  protected lookAgain(): void {
    this.wake();
  }

  /** Another round follows this one. */
  protected goOn(): void {
    this.#again = true;
  }

  /** A round ends early then. */
  protected get stopped(): boolean {
    return this.#stopped;
  }

  async #run(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      await this.round();
    }
  }
}
