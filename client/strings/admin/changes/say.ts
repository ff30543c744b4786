import type { ChangeKind, ChangeOf } from '../../../../protocol/changes/change';

/** Gives the name of what an id stands for. */
export type NameOf = (id: string) => string;

/** Says one kind of change in one line. */
export type SayChange<Kind extends ChangeKind> = (change: ChangeOf<Kind>, name: NameOf) => string;

/** Words for these kinds of change. */
export type ChangeWords<Kinds extends ChangeKind> = { readonly [Kind in Kinds]: SayChange<Kind> };

/** "4B, 5C and Year 6"; `none` where the list is empty. */
export function listed(
  ids: readonly string[],
  name: NameOf,
  none: string,
  joined: 'and' | 'or' = 'and',
): string {
  const names = ids.map(name);
  if (names.length < 2) return names[0] ?? none;
  return `${names.slice(0, -1).join(', ')} ${joined} ${names.at(-1) ?? ''}`;
}
