import type { ChronologyQuery } from '../../../protocol/chronology';
import { levelFilterWords } from '../../../protocol/words/actions';
import { chronologyWords as words } from '../../../protocol/words/chronology';
import type { Ground } from '../../ground';
import { readNamed, readStaffNames } from '../../school/names';
import { dayWords } from '../moments';
import { paperWords } from '../words';

const { chronology: own } = paperWords;

/** What a chronology was filtered by, in the words and the order of the screen; empty: by nothing. */
export async function filterWords(
  ground: Ground,
  schoolId: string,
  { kind, category, person, level, significant, from, to }: ChronologyQuery,
): Promise<string[]> {
  const { read } = ground.database;
  const categories = await readNamed(read, ground, schoolId, 'categories');
  const people = await readStaffNames(read, ground, schoolId, person === undefined ? [] : [person]);
  const days = [
    from === undefined ? '' : own.fromDay(dayWords(from)),
    to === undefined ? '' : own.toDay(dayWords(to)),
  ].filter((part) => part !== '');
  return [
    kind === undefined ? '' : `${own.kinds}: ${kindsOf(kind)}`,
    category === undefined ? '' : `${words.category}: ${categories.get(category) ?? ''}`,
    person === undefined ? '' : `${words.person}: ${people.get(person)?.name ?? ''}`,
    level === undefined ? '' : levelFilterWords[level],
    significant === undefined ? '' : words.significantOnly,
    days.join(' '),
  ].filter((part) => part !== '');
}

function kindsOf(kind: string): string {
  const named = kind
    .split(',')
    .map((one) => (one === 'concern' ? words.concerns : (words.kinds[one] ?? words.otherActions)));
  return [...new Set(named)].join(', ');
}
