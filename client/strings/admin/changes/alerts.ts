import type { ChangeOf } from '../../../../protocol/changes/change';
import { listed, type ChangeWords, type NameOf } from './say';

/** "When a concern is in Neglect and its pupil is in Year 4, alert Pastoral team". */
function sentence(change: ChangeOf<'automatic-alert.add' | 'automatic-alert.change'>, name: NameOf): string {
  const categories = listed(change.categories, name, '', 'or');
  const limits = listed([...change.classes, ...change.years], name, '', 'or');
  const pupil = limits ? ` and its pupil is in ${limits}` : '';
  const told = listed([...change.groups, ...change.staff], name, 'nobody');
  return `When a concern is in ${categories}${pupil}, alert ${told}`;
}

/** Alert groups and automatic alerts. */
export const alertWords: ChangeWords<
  | 'alert-group.add'
  | 'alert-group.rename'
  | 'alert-group.members'
  | 'alert-group.fallback'
  | 'alert-group.remove'
  | 'automatic-alert.add'
  | 'automatic-alert.change'
  | 'automatic-alert.switch'
  | 'automatic-alert.order'
  | 'automatic-alert.remove'
> = {
  'alert-group.add': (change, name) =>
    `New alert group ${change.name}: ${listed(change.members, name, 'no members yet')}`,
  'alert-group.rename': (change, name) => `Alert group ${name(change.groupId)} becomes ${change.name}`,
  'alert-group.members': (change, name) =>
    `Alert group ${name(change.groupId)}: ${listed(change.members, name, 'no members')}`,
  'alert-group.fallback': (change, name) =>
    `Alert group ${name(change.groupId)}: ${change.fallback ? 'told when nobody else is' : 'no fallback group any more'}`,
  'alert-group.remove': (change, name) => `Alert group ${name(change.groupId)} goes`,
  'automatic-alert.add': (change, name) => `New automatic alert: ${sentence(change, name)}`,
  'automatic-alert.change': (change, name) => `Automatic alert: ${sentence(change, name)}`,
  'automatic-alert.switch': ({ on }) => (on ? 'An automatic alert, on again' : 'An automatic alert, off'),
  'automatic-alert.order': () => 'Automatic alerts in a new order',
  'automatic-alert.remove': () => 'An automatic alert goes',
};
