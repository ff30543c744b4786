import type { StaffActor } from '../access/actor';
import { mayReadConcern } from '../access/concern';
import { isMark } from '../concerns/mark-entry';
import { isQuiet } from '../concerns/match/match-shown';
import { isRedating } from '../concerns/when/moments-said';
import type { Ground } from '../ground';
import { knowConcerns, type KnownConcern } from '../records/load-facts';
import { startOfDay } from '../school/local-time';
import { readSchool } from '../school/school';
import type { ConcernActionRow } from '../storage/rows/records';
import { readDocuments, type KeptDocument } from '../matters/documents';
import { readEarlier, standingOf } from '../matters/earlier-documents';
import { mayKeep, type FoundPupil } from '../matters/find-pupil';
import { readVersions, type MatterVersion } from '../matters/versions';

/** One entry without its words: enough to order, filter and count. */
export interface KnownEntry {
  readonly id: string;
  /** `concern`, the kind of an action, or `plan`, `agency`, `contact`, `document` or `document-changed`. */
  readonly kind: string;
  /** ISO 8601, UTC, with milliseconds. */
  readonly at: string;
  /** Id of the staff member who wrote or did it. */
  readonly by: string | null;
  /** Null: it stands in no record. */
  readonly concern: KnownConcern | null;
  /** What was done with a plan, an agency or a contact. */
  readonly matter: MatterVersion | null;
  /** What was put on the page, as it was said then. */
  readonly document: Pick<KeptDocument, 'details' | 'file'> | null;
  /** The mark "significant" that stands: which deed set it, whose and when. */
  readonly mark: MarkFacts | null;
}

/** What most entries have nothing of. */
const BARE = { matter: null, document: null, mark: null } as const;

export interface MarkFacts {
  readonly id: string;
  readonly by: string | null;
  /** ISO 8601, UTC */
  readonly at: string;
}

/**
 * Every entry about a pupil that this person may read, oldest first: concerns by when they happened, actions by when
 * they happened, or were noted. What they may not read is left out before anything is counted (access.md, Traps: counts).
 */
export async function knowEntries(
  ground: Ground,
  viewer: StaffActor,
  found: FoundPupil,
): Promise<KnownEntry[]> {
  const { facts, restrictions } = found;
  const { read } = ground.database;
  const { schoolId } = viewer;
  const ids = await read('concern_pupils')
    .where({ school_id: schoolId, pupil_id: facts.pupilId })
    .distinct()
    .pluck<string[]>('concern_id');
  const known = await knowConcerns(read, ground, viewer, ids);
  const readable = new Map(
    [...known].filter(([, one]) => mayReadConcern(viewer, one.facts, restrictions) !== null),
  );
  const actions = await read('concern_actions')
    .where({ school_id: schoolId })
    .whereIn('concern_id', [...readable.keys()])
    .select('id', 'concern_id', 'kind', 'staff_id', 'at', 'happened_at', 'entry_id');
  const marks = standingMarks(actions);
  const entries = [...readable.values()].map(
    (concern): KnownEntry => ({
      id: concern.row.id,
      kind: 'concern',
      at: concern.row.happened_at ?? concern.row.received_at,
      by: concern.row.author_id,
      concern,
      ...BARE,
      mark: marks.get(concern.row.id) ?? null,
    }),
  );
  for (const { id, concern_id, kind, staff_id, at, happened_at } of actions) {
    const concern = readable.get(concern_id);
    if (concern && !isMark(kind) && !isQuiet(kind) && !isRedating(kind))
      entries.push({
        id,
        kind,
        at: happened_at ?? at,
        by: staff_id,
        concern,
        ...BARE,
        mark: marks.get(id) ?? null,
      });
  }
  const matters = await knowMatters(ground, viewer, facts.pupilId);
  const documents = mayKeep(viewer, found) ? await knowDocuments(ground, viewer, facts.pupilId) : [];
  return [...entries, ...matters, ...documents].sort(inTime);
}

/** What lies on the page and each change of it, for those who may open it there; what was taken off it is no entry. */
async function knowDocuments(
  ground: Ground,
  { schoolId }: StaffActor,
  pupilId: string,
): Promise<KnownEntry[]> {
  const { read } = ground.database;
  const kept = await readDocuments(read, ground, schoolId, pupilId);
  const ids = kept.map(({ row }) => row.id);
  const earlier = await readEarlier(read, ground, schoolId, ids);
  return kept.flatMap(({ row, details, file }): KnownEntry[] => {
    const [first, ...later] = [...(earlier.get(row.id) ?? []), standingOf(row, details)];
    const added = { id: row.id, at: row.at, by: row.staff_id, document: { details: first.details, file } };
    return [
      { ...BARE, ...added, kind: 'document', concern: null },
      ...later.map((changed) => ({
        ...BARE,
        ...{ id: changed.id, at: changed.at, by: changed.by, document: { details: changed.details, file } },
        kind: 'document-changed',
        concern: null,
      })),
    ];
  });
}

/** Plans, agencies and contacts of a pupil: who may open the page may know of them. Links and schools are no entries. */
async function knowMatters(ground: Ground, { schoolId }: StaffActor, pupilId: string): Promise<KnownEntry[]> {
  const { read } = ground.database;
  const versions = await readVersions(read, ground, schoolId, [pupilId]);
  if (versions.length === 0) return [];
  const { timeZone } = await readSchool(read, ground, schoolId);
  return versions.flatMap((matter): KnownEntry[] => {
    const { kind, on } = matter.stored;
    if (kind === 'link' || kind === 'school') return [];
    return [
      {
        id: matter.id,
        kind: kind === 'agency' || kind === 'contact' ? kind : 'plan',
        at: on === null ? matter.at : new Date(startOfDay(on, timeZone)).toISOString(),
        by: matter.by,
        concern: null,
        ...BARE,
        matter,
      },
    ];
  });
}

/** Of marks that were set and taken off again, those that stand, by their entry. */
function standingMarks(
  deeds: readonly Pick<ConcernActionRow, 'id' | 'kind' | 'staff_id' | 'at' | 'entry_id'>[],
): Map<string, MarkFacts> {
  const marks = new Map<string, MarkFacts>();
  for (const { id, kind, staff_id, at, entry_id } of deeds.filter(({ kind }) => isMark(kind)).sort(inTime)) {
    if (entry_id === null) continue;
    if (kind === 'marked') marks.set(entry_id, { id, by: staff_id, at });
    else marks.delete(entry_id);
  }
  return marks;
}

/** By when it happened; two of the same millisecond by their ids, so that every entry has one place. */
export function inTime(one: Pick<KnownEntry, 'at' | 'id'>, other: Pick<KnownEntry, 'at' | 'id'>): number {
  const [a, b] = [placeOf(one), placeOf(other)];
  return a < b ? -1 : Number(a > b);
}

/** Where an entry stands, as a text that sorts and that a cursor names. */
export function placeOf({ at, id }: Pick<KnownEntry, 'at' | 'id'>): string {
  return `${at}~${id}`;
}
