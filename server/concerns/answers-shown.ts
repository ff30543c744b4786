import type { ConcernBody } from '../../protocol/concern-body';
import type { Concern } from '../../protocol/concerns';
import type { Ground } from '../ground';
import { currentCategories } from '../school/merged-categories';
import { readNamed } from '../school/names';
import type { ConcernRow } from '../storage/rows/records';
import { openWholeBody } from './body';
import { showCorrections } from './when/moments-said';

/** What its author answered beside the text. */
type Answers = Pick<Concern, 'categories' | 'ticked' | 'told' | 'place' | 'agencies' | 'others'>;

/** The author's answers in the school's names of today. @param body null: it stays sealed, or could not be opened */
export async function showAnswers(
  ground: Ground,
  schoolId: string,
  body: ConcernBody | null,
  categories: readonly { id: string }[],
): Promise<Answers> {
  const { read } = ground.database;
  const names = await readNamed(read, ground, schoolId, 'categories');
  const colours = new Map(
    (await read('categories').where({ school_id: schoolId }).select('id', 'colour')).map((row) => [
      row.id,
      row.colour,
    ]),
  );
  const places = await readNamed(read, ground, schoolId, 'places');
  const agencies = await readNamed(read, ground, schoolId, 'agencies');
  return {
    categories: categories.map(({ id }) => ({
      id,
      name: names.get(id) ?? '',
      colour: colours.get(id) ?? '#6C737A',
    })),
    ...(await showTicked(ground, schoolId, { body, now: categories, names })),
    told: { kind: body?.told.kind ?? 'not-yet', who: body?.told.who ?? null },
    place: body ? (places.get(body.where.placeId ?? '') ?? body.where.other ?? null) : null,
    agencies: body ? body.agencies.flatMap((id) => agencies.get(id) ?? []) : [],
    others: body?.others ?? null,
  };
}

/** When it happened as it stands, and what it said before that was put right. */
export async function showHappened(
  ground: Ground,
  schoolId: string,
  row: ConcernRow,
  body: ConcernBody | null,
): Promise<Concern['happened']> {
  if (!body) return { at: new Date(0).toISOString(), about: false, kind: 'unknown', moment: null };
  const { at, about, kind, moment = null } = body.when;
  if (row.when_about === null) return { at, about, kind, moment };
  const saidOf = () => openWholeBody(ground, schoolId, row)?.when;
  const corrected = (await showCorrections(ground, schoolId, [row.id], saidOf)).get(row.id) ?? [];
  return { at, about, kind, moment, corrected };
}

/** What the author ticked, where the concern has other categories now; what was merged since is no other. */
async function showTicked(
  ground: Ground,
  schoolId: string,
  given: {
    body: ConcernBody | null;
    now: readonly { id: string }[];
    names: ReadonlyMap<string, string>;
  },
): Promise<Pick<Concern, 'ticked'>> {
  const { body, now, names } = given;
  if (!body || body.about) return {};
  const first = (await currentCategories(ground.database.read, schoolId, body.categories)).filter((id) =>
    names.has(id),
  );
  const same = first.length === now.length && now.every(({ id }) => first.includes(id));
  return same ? {} : { ticked: first.map((id) => names.get(id) ?? '') };
}
