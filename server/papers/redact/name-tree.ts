/** Who is called by a name: somebody who stays, or these pupils or adults of theirs, who are hidden. */
type Meaning = 'stays' | Hidden;
export interface Hidden {
  readonly who: 'pupil' | 'adult';
  /** Ids of the pupils. */
  readonly of: ReadonlySet<string>;
}

/** Of several people with one name, who counts: the last of these. */
const ranks = ['adult of another pupil', 'adult who stays', 'another pupil', 'own'] as const;
type Rank = (typeof ranks)[number];

export interface Called {
  readonly rank: Rank;
  readonly meaning: Meaning;
}

/** Names by their words, one after the other: as many people as there may be, a look takes as many steps as a name has words. */
export interface NameNode {
  readonly next: Map<string, NameNode>;
  /** Who is called what stands on the way here. */
  called?: Called;
  /** The same, the first two of its words with a comma between: "Khan, Amira". */
  afterComma?: Called;
  /** Of a single word: the pupils whose adults are called so, for texts about those pupils. */
  bare?: Set<string>;
  /** Children who were described by these words, for texts of their records. */
  described?: Set<string>;
}

export function emptyNode(): NameNode {
  return { next: new Map() };
}

export function nodeOf(root: NameNode, words: readonly string[]): NameNode {
  let node = root;
  for (const word of words) {
    const next = node.next.get(word) ?? emptyNode();
    node.next.set(word, next);
    node = next;
  }
  return node;
}

/** Two who are called the same: the higher rank, or both. */
export function bothOf(one: Called | undefined, other: Called): Called {
  if (!one) return other;
  const above = ranks.indexOf(other.rank) - ranks.indexOf(one.rank);
  if (above !== 0) return above > 0 ? other : one;
  if (one.meaning === 'stays' || other.meaning === 'stays') return one;
  const of = new Set([...one.meaning.of, ...other.meaning.of]);
  return { rank: one.rank, meaning: { who: one.meaning.who, of } };
}
