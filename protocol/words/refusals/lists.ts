/** Why a list has no such place, or takes no more. */
export const listRefusals = {
  noSuchPlace: 'This is not a place in the list.',
  manyViews: 'These are too many views. Remove one that you no longer use.',
  manyTerms: (most: number): string => `Search for at most ${String(most)} words at a time.`,
};
