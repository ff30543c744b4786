import type { ReplyOf } from '../../../../protocol/endpoint';
import type { ListedPupil, listPupils } from '../../../../protocol/pupils';
import type { Choosable } from './pupil-chooser';

/** "Amira Khan", by the name that the pupil goes by. */
export function nameOf({
  first,
  last,
  preferred,
}: Pick<ListedPupil, 'first' | 'last' | 'preferred'>): string {
  return `${preferred ?? first} ${last}`;
}

/** Names of classes and year groups by their ids; empty for an id that is neither. */
export function placeNames({
  classes,
  yearGroups,
}: Pick<ReplyOf<typeof listPupils>, 'classes' | 'yearGroups'>): (id: string) => string {
  const names = new Map([...classes, ...yearGroups].map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
}

/** Every pupil to choose from, with the class that tells two of one name apart. */
export function choosable(list: ReplyOf<typeof listPupils>): Choosable[] {
  const place = placeNames(list);
  return list.pupils.map((pupil) => ({ id: pupil.id, name: nameOf(pupil), className: place(pupil.classId) }));
}
