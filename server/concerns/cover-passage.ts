import type { coverPassage as covering, readWhole as reading } from '../../protocol/concern-decisions';
import type { BodyOf, ReplyOf } from '../../protocol/endpoint';
import { correctionRefusals } from '../../protocol/words/refusals/concerns';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { localTime } from '../school/local-time';
import { readSchool } from '../school/school';
import { cellsOf } from '../storage/cells';
import { decideOnce } from './decisions';
import { readWholeTexts } from './whole-texts';

/**
 * Covers a passage of any text of a concern, with a reason: of the record, of what was typed beside it, of an action, of why
 * something was decided, of what a file is called. Every word is kept; from now on it is shown to
 * leads who ask for it, and stands on no paper, in no list and in no search (product.md section 3).
 * @throws problem 'not-valid' for a text that is not there or a passage that is none of it
 */
export async function coverPassage(
  ground: Ground,
  actor: StaffActor,
  concernId: string,
  { actionId, entryId, part, start, end, reason }: BodyOf<typeof covering>,
): Promise<void> {
  const { schoolId } = actor;
  await decideOnce(ground, actor, { concernId, actionId }, async ({ trx, at }) => {
    const texts = await readWholeTexts(trx, ground, actor, concernId);
    const one = texts.find((text) => text.id === entryId && text.part === part);
    if (!one) throw problem('not-found');
    if (start >= end || end > one.text.length || one.text.slice(start, end).trim() === '')
      throw problem('not-valid', {
        field: 'body.start',
        title: correctionRefusals.whichWords,
      });
    if (one.covers.some((cover) => cover.part === part && cover.start <= start && end <= cover.end))
      throw problem('conflict', { title: correctionRefusals.coveredAlready });
    const { timeZone } = await readSchool(trx, ground, schoolId);
    const { day: on } = localTime(Date.parse(at), timeZone);
    const covers = JSON.stringify([...one.covers, { start, end, on, part }]);
    const { table, where, cell } = one.row;
    await trx(table)
      .where({ school_id: schoolId, ...where })
      .update(cellsOf(ground.keys, schoolId, table).seal(cell, { covers }));
    const facts = { action: actionId, entry: entryId, part };
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
  const texts = await readWholeTexts(ground.database.read, ground, actor, concernId);
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
    texts: texts.map(({ id, part, kind, at, text, covers }) => ({
      id,
      part,
      kind,
      at,
      text,
      covers: covers.filter((cover) => cover.part === part).map(({ start, end }) => ({ start, end })),
    })),
  };
}
