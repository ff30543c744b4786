import type { Known } from './known';
import { dropSession, hasLoggedInHere } from './session-end';
import { askSession } from './session-life';

/**
 * A session that an earlier page left in this browser. A shared device starts locked, so such a session is nobody's:
 * it ends as soon as the school can be asked, unless its own person has unlocked by then.
 */
export class LeftOver {
  readonly #known: Known;
  #settled = false;
  #asking = false;
  #wanted = 0;

  constructor(known: Known) {
    this.#known = known;
  }

  /** To be called at start, and whenever the network may be back; does nothing once the school has said whose it is. */
  async settle(): Promise<void> {
    if (this.#settled || !this.#known.here) return;
    this.#wanted += 1;
    if (this.#asking) return;
    this.#asking = true;
    let asked: number;
    do {
      asked = this.#wanted;
      this.#settled = await askSession();
      // The network may have come back while this question was failing: then its failure says nothing.
    } while (!this.#settled && asked !== this.#wanted);
    this.#asking = false;
    const { session, here, unlocked } = this.#known;
    if (session.session && here.shared && !unlocked && !hasLoggedInHere()) await dropSession();
  }
}
