import { watchSession } from '../contexts/session';
// Hears of it first: what dialogs keep as they end goes with all else of that person.
import './host';

let owner: string | null = null;
const ofAllKinds: Map<string, unknown>[] = [];

// Only for as long as one person is logged in, and only in memory: nothing of it is ever written down.
watchSession(({ known, session }) => {
  if (!known) return;
  if (session?.staffId !== owner) for (const kept of ofAllKinds) kept.clear();
  owner = session?.staffId ?? null;
});

/**
 * What was begun in dialogs of one kind and neither saved nor given up, by what it is about. It outlasts the end of full
 * access, which takes the dialog off the screen with all that was typed.
 */
export class Kept<T> {
  readonly #kept = new Map<string, T>();

  constructor() {
    ofAllKinds.push(this.#kept);
  }

  /** What was begun about this, or a new one, which is kept from now on. */
  begin(about: string, anew: () => T): T {
    const begun = this.#kept.get(about) ?? anew();
    this.#kept.set(about, begun);
    return begun;
  }

  find(about: string): T | undefined {
    return this.#kept.get(about);
  }

  /** What was begun about this; from now on whoever goes on with it has it. */
  take(about: string): T | undefined {
    const begun = this.find(about);
    this.forget(about);
    return begun;
  }

  keep(about: string, begun: T): void {
    this.#kept.set(about, begun);
  }

  /** It was saved, or given up. */
  forget(about: string): void {
    this.#kept.delete(about);
  }

  /** As `forget`, by what was begun itself. */
  drop(begun: T): void {
    for (const [about, one] of this.#kept) if (one === begun) this.#kept.delete(about);
  }
}
