/** What the columns of a table say that somebody takes away as CSV. */
export const countsTable = {
  head: ['By', 'What', 'Concerns (5 and more: to the nearest 5)'],
  all: 'All',
  tooFew: 'too few to show',
  few: 'under 5',
  titles: { standing: 'Open or closed', month: 'Month', category: 'Category', class: 'Class' },
  none: { standing: '', month: '', category: 'No category', class: 'No pupil of the roll' },
} as const;

export const auditTable = ['Time (UTC)', 'Who', 'What', 'To what', 'Name', 'More'] as const;
