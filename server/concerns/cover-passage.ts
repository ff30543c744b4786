import { writtenKinds } from '../../protocol/concern-actions';
import type { coverPassage as covering, readWhole as reading } from '../../protocol/concern-decisions';
import type { BodyOf, ReplyOf } from '../../protocol/endpoint';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { localTime } from '../school/local-time';
import { readSchool } from '../school/school';
import { cellsOf } from '../storage/cells';
import type { Reader } from '../storage/database';
import { openWholeBody } from './body';
import { readCovers, type Cover } from './covers';
import { decideOnce } from './decisions';

interface WholeText {
  readonly table: 'concerns' | 'concern_actions';
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly text: string;
  readonly covers: readonly Cover[];
}

/**
 * Covers a passage of what was recorded, or of an action, with a reason. Every word is kept; from now on it is shown to
 * leads who ask for it, and stands on no paper, in no list and in no search (product.md section 3).
 * @throws problem 'not-valid' for a text that is not there or a passage that is none of it
 */
export async function coverPassage(
  ground: Ground,
  actor: StaffActor,
  concernId: string,
  { actionId, entryId, start, end, reason }: BodyOf<typeof covering>,
): Promise<void> {
  const { schoolId } = actor;
  await decideOnce(ground, actor, { concernId, actionId }, async ({ trx, at }) => {
    const texts = await readTexts(trx, ground, schoolId, concernId);
    const one = texts.find(({ id }) => id === entryId);
    if (!one) throw problem('not-found');
    if (start >= end || end > one.text.length || one.text.slice(start, end).trim() === '')
      throw problem('not-valid', {
        field: 'body.start',
        title: 'Mark the words that are to be covered. The text may have changed: look at it again.',
      });
    if (one.covers.some((cover) => cover.start <= start && end <= cover.end))
      throw problem('conflict', { title: 'This is covered already.' });
    const { timeZone } = await readSchool(trx, ground, schoolId);
    const { day: on } = localTime(Date.parse(at), timeZone);
    const covers = JSON.stringify([...one.covers, { start, end, on }]);
    await trx(one.table)
      .where({ school_id: schoolId, id: entryId })
      .update(cellsOf(ground.keys, schoolId, one.table).seal(entryId, { covers }));
    const facts = { action: actionId, entry: entryId };
    return { kind: 'covered', text: reason, more: { entry_id: entryId }, what: 'concern.covered', facts };
  });
}

/** Every word of a concern, for a lead who asks for it; that they did is in the audit. */
export async function readWhole(
  ground: Ground,
  actor: StaffActor,
  concernId: string,
): Promise<ReplyOf<typeof reading>> {
  const { schoolId, staffId } = actor;
  const texts = await readTexts(ground.database.read, ground, schoolId, concernId);
  await ground.database.write((trx) =>
    appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: staffId,
      what: 'concern.read-whole',
      object: `concern:${concernId}`,
    }),
  );
  return {
    texts: texts.map(({ id, kind, at, text, covers }) => ({
      id,
      kind,
      at,
      text,
      covers: covers.map(({ start, end }) => ({ start, end })),
    })),
  };
}

/** What was recorded, and every action, oldest first, as they were written. */
async function readTexts(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  concernId: string,
): Promise<WholeText[]> {
  const row = await reader('concerns').where({ school_id: schoolId, id: concernId }).first();
  const body = row && openWholeBody(ground, schoolId, row);
  const own = cellsOf(ground.keys, schoolId, 'concerns');
  const recorded: WholeText[] = body
    ? [
        {
          table: 'concerns',
          id: concernId,
          kind: 'concern',
          at: row.received_at,
          text: body.text,
          covers: readCovers(own.open(concernId, 'covers', row.covers)),
        },
      ]
    : [];
  const actions = await reader('concern_actions')
    .where({ school_id: schoolId, concern_id: concernId })
    .whereIn('kind', [...writtenKinds])
    .orderBy(['at', 'id']);
  const cells = cellsOf(ground.keys, schoolId, 'concern_actions');
  const added = actions.flatMap(({ id, kind, at, text, covers }): WholeText[] => {
    const whole = cells.open(id, 'text', text);
    if (whole === null) return [];
    return [
      {
        table: 'concern_actions',
        id,
        kind,
        at,
        text: whole,
        covers: readCovers(cells.open(id, 'covers', covers)),
      },
    ];
  });
  return [...recorded, ...added];
}
