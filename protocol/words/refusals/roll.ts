/** Why a change of the list of pupils is refused, and what to do instead. */
export const rollRefusals = {
  oneAlready: 'These two are one entry already. Choose the other one.',
  keepOnRoll: 'The entry to keep has left. Keep the one that is on roll.',
  twoMoves: 'A pupil stands in two moves. Look again.',
  nobodyThere: 'None of these pupils stands where this list says any more. Look at the classes again.',
  numberOfJoined: 'This number was that of an entry which was joined with another pupil.',
  numberOfLeaver: 'A pupil with this number has left. Bring them back instead.',
  numberTaken: 'There is already a pupil with this number.',
  dayToCome: 'Write a day that has come, as yyyy-mm-dd.',
  /** @param what "class", "year group" */
  closed: (what: string): string => `This ${what} is closed. Open it again, or choose another one.`,
};
