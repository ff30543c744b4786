import { html, nothing } from 'lit';
import type { ListedStaff } from '../../../../protocol/staff';
import { avatar, initialsOf } from '../../../components/avatar';
import { icon } from '../../../components/heed-icon';
import { standingWords, staffList as words } from '../../../strings/admin/staff';
import { shortDay } from '../../../strings/times';
import type { Column } from '../table/table';
import { standingOf, steps, type StaffLists } from './standing';
import { standingMark } from './standing-mark';

/** What the list needs to know beside its rows. */
export interface ListContext {
  readonly groups: StaffLists['groups'];
  /** Staff about whom a change waits for a second person. */
  readonly waiting: ReadonlySet<string>;
}

/** Job and group of a person, or when they left, in one line. */
export function underName(person: ListedStaff, groups: StaffLists['groups']): string {
  const group = groups.find(({ id }) => id === person.groupId)?.name ?? '';
  if (person.leftAt !== null)
    return [standingWords.left(shortDay(Date.parse(person.leftAt), Date.now())), group].join(', ');
  return [person.jobTitle, group].filter(Boolean).join(', ');
}

/** Name and every step. `context` is asked at each drawing, since the lists change under the columns. */
export function staffColumns(context: () => ListContext): Column<ListedStaff>[] {
  return [
    {
      key: 'name',
      title: words.name,
      cell: (person) => {
        const { groups, waiting } = context();
        return html`<span class="person-cell"
          >${avatar(initialsOf(person.name), person.id, 32)}<span
            ><strong>${person.name}</strong><small>${underName(person, groups)}</small></span
          >${waiting.has(person.id)
            ? html`<span class="waits" title=${words.waits}
                >${icon('hourglass')}<span class="visually-hidden">${words.waits}</span></span
              >`
            : nothing}</span
        >`;
      },
      text: (person) => `${person.name} ${underName(person, context().groups)} ${person.email ?? ''}`,
      sort: (person) => `${person.lastName} ${person.firstName}`,
    },
    ...steps.map(
      (step): Column<ListedStaff> => ({
        key: step,
        title: standingWords.steps[step],
        cell: (person) =>
          person.leftAt === null ? standingMark(standingOf(person, step, context().groups)) : '',
        text: (person) => (person.leftAt === null ? standingOf(person, step, context().groups).text : ''),
        sort: (person) => standingOf(person, step, context().groups).rank,
      }),
    ),
  ];
}
