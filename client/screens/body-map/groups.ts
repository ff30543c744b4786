import type { View } from '../../../protocol/body-map/views';
import type { bodyMap } from '../../strings/body-map';

export type GroupName = keyof typeof bodyMap.groups;

/** Pictures that stand side by side. */
export interface Group {
  name: GroupName;
  views: readonly [View, View];
}

export const groups: readonly Group[] = [
  { name: 'child', views: ['child-front', 'child-back'] },
  { name: 'small', views: ['small-front', 'small-back'] },
  { name: 'head', views: ['head-front', 'head-back'] },
  { name: 'sides', views: ['head-right', 'head-left'] },
  { name: 'hands', views: ['hands-palms', 'hands-backs'] },
  { name: 'feet', views: ['feet-tops', 'feet-soles'] },
];

/** The group that a picture stands in. */
export function groupOf(view: View): Group {
  const found = groups.find(({ views }) => views.includes(view));
  if (!found) throw new Error(`no group shows ${view}`);
  return found;
}
