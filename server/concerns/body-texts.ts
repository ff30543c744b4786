import type { ConcernBody } from '../../protocol/concern-body';

/**
 * Gives every free text of a record anew: the account, and what was typed beside it. A text that is added to a record
 * belongs here too, or no lead can cover a word of it.
 * @param give from where it stands ("text", "others", "mark-2" …) and the text
 */
export function mapTexts(body: ConcernBody, give: (part: string, text: string) => string): ConcernBody {
  const { where, told, about, others, bodyMap } = body;
  return {
    ...body,
    text: give('text', body.text),
    pupils: body.pupils.map((pupil, at) => {
      const part = `pupil-${String(at)}`;
      return pupil.kind === 'listed'
        ? { ...pupil, shown: give(part, pupil.shown) }
        : { ...pupil, description: give(part, pupil.description) };
    }),
    where: where.other === undefined ? where : { ...where, other: give('where', where.other) },
    told: told.who === undefined ? told : { ...told, who: give('told', told.who) },
    ...(others === undefined ? {} : { others: give('others', others) }),
    ...(about?.described === undefined
      ? {}
      : { about: { ...about, described: give('about', about.described) } }),
    ...(bodyMap === undefined
      ? {}
      : {
          bodyMap: {
            ...bodyMap,
            marks: bodyMap.marks.map((mark, at) =>
              mark.note === undefined ? mark : { ...mark, note: give(`mark-${String(at)}`, mark.note) },
            ),
          },
        }),
  };
}
