import type { ReplyOf } from '../../../../protocol/endpoint';
import type { listPupils, PupilFile } from '../../../../protocol/pupils';
import { joinPupils as words, pupilForm, pupilRoll } from '../../../strings/admin/pupils';
import { placeNames } from './pupil-names';

/** One thing that both entries say, each in lines. */
export interface ComparedRow {
  readonly title: string;
  readonly cells: readonly [readonly string[], readonly string[]];
  readonly differs: boolean;
}

/** What two entries say of a child, line by line. */
export function comparedRows(
  list: ReplyOf<typeof listPupils>,
  one: PupilFile,
  other: PupilFile,
): ComparedRow[] {
  const place = placeNames(list);
  const row = (title: string, lines: (pupil: PupilFile) => string[]): ComparedRow => {
    const [a, b] = [lines(one), lines(other)].map((cell) => cell.filter((line) => line !== ''));
    const shown = (cell: readonly string[] = []) => (cell.length === 0 ? [words.nothing] : cell);
    return { title, cells: [shown(a), shown(b)], differs: a?.join('\n') !== b?.join('\n') };
  };
  const { rows } = words;
  return [
    row(rows.name, ({ first, last, preferred }) => [`${first} ${last}`, preferred ?? '']),
    row(rows.born, ({ dateOfBirth }) => [dateOfBirth ? dayWords(dateOfBirth) : '']),
    row(rows.place, ({ classId, yearGroupId }) => [place(classId), place(yearGroupId)]),
    row(rows.upn, ({ upn }) => [upn ?? '']),
    row(rows.pupilRef, ({ pupilRef }) => [pupilRef ?? '']),
    row(rows.roll, ({ leftOn, leftTo }) => [leftOn ? pupilRoll.left(leftOn, leftTo) : pupilRoll.here]),
    row(rows.contacts, ({ contacts }) => contacts.map(contactLine)),
    row(rows.connected, ({ connectedStaff }) => connectedStaff.map(({ name }) => name)),
    row(rows.siblings, ({ siblings }) => siblings.map(({ name }) => name)),
  ];
}

function contactLine({ name, relationship, phone, doNotContact }: PupilFile['contacts'][number]): string {
  const parts = [name, relationship, phone, doNotContact ? words.doNotContact : null];
  return parts.filter(Boolean).join(', ');
}

const dayWords = pupilForm.day;
