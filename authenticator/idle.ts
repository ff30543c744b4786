/** When the accounts close by themselves, ms. Long enough to read a code, go to Heed and come back for the next. */
export const LIMITS = { untouched: 120_000, hidden: 60_000 };

/** A clock is put right by so much while it runs, ms; more is somebody's doing. */
const PUT_RIGHT = 5_000;

/** Whether the phone has been left alone for so long that the accounts close. All times: ms since 1970. */
export class Idle {
  #touchedAt: number;
  #hiddenAt: number | null = null;

  constructor(now: number) {
    this.#touchedAt = now;
  }

  /** Somebody touched the screen or a key. */
  touched(now: number): void {
    this.#touchedAt = now;
  }

  /** The app went into the background, or came back. */
  shown(isShown: boolean, now: number): void {
    this.#hiddenAt = isShown ? null : (this.#hiddenAt ?? now);
  }

  /** A clock that was set back counts as left alone: nobody knows for how long. */
  isOver(now: number): boolean {
    const over = (since: number, limit: number): boolean => since - now > PUT_RIGHT || now - since >= limit;
    if (this.#hiddenAt !== null && over(this.#hiddenAt, LIMITS.hidden)) return true;
    return over(this.#touchedAt, LIMITS.untouched);
  }
}
