/** What a row of the preview is called that has no name of its own. */
export const rowTitles = {
  school: 'The school',
  dutyList: 'Duty list',
  /** @param category its name, or `*` */
  permission: (group: string, category: string): string =>
    `${group}: ${category === '*' ? 'all categories' : category}`,
  classRestriction: (name: string): string => `Class ${name}`,
};
