import { quietKinds } from '../../protocol/concern-actions';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { loadRestrictions } from '../school/load-restrictions';
import { cellsOf } from '../storage/cells';
import type { Reader } from '../storage/database';
import type { ConcernFileRow, FileRow } from '../storage/rows/files';
import { openWholeBody } from './body';
import { mapTexts } from './body-texts';
import { partOfFile, readCovers, type Cover } from './covers';
import { linksFor } from './links/links-shown';

/** Where the text lies and what is covered of it, sealed. */
export interface CoveredRow {
  readonly table: 'concerns' | 'concern_actions' | 'concern_links' | 'concern_files';
  readonly where: Readonly<Record<string, string | number>>;
  /** As its cells call it. */
  readonly cell: string;
}

/** A text of a concern as it was written, and what stands covered in its row. */
export interface WholeText {
  readonly row: CoveredRow;
  /** Of the entry that it belongs to: the concern, an action or a link. */
  readonly id: string;
  readonly part: string;
  readonly kind: string;
  readonly at: string;
  readonly text: string;
  /** Of every text of the row. */
  readonly covers: readonly Cover[];
}

/**
 * Every free text of a concern that somebody else may read or that a paper holds, as it was written: the record and what was
 * typed beside it, then actions and the reasons of decisions and links, oldest first. Lines for leads alone are left out.
 */
export async function readWholeTexts(
  reader: Reader,
  ground: Ground,
  actor: StaffActor,
  concernId: string,
): Promise<WholeText[]> {
  const recorded = await recordedTexts(reader, ground, actor.schoolId, concernId);
  const added = [
    ...(await actionTexts(reader, ground, actor.schoolId, concernId)),
    ...(await linkTexts(reader, ground, actor, concernId)),
    ...(await fileNames(reader, ground, actor.schoolId, concernId)),
  ];
  return [...recorded, ...added.sort((one, other) => (one.at < other.at ? -1 : 1))];
}

async function recordedTexts(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  concernId: string,
): Promise<WholeText[]> {
  const row = await reader('concerns').where({ school_id: schoolId, id: concernId }).first();
  const body = row && openWholeBody(ground, schoolId, row);
  if (!body) return [];
  const cells = cellsOf(ground.keys, schoolId, 'concerns');
  const one = {
    row: rowOf('concerns', concernId),
    id: concernId,
    kind: 'concern',
    at: row.received_at,
    covers: readCovers(cells.open(concernId, 'covers', row.covers)),
  };
  const matched = await reader('concern_pupils')
    .where({ school_id: schoolId, concern_id: concernId })
    .whereNotNull('pupil_id')
    .pluck<number[]>('position');
  const texts: WholeText[] = [];
  mapTexts(body, (part, text) => {
    // A child who is matched is shown by the roll's name, and not as described.
    if (!matched.some((at) => part === `pupil-${String(at)}`)) texts.push({ ...one, part, text });
    return text;
  });
  const typed = cells.open(concernId, 'author_typed', row.author_typed);
  return typed === null || typed === '' ? texts : [...texts, { ...one, part: 'author', text: typed }];
}

async function actionTexts(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  concernId: string,
): Promise<WholeText[]> {
  const actions = await reader('concern_actions')
    .where({ school_id: schoolId, concern_id: concernId })
    .whereNotIn('kind', [...quietKinds])
    .orderBy(['at', 'id']);
  const cells = cellsOf(ground.keys, schoolId, 'concern_actions');
  return actions.flatMap(({ id, kind, at, text, covers }): WholeText[] => {
    const whole = cells.open(id, 'text', text);
    if (whole === null || whole === '') return [];
    const covered = readCovers(cells.open(id, 'covers', covers));
    return [{ row: rowOf('concern_actions', id), id, part: 'text', kind, at, text: whole, covers: covered }];
  });
}

/** Why it is linked with others, and why no more; only of links that this person sees. */
async function linkTexts(
  reader: Reader,
  ground: Ground,
  actor: StaffActor,
  concernId: string,
): Promise<WholeText[]> {
  const restrictions = await loadRestrictions(reader, actor.schoolId);
  const rows = await linksFor(ground, actor, [concernId], restrictions, reader);
  const cells = cellsOf(ground.keys, actor.schoolId, 'concern_links');
  return rows.flatMap((row): WholeText[] => {
    const { id } = row;
    const one = {
      row: rowOf('concern_links', id),
      id,
      covers: readCovers(cells.open(id, 'covers', row.covers)),
    };
    const ended = cells.open(id, 'ended_reason', row.ended_reason);
    const linked = cells.need(id, 'reason', row.reason);
    return [
      { ...one, part: 'reason', kind: 'linked', at: row.linked_at, text: linked },
      ...(ended === null
        ? []
        : [{ ...one, part: 'ended', kind: 'unlinked', at: row.ended_at ?? row.linked_at, text: ended }]),
    ];
  });
}

/** What the files of the record and of its actions are called: whoever sent them chose the words. */
async function fileNames(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  concernId: string,
): Promise<WholeText[]> {
  const files = await reader('concern_files as c')
    .join('files as f', (on) => on.on('f.school_id', 'c.school_id').andOn('f.file_id', 'c.file_id'))
    .where({ 'c.school_id': schoolId, 'c.concern_id': concernId })
    .orderBy('c.position')
    .select<Named[]>('c.position', 'c.name', 'c.covers', 'c.action_id', 'f.named_at');
  const cells = cellsOf(ground.keys, schoolId, 'concern_files');
  return files.map(({ position, name, covers, action_id, named_at: at }) => {
    const cell = `${concernId}:${String(position)}`;
    return {
      row: { table: 'concern_files', where: { concern_id: concernId, position }, cell },
      id: action_id ?? concernId,
      part: partOfFile(position),
      kind: 'file',
      at,
      text: cells.need(cell, 'name', name),
      covers: readCovers(cells.open(cell, 'covers', covers)),
    };
  });
}

type Named = Pick<ConcernFileRow, 'position' | 'name' | 'covers' | 'action_id'> & Pick<FileRow, 'named_at'>;

function rowOf(table: 'concerns' | 'concern_actions' | 'concern_links', id: string): CoveredRow {
  return { table, where: { id }, cell: id };
}
