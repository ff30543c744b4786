import type { InboxFilter } from '../../../protocol/inbox';
import { levelFilter } from '../../strings/concern-actions';
import { inbox as words } from '../../strings/inbox';

/** What stands in the fields; empty: not limited. */
export interface InboxFields {
  readonly level: '' | NonNullable<InboxFilter['level']>;
  /** id */
  readonly category: string;
  /** id of a year group */
  readonly year: string;
}
export const noFields: InboxFields = { level: '', category: '', year: '' };

/** What the fields can be limited to besides a level. */
export interface InboxChoices {
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  readonly years: readonly { readonly id: string; readonly name: string }[];
}

/** The fields as a call: only what is limited. */
export function filterOf({ level, category, year }: InboxFields): InboxFilter {
  return {
    ...(level === '' ? {} : { level }),
    ...(category === '' ? {} : { category }),
    ...(year === '' ? {} : { year }),
  };
}

export function isLimited(fields: InboxFields): boolean {
  return Object.values(fields).some((value: string) => value !== '');
}

/** "High level, Neglect, Year 4": what the list shows no more than. */
export function filterWords({ level, category, year }: InboxFields, choices: InboxChoices): string {
  const nameOf = (all: InboxChoices['years'], id: string) =>
    id === '' ? '' : (all.find((one) => one.id === id)?.name ?? words.goneChoice);
  return [
    level === '' ? '' : levelFilter.shown[level],
    nameOf(choices.categories, category),
    nameOf(choices.years, year),
  ]
    .filter(Boolean)
    .join(', ');
}
