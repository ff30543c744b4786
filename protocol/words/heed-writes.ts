/** What Heed itself writes into a record, where a person wrote nothing or did something. */
export const heedWrites = {
  nothingWritten: '[Nothing was written yet.]',
  notSaidYet: 'Not said yet',
  aPupil: 'A pupil',
  notKnown: 'Not known',
  noSuchRecord: 'Not known: this adds to a record that has not arrived',
  handedOver: (from: string, by: string): string => `Handed over from ${from} by ${by}.`,
  openedBefore: (reason: string): string => `Opened before its author had sent it: ${reason}`,
  nobodyKnown: 'Nobody known',
  notConfirmed: (name: string): string => `${name}, not confirmed`,
  noText: 'no text',
  joined: (reference: string, author: string, text: string): string =>
    `Joined from record ${reference} (${author}): ${text}`,
};
