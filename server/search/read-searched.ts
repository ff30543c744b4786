import { quietKinds } from '../../protocol/concern-actions';
import type { ConcernBody } from '../../protocol/concern-body';
import { openActionText } from '../concerns/action-text';
import { openBody, openTypedAuthor } from '../concerns/body';
import type { Ground } from '../ground';
import { loadAboutStaff } from '../records/load-facts';
import { groupBy } from '../storage/group-by';
import type { ConcernActionRow, ConcernRow } from '../storage/rows/records';
import type { SchoolNames } from './school-names';
import type { SearchedConcern } from './searched-concern';
import type { Vocabulary } from './vocabulary';

interface Links {
  readonly categories: ReadonlyMap<string, readonly string[]>;
  readonly pupils: ReadonlyMap<string, readonly { position: number; pupilId: string }[]>;
  readonly about: ReadonlyMap<string, readonly string[]>;
  readonly actions: ReadonlyMap<string, readonly ActionRecord[]>;
}
type ActionRecord = Pick<ConcernActionRow, 'id' | 'concern_id' | 'kind' | 'staff_id' | 'text' | 'covers'>;

/** Opens concerns for the index, in a fixed number of statements. */
export async function readSearched(
  ground: Ground,
  schoolId: string,
  rows: readonly ConcernRow[],
  { names, vocabulary }: { names: SchoolNames; vocabulary: Vocabulary },
): Promise<SearchedConcern[]> {
  const ids = rows.map((row) => row.id);
  const links = await readLinks(ground, schoolId, ids);
  return rows.map((row) => {
    const pupils = (links.pupils.get(row.id) ?? []).filter(({ pupilId }) => names.pupils.has(pupilId));
    const actions = links.actions.get(row.id) ?? [];
    const sealed = row.quarantine !== null && row.taken_by === null && pupils.length === 0;
    const body = sealed ? null : openBody(ground, schoolId, row);
    const known = new Set(pupils.map(({ position }) => position));
    const texts = [
      row.reference,
      openTypedAuthor(ground, schoolId, row),
      ...textsOf(body, known),
      // What its author wrote later waits with the rest of their words.
      ...actions
        .filter(({ kind }) => !sealed || kind !== 'addendum')
        .map((one) => openActionText(ground, schoolId, one)),
    ];
    const about = links.about.get(row.id) ?? [];
    const people = [row.author_id, row.taken_by, ...about, ...actions.map((one) => one.staff_id)];
    return {
      id: row.id,
      at: row.happened_at ?? row.received_at,
      categories: links.categories.get(row.id) ?? [],
      pupils: pupils.map(({ pupilId }) => pupilId),
      aboutStaff: new Set(about),
      ownPath: row.about_staff === 1,
      quarantined: row.quarantine !== null,
      closed: row.closed_at !== null,
      level: row.level,
      people: [...new Set(people.flatMap((id) => id ?? []))],
      words: vocabulary.numbersOf(texts.flatMap((text) => text ?? [])),
    };
  });
}

/** What stands in a record besides names of the roll: its text, who else was there, and children whom nobody has matched. */
function textsOf(body: ConcernBody | null, known: ReadonlySet<number>): (string | undefined)[] {
  if (!body) return [];
  const unmatched = body.pupils.flatMap((pupil, position) => {
    if (known.has(position)) return [];
    return pupil.kind === 'listed' ? pupil.shown : pupil.description;
  });
  return [body.text, body.others, body.told.who, body.where.other, body.about?.described, ...unmatched];
}

async function readLinks(ground: Ground, schoolId: string, ids: readonly string[]): Promise<Links> {
  const { read } = ground.database;
  const categories = await read('concern_categories')
    .where({ school_id: schoolId })
    .whereIn('concern_id', ids)
    .select('concern_id', 'category_id');
  const pupils = await read('concern_pupils')
    .where({ school_id: schoolId })
    .whereIn('concern_id', ids)
    .select('concern_id', 'position', 'pupil_id');
  const actions: ActionRecord[] = await read('concern_actions')
    .where({ school_id: schoolId })
    // Why a record was moved to another pupil names the first one, whose search it has left.
    .whereNotIn('kind', [...quietKinds])
    .whereIn('concern_id', ids)
    .select('id', 'concern_id', 'kind', 'staff_id', 'text', 'covers');
  return {
    categories: groupBy(
      categories,
      (row) => row.concern_id,
      (row) => row.category_id,
    ),
    pupils: groupBy(
      pupils,
      (row) => row.concern_id,
      (row) => ({ position: row.position, pupilId: row.pupil_id ?? '' }),
    ),
    actions: groupBy(
      actions,
      (row) => row.concern_id,
      (row) => row,
    ),
    about: await loadAboutStaff(read, schoolId, ids),
  };
}
