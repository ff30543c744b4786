/** Names that Heed gives to what it makes in a new school. */
export const heedNames = {
  /** the user group of the chair of governors */
  chairGroup: 'Chair of governors',
  /** the alert group of lead and deputies, where the spreadsheet names no fallback */
  leadsGroup: 'Safeguarding leads',
  demoSchool: (name: string): string => `${name} (demo)`,
  demoKey: 'Demo key',
};
