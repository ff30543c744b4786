import { nameKey } from '../sheets/name-key';

/** Above this much work no suggestion is sought any more: a hostile sheet must not keep the server busy. */
const MOST_COMPARISONS = 2_000_000;
const LONGEST_COMPARED = 80;

/** The names that one kind of thing has in this spreadsheet, each with the row that defines it. */
export class Names {
  #known = new Map<string, { name: string; row: number }>();
  #suggested = new Map<string, string | undefined>();
  #comparisons = 0;

  /** Adds a name; @returns the row where it already stands, or null when it is new. */
  add(name: string, row: number): number | null {
    const key = nameKey(name);
    const earlier = this.#known.get(key);
    if (earlier) return earlier.row;
    this.#known.set(key, { name, row });
    return null;
  }

  /** The name as its own sheet spells it, or undefined when there is none. */
  find(text: string): string | undefined {
    return this.#known.get(nameKey(text))?.name;
  }

  all(): string[] {
    return [...this.#known.values()].map(({ name }) => name);
  }

  /** The one known name that looks most like this, when it is likely that it was meant. */
  suggest(text: string): string | undefined {
    const key = nameKey(text);
    if (!this.#suggested.has(key)) this.#suggested.set(key, this.#nearest(key));
    return this.#suggested.get(key);
  }

  #nearest(key: string): string | undefined {
    const wanted = squash(key);
    if (wanted === '' || wanted.length > LONGEST_COMPARED) return undefined;
    let best: { name: string; distance: number } | undefined;
    for (const [known, { name }] of this.#known) {
      this.#comparisons += 1;
      if (this.#comparisons > MOST_COMPARISONS) return undefined;
      const candidate = squash(known);
      // Another number is another name, not a typing fault: Year 4 is not Year 9.
      if (digits(candidate) !== digits(wanted)) continue;
      const distance = distanceWithin(wanted, candidate, allowance(wanted.length));
      if (distance !== null && (best === undefined || distance < best.distance)) best = { name, distance };
    }
    return best?.name;
  }
}

/** One typing fault in a short name may be another name: 3A is not 3B. */
function allowance(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

const digits = (key: string) => key.replace(/\P{Number}/gu, '');
const squash = (key: string) => key.replace(/[^\p{Letter}\p{Number}]/gu, '');

/** Levenshtein distance of two texts, or null when it is more than `most`. */
export function distanceWithin(a: string, b: string, most: number): number | null {
  if (Math.abs(a.length - b.length) > most) return null;
  if (most === 0) return a === b ? 0 : null;
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(changed, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > most) return null;
    above = current;
  }
  const distance = above[b.length] ?? 0;
  return distance <= most ? distance : null;
}
