import { setImmediate } from 'node:timers/promises';
import type { QueryOf, ReplyOf } from '../../protocol/endpoint';
import { countTables, type countConcerns as endpoint } from '../../protocol/counts';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { localTime } from '../school/local-time';
import { readNamed } from '../school/names';
import { readSchool } from '../school/school';
import { cautious, showable } from './cautious';
import { periodOf } from './period';
import type { SearchIndexes } from './indexes';
import { readableBy, type ReadableConcern } from './readable';

/** Concerns that are counted before other requests have their turn. */
const AT_ONCE = 5_000;

type Table = (typeof countTables)[number];
/** By the name of its row; an empty name: of none. */
type Tally = Record<Table, Map<string, number>>;

/**
 * How many concerns of a time this person may read. Hidden ones are not counted, as they are not found; nobody's name
 * is among what is counted by, and small numbers are not said (cautious.ts).
 */
export async function countConcerns(
  ground: Ground,
  indexes: SearchIndexes,
  viewer: StaffActor,
  asked: QueryOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  const { read } = ground.database;
  const { timeZone } = await readSchool(read, ground, viewer.schoolId);
  const { from, until } = periodOf(asked, timeZone);
  const readable = await readableBy(ground, viewer, await indexes.of(viewer.schoolId));
  const counted = readable.filter(
    ({ concern: { at } }) => (from === null || at >= from) && (until === null || at < until),
  );
  const tally = await tallyOf(counted, timeZone);
  const names = {
    category: await readNamed(read, ground, viewer.schoolId, 'categories'),
    class: await readNamed(read, ground, viewer.schoolId, 'classes'),
  };
  const tables = countTables.map((of) => ({ of, rows: rowsOf(of, tally[of], names) }));
  const shown = showable(
    counted.length,
    tables.map(({ of, rows }) => ({
      whole: of === 'standing' || of === 'month',
      rows: rows.map(({ count }) => count),
    })),
  );
  return {
    all: cautious(counted.length),
    tables: tables.map(({ of, rows }, at) => ({
      of,
      rows: shown[at] ? rows.map(({ name, count }) => ({ name, count: cautious(count) })) : null,
    })),
  };
}

async function tallyOf(counted: readonly ReadableConcern[], timeZone: string): Promise<Tally> {
  const tally: Tally = {
    standing: new Map([
      ['open', 0],
      ['closed', 0],
    ]),
    month: new Map(),
    category: new Map(),
    class: new Map(),
  };
  const add = (table: Table, names: Iterable<string>) => {
    for (const name of names) tally[table].set(name, (tally[table].get(name) ?? 0) + 1);
  };
  for (let at = 0; at < counted.length; at += AT_ONCE) {
    for (const { concern, pupils } of counted.slice(at, at + AT_ONCE)) {
      add('standing', [concern.closed ? 'closed' : 'open']);
      add('month', [localTime(Date.parse(concern.at), timeZone).day.slice(0, 7)]);
      add('category', concern.categories.length === 0 ? [''] : concern.categories);
      const classes = new Set(pupils.map(({ classId }) => classId));
      add('class', classes.size === 0 ? [''] : classes);
    }
    await setImmediate();
  }
  return tally;
}

interface Row {
  readonly name: string | null;
  readonly count: number;
}

/** By name, what has none last; open before closed. */
function rowsOf(
  of: Table,
  tally: ReadonlyMap<string, number>,
  names: Readonly<Record<'category' | 'class', ReadonlyMap<string, string>>>,
): Row[] {
  const rows = [...tally].map(([key, count]) => ({ name: nameOf(of, key, names), count }));
  if (of === 'standing') return rows;
  return rows.sort((one, other) => {
    if (one.name === null || other.name === null) return one.name === null ? 1 : -1;
    return one.name.localeCompare(other.name, 'en', { numeric: true });
  });
}

function nameOf(of: Table, key: string, names: Parameters<typeof rowsOf>[2]): string | null {
  if (key === '') return null;
  return of === 'category' || of === 'class' ? (names[of].get(key) ?? null) : key;
}
