import type { ShownLink } from '../../../protocol/concern-links';
import type { Concern } from '../../../protocol/concerns';
import { describedAmong, type Described } from './described';
import type { NamedFile } from './file-numbers';
import type { Redactor } from './redactor';

type Say = (text: string) => string;

/**
 * A concern for the family of one of its pupils: every other pupil is a letter, without class, age and brothers and sisters, in
 * lists and in whatever somebody typed.
 * @param described its children as its author described them
 */
export function redactConcern(
  concern: Concern,
  redactor: Redactor,
  described: readonly Described[] = [],
): Concern {
  const linked = concern.links?.flatMap(({ other }) => describedAmong(other.concernId, other.pupils)) ?? [];
  const near = [
    ...concern.pupils.flatMap(({ pupilId }) => pupilId ?? []),
    ...redactor.meet([...described, ...linked]),
  ];
  const say: Say = (text) => redactor.text(text, near);
  const maybe = (text: string | null) => (text === null ? null : say(text));
  const { author, about, told, happened, bodyMap, files, links } = concern;
  return {
    ...concern,
    pupils: redactor.named(concern.id, concern.pupils).map((one) => ({
      ...one,
      ...(one.pupilId === redactor.own
        ? { siblings: [] }
        : { initials: '', className: null, age: null, siblings: [] }),
    })),
    text: maybe(concern.text),
    // Typed by whoever it was; a name that is confirmed is a colleague's.
    author: author.confirmed ? author : { ...author, name: say(author.name) },
    about: about?.map((one) => (one.described ? { ...one, name: say(one.name) } : one)) ?? null,
    told: { ...told, who: maybe(told.who) },
    happened: { ...happened, ...redactor.corrected(happened, near) },
    place: maybe(concern.place),
    others: maybe(concern.others),
    bodyMap: bodyMap && {
      ...bodyMap,
      marks: bodyMap.marks.map((mark) =>
        mark.note === undefined ? mark : { ...mark, note: say(mark.note) },
      ),
    },
    ...(files ? { files: numbered(files, redactor) } : {}),
    ...(links ? { links: links.map((link) => linkOf(link, redactor, near)) } : {}),
    history: concern.history.map((entry) => ({
      ...entry,
      // What an unconfirmed author added bears the name that they typed.
      by: !author.confirmed && entry.by === author.name ? say(author.name) : entry.by,
      text: maybe(entry.text),
      ...(entry.match ? { match: { was: maybe(entry.match.was), now: maybe(entry.match.now) } } : {}),
      ...(entry.files ? { files: numbered(entry.files, redactor) } : {}),
    })),
  };
}

/** What a file is called was typed too. */
function numbered<File extends NamedFile>(files: readonly File[], redactor: Redactor): File[] {
  return files.map((file) => ({ ...file, name: redactor.file(file) }));
}

function linkOf(link: ShownLink, redactor: Redactor, near: readonly string[]): ShownLink {
  const say: Say = (text) => redactor.text(text, near);
  return {
    ...link,
    other: redactor.other(link.other),
    reason: say(link.reason),
    ended: link.ended && { ...link.ended, reason: say(link.ended.reason) },
  };
}
