import type { Ground } from '../ground';
import type { Reader } from '../storage/database';
import { knowDrafts, type KnownDraft } from './know-drafts';
import { parkedColumns, sentLineages, type ParkedRow } from './store';

/** Rows read at a time. */
const PAGE = 500;

interface Only {
  readonly authorId?: string;
  readonly id?: string;
}

/**
 * Drafts that still wait to be sent, oldest first: known, not ended, and of no lineage that has become a record. Of one
 * that its author went on with elsewhere, only what was left since. All of them: who may know of which is asked
 * afterwards, so a page that is full of others' must not hide the next.
 */
export async function knowWaiting(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  only: Only = {},
): Promise<KnownDraft[]> {
  const known: KnownDraft[] = [];
  let last: ParkedRow | undefined;
  do {
    const page = await readPage(reader, schoolId, only, last);
    const waiting = await onlyWaiting(reader, schoolId, page);
    known.push(...(await knowDrafts(reader, ground, schoolId, waiting)));
    last = page.length < PAGE ? undefined : page.at(-1);
  } while (last);
  return known;
}

/**
 * Drafts that have not ended, and whose revision that lies here is the one that was looked into. What is known of an
 * older one says nothing of whom the newer words are about: until it is looked into, nobody learns of it.
 */
const lookedInto = (reader: Reader, schoolId: string) =>
  reader('parked_drafts')
    .where({ school_id: schoolId, ended_at: null })
    .whereRaw('known_revision = revision');

async function readPage(
  reader: Reader,
  schoolId: string,
  { authorId, id }: Only,
  last: ParkedRow | undefined,
): Promise<ParkedRow[]> {
  const query = lookedInto(reader, schoolId)
    .orderBy(['parked_at', 'envelope_id'])
    .limit(PAGE)
    .select(...parkedColumns);
  if (authorId !== undefined) query.where({ author_id: authorId });
  if (id !== undefined) query.where({ envelope_id: id });
  if (last)
    query.where((later) =>
      later
        .where('parked_at', '>', last.parked_at)
        .orWhere((same) =>
          same.where('parked_at', last.parked_at).where('envelope_id', '>', last.envelope_id),
        ),
    );
  return query;
}

async function onlyWaiting(
  reader: Reader,
  schoolId: string,
  rows: readonly ParkedRow[],
): Promise<ParkedRow[]> {
  if (rows.length === 0) return [];
  const lineages = rows.map((row) => row.lineage_id);
  const sent = new Set(await sentLineages(reader, schoolId, lineages));
  const later = await lookedInto(reader, schoolId)
    .whereIn('lineage_id', lineages)
    .select('envelope_id', 'lineage_id', 'parked_at');
  const wentOn = (row: ParkedRow) =>
    row.resumed_at !== null &&
    row.resumed_revision === row.revision &&
    later.some((one) => one.lineage_id === row.lineage_id && one.parked_at > (row.resumed_at ?? ''));
  return rows.filter((row) => !sent.has(row.lineage_id) && !wentOn(row));
}
