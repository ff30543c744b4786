/** A concern or a chronology as a PDF. */
export const papers = {
  download: 'Download PDF',
  begin: 'Download',
  cancel: 'Cancel',
  which: 'Names of other pupils',
  withNames: 'With names',
  withNamesHint: 'As the screen shows them.',
  asLetters: 'Other pupils as Pupil B, Pupil C …',
  asLettersFor: (pupil: string): string => `For the family of ${pupil}: other pupils as Pupil B, Pupil C …`,
  asLettersHint: 'By the names on the roll. Read it through before it leaves the school.',
  preparing: 'Getting the PDF ready',
  making: (amount: string): string => `Making the PDF, ${amount} so far`,
  amount: (bytes: number): string =>
    bytes < 1_000_000 ? `${String(Math.ceil(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
  saved: (name: string): string => `Saved as ${name}.`,
  cancelled: 'Cancelled. Nothing was saved.',
  broken:
    'The PDF was not finished, and nothing was saved. Check that you are online and still have full access, then try again.',
};
