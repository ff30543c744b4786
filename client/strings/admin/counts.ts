import { dates } from '../../../protocol/words/language';

type Table = 'standing' | 'month' | 'category' | 'class';

const month = dates({ month: 'long', year: 'numeric', timeZone: 'UTC' });

export const counts = {
  title: 'Counts',
  intro: 'How many of the concerns that you may read there are. Nobody’s name is among them.',
  back: 'Search',
  export: 'Download for a spreadsheet',
  from: 'From',
  to: 'To',
  show: 'Show',
  concerns: 'Concerns',
  none: 'No concerns between these dates. Choose an earlier beginning or a later end.',
  all: (count: number | 'few'): string =>
    count === 'few' ? 'Fewer than 5 concerns' : `About ${String(count)} concerns`,
  count: (count: number | 'few'): string => (count === 'few' ? 'under 5' : String(count)),
  tables: { standing: 'Open and closed', month: 'By month', category: 'By category', class: 'By class' },
  columns: { standing: 'Standing', month: 'Month', category: 'Category', class: 'Class' },
  rowName: (of: Table, name: string | null): string => {
    if (name === null) return of === 'class' ? 'No pupil of the roll' : 'No category';
    if (of === 'month') return month(new Date(`${name}-01T00:00:00Z`));
    if (of === 'standing') return name === 'open' ? 'Open' : 'Closed';
    return name;
  },
  tooFew: 'Too few to show: a number under 5 could be worked out from this. Choose more days.',
  howCounted:
    'Numbers under 5 are not shown, and others are to the nearest 5, so that nobody can be recognised. A concern in two categories, or about pupils of two classes, is counted in both.',
};
