import { quietKinds } from '../../protocol/concern-actions';
import type { ConcernBody } from '../../protocol/concern-body';
import type { FoundConcern } from '../../protocol/search';
import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import { seesAllPupils, type ClassRestrictions } from '../access/concern';
import { showAbout } from '../concerns/about-shown';
import { openActionText } from '../concerns/action-text';
import { openBody } from '../concerns/body';
import { statusOf } from '../concerns/present';
import { readPupilFiles, showPupils, type PupilFile } from '../concerns/pupils-shown';
import type { Ground } from '../ground';
import { loadConcerns, type LoadedConcern } from '../records/load-facts';
import { loadRestrictions } from '../school/load-restrictions';
import { readNamed, readStaffNames, type StaffNames } from '../school/names';
import { groupBy } from '../storage/group-by';
import type { ConcernActionRow } from '../storage/rows/records';
import type { Query } from './query';
import type { SearchedConcern } from './searched-concern';
import { snippetOf } from './snippet';

interface ActionText {
  readonly kind: ConcernActionRow['kind'];
  readonly text: string;
}

/** What the rows of a page are made of. */
interface Known {
  readonly restrictions: ClassRestrictions;
  readonly files: ReadonlyMap<string, PupilFile>;
  readonly staff: ReadonlyMap<string, StaffNames>;
  readonly categories: ReadonlyMap<string, { name: string; colour: string }>;
  /** Texts of actions by concern, oldest first. */
  readonly actions: ReadonlyMap<string, readonly ActionText[]>;
}

/** Rows of what was found. Each is asked for again, so that nothing leaves that may not be read at this moment. */
export async function presentFound(
  ground: Ground,
  viewer: StaffActor,
  page: readonly SearchedConcern[],
  query: Query,
): Promise<FoundConcern[]> {
  const { read } = ground.database;
  const restrictions = await loadRestrictions(read, viewer.schoolId);
  const loaded = await loadConcerns(
    read,
    ground,
    viewer,
    page.map(({ id }) => id),
  );
  const readable = page.flatMap(({ id, at }) => {
    const one = loaded.get(id);
    if (!one) return [];
    const object = { kind: 'guarded-concern', concern: one.facts, restrictions } as const;
    return can(viewer, 'concern.read', object) ? [{ one, at }] : [];
  });
  const known = await readKnown(
    ground,
    viewer.schoolId,
    readable.map(({ one }) => one),
    restrictions,
  );
  return readable.map(({ one, at }) => presentOne(ground, viewer, one, { at, query, known }));
}

function presentOne(
  ground: Ground,
  viewer: StaffActor,
  one: LoadedConcern,
  { at, query, known }: { at: string; query: Query; known: Known },
): FoundConcern {
  const { row, facts } = one;
  const sealed = row.quarantine !== null && row.taken_by === null && facts.pupils.length === 0;
  const body = sealed ? null : openBody(ground, viewer.schoolId, row);
  const all = known.actions.get(row.id) ?? [];
  const actions = sealed ? all.filter(({ kind }) => kind !== 'addendum') : all;
  const texts = [
    ...(body ? [{ place: 'text', text: body.text } as const] : []),
    ...actions.map(({ text }) => ({ place: 'action', text }) as const),
  ];
  return {
    concernId: row.id,
    reference: row.reference,
    at,
    urgent: row.urgent === 1,
    status: statusOf(row),
    ...(row.level === null ? {} : { level: row.level }),
    pupils: body ? pupilsOf(viewer, one, body, { known, today: ground.clock.now() }) : [],
    about: showAbout(body, known.staff)?.map(({ name }) => name) ?? null,
    categories: facts.categories.flatMap(({ id }) => known.categories.get(id) ?? []),
    snippet: snippetOf(texts, query),
  };
}

function pupilsOf(
  viewer: StaffActor,
  { facts, pupilAt }: LoadedConcern,
  body: ConcernBody,
  { known: { restrictions, files }, today }: { known: Known; today: number },
): FoundConcern['pupils'] {
  const all = seesAllPupils(viewer, facts);
  const given = { body, facts, pupilAt, restrictions, viewer, all, files, siblings: new Map(), today };
  return showPupils(given).map(({ name, initials, className, hidden }) => ({
    name,
    initials,
    className,
    hidden,
  }));
}

async function readKnown(
  ground: Ground,
  schoolId: string,
  concerns: readonly LoadedConcern[],
  restrictions: ClassRestrictions,
): Promise<Known> {
  const { read } = ground.database;
  const pupilIds = concerns.flatMap(({ facts }) => facts.pupils.map(({ pupilId }) => pupilId));
  const about = concerns.flatMap(({ facts }) => [...facts.aboutStaff]);
  const names = await readNamed(read, ground, schoolId, 'categories');
  const colours = await read('categories').where({ school_id: schoolId }).select('id', 'colour');
  return {
    restrictions,
    files: await readPupilFiles(read, ground, schoolId, [...new Set(pupilIds)]),
    staff: await readStaffNames(read, ground, schoolId, [...new Set(about)]),
    categories: new Map(colours.map(({ id, colour }) => [id, { name: names.get(id) ?? '', colour }])),
    actions: await readActionTexts(
      ground,
      schoolId,
      concerns.map(({ row }) => row.id),
    ),
  };
}

async function readActionTexts(
  ground: Ground,
  schoolId: string,
  concernIds: readonly string[],
): Promise<Map<string, ActionText[]>> {
  const rows = await ground.database
    .read('concern_actions')
    .where({ school_id: schoolId })
    .whereIn('concern_id', concernIds)
    .whereNotNull('text')
    .whereNotIn('kind', [...quietKinds])
    .orderBy(['at', 'id'])
    .select('id', 'concern_id', 'kind', 'text', 'covers');
  return groupBy(
    rows,
    (row) => row.concern_id,
    (row) => ({ kind: row.kind, text: openActionText(ground, schoolId, row) ?? '' }),
  );
}
