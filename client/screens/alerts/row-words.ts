import type { Level } from '../../../protocol/concern-actions';
import type { AlertRow } from '../../../protocol/inbox';
import { concern as concernWords, inbox as words } from '../../strings/inbox';
import { age, rowTime } from './ages';
import { isHot } from './group-rows';

/** Everything that one row says. */
export interface RowWords {
  /** "Amira Khan", "Sofia Marsh +2", "Alert 4F2K" */
  who: string;
  className: string;
  /** empty where no child's name is known */
  initials: string;
  preview: string;
  category: { name: string; colour: string } | null;
  /** "With Tom Lowe", "2 earlier records" */
  note: string;
  level: Level | undefined;
  /** "3 concerns in 14 days", or empty */
  marker: string;
  /** "An action is late. More was written", or empty */
  since: string;
  /** "Written 4 h ago, arrived now" */
  late: string;
  time: string;
  /** its person has not opened it yet; "To read" is another matter: not marked as read */
  unopened: boolean;
}

type Content = NonNullable<AlertRow['concern']>;

/** An arrival is "now" for this long, ms. */
const JUST_ARRIVED = 10 * 60_000;

/**
 * The words of a row. A row without content (not elevated) says reference and time, and nothing else.
 * @param now school's clock, ms
 */
export function rowWords(row: AlertRow, now: number): RowWords {
  const at = Date.parse(row.at);
  const { concern } = row;
  const common = {
    time: isHot(row) ? age(now - at) : rowTime(at, now),
    unopened: row.openedAt === null,
    level: concern?.level,
    marker: concern?.marker ? words.marker(concern.marker.concerns, concern.marker.days) : '',
    since: (concern?.since ?? []).map((what) => words.since[what]).join('. '),
    late: concern && row.writtenAt !== null ? lateWords(Date.parse(row.writtenAt), at, now) : '',
  };
  if (concern?.about) return { ...common, ...wordsAboutAdults(row, concern, concern.about) };
  const [first] = concern?.pupils ?? [];
  if (!concern || !first) {
    return {
      ...common,
      who: words.alertOnly(row.reference),
      className: '',
      initials: '',
      preview: concern ? concernWords.textWaits : words.elevateToRead,
      category: concern ? categoryOf(concern) : null,
      note: concern ? noteOf(row, concern) : '',
    };
  }
  return {
    ...common,
    who: withOthers(first.name === '' ? concernWords.anotherPupil : first.name, concern.pupils.length - 1),
    // Three children are seldom of one class.
    className: concern.pupils.length > 1 ? '' : (first.className ?? ''),
    initials: first.initials,
    preview: concern.preview,
    category: categoryOf(concern),
    note: noteOf(row, concern),
  };
}

/** About a member of staff: by their name, or as described; the children beside stand in the detail. */
function wordsAboutAdults(
  row: AlertRow,
  concern: Content,
  [first = '', ...others]: readonly string[],
): Omit<RowWords, 'time' | 'unopened' | 'since' | 'late' | 'level' | 'marker'> {
  return {
    who: withOthers(first, others.length),
    className: concernWords.memberOfStaff,
    initials: '',
    preview: concern.preview,
    category: categoryOf(concern),
    note: noteOf(row, concern),
  };
}

/** "Sofia Marsh +2"; alone when there are no others. */
export function withOthers(name: string, others: number): string {
  return others === 0 ? name : `${name} ${words.more(others)}`;
}

function categoryOf(concern: Content): RowWords['category'] {
  const [first, ...others] = concern.categories;
  if (!first) return null;
  return { name: withOthers(first.name, others.length), colour: first.colour };
}

/** What was marked as read still stands under "To read" while that can be taken back, and says so. */
function noteOf({ undo }: AlertRow, concern: Content): string {
  if (undo) return words.markedRead;
  if (concern.status === 'closed') return words.closed;
  if (concern.status === 'being-checked') return words.beingChecked;
  if (concern.takenBy !== null)
    return concern.takenBy.you ? words.withYou : words.withWhom(concern.takenBy.name);
  return concern.earlier === 0 ? '' : words.earlier(concern.earlier);
}

function lateWords(writtenAt: number, at: number, now: number): string {
  return now - at < JUST_ARRIVED
    ? words.lateArrival(age(now - writtenAt))
    : words.lateEarlier(age(at - writtenAt));
}
