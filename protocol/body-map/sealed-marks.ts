import type { BodyMap, DraftMark } from '../body-map';

/** One child of the form, as far as a mark names it. */
type Child = { kind: 'listed'; pupil: { id: string } } | { kind: string; description: string };

/** How the marks of a draft name a child: by its id, or as it is described. */
export function childKey(child: Child): string {
  return 'pupil' in child ? child.pupil.id : child.description.trim();
}

/** The marks of a draft as they are sealed. @param children the concern's pupils, in its order */
export function bodyMapOf(marks: readonly DraftMark[], children: readonly Child[]): { bodyMap?: BodyMap } {
  if (marks.length === 0) return {};
  const keys = children.map(childKey);
  const sealed = marks.map(({ child = '', ...mark }) => {
    const pupil = keys.indexOf(child);
    return child === '' || pupil < 0 ? mark : { ...mark, pupil };
  });
  return { bodyMap: { marks: sealed } };
}
