import type { ChangeOf } from '../../../../protocol/changes/change';
import type { ChangeWords, NameOf } from './say';

const marks = {
  restricted: 'restricted',
  urgent: 'urgent',
  bodyMap: 'body map',
  onRecordScreen: 'on record screen',
} as const;

/** "Neglect, below Home: restricted, urgent". */
function facts(change: ChangeOf<'category.add' | 'category.change'>, name: NameOf): string {
  const own = (['restricted', 'urgent', 'bodyMap', 'onRecordScreen'] as const).filter((key) => change[key]);
  const below = change.parentId ? `, below ${name(change.parentId)}` : '';
  const list = own.map((key) => marks[key]).join(', ');
  return `${change.name}${below}: ${list || 'not restricted, not urgent'}`;
}

/** The tree of categories. */
export const categoryWords: ChangeWords<
  | 'category.add'
  | 'category.change'
  | 'category.disable'
  | 'category.enable'
  | 'category.order'
  | 'category.merge'
> = {
  'category.add': (change, name) => `New category ${facts(change, name)}`,
  'category.change': (change, name) => {
    const before = name(change.categoryId);
    const was = before && before !== change.name ? `${before} becomes ` : '';
    return `Category ${was}${facts(change, name)}`;
  },
  'category.disable': (change, name) =>
    `Category ${name(change.categoryId)} and what is below it: not offered`,
  'category.enable': (change, name) => `Category ${name(change.categoryId)}: offered again`,
  'category.order': () => 'Categories in a new order',
  'category.merge': (change, name) =>
    `Category ${name(change.categoryId)} goes into ${name(change.intoId)}, with its concerns and automatic alerts`,
};
