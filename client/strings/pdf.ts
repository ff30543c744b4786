/** A PDF that is shown. */
export const pdf = {
  page: (number: number, all: number): string => `Page ${number} of ${all}`,
  noPage: (number: number): string => `Page ${number} could not be drawn. Save the file to read it.`,
  notShown: {
    unreadable: 'This PDF could not be shown. Save it.',
    locked: 'This PDF has a password. Save it, and open it with that.',
  },
};
