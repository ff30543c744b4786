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
import { noteRightsEnded } from '../staff/rights-ended';
import type { Transaction } from '../storage/database';
import { readersOf } from './readers-of';
import { readWholeTexts, type WholeText } from './whole-texts';

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
  asked: BodyOf<typeof covering>,
): Promise<void> {
  const { actionId, entryId, part, start, end, reason } = asked;
  const { schoolId, staffId } = actor;
  let fallen: string[] = [];
  await decideOnce(ground, actor, { concernId, asked }, async ({ trx, at }) => {
    const find = async () => {
      const texts = await readWholeTexts(trx, ground, actor, concernId);
      const found = texts.find((text) => text.id === entryId && text.part === part);
      if (!found) throw problem('not-found');
      return found;
    };
    // A link belongs to two concerns, of which this one alone is held: what another lead has just covered of it is seen.
    const { row } = await find();
    await trx(row.table)
      .where({ school_id: schoolId, ...row.where })
      .forUpdate()
      .first('school_id');
    const one = await find();
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
    fallen = (await whoHolds(trx, ground, { schoolId, concernId }, one)).filter((id) => id !== staffId);
    await noteRightsEnded(trx, schoolId, fallen);
    const facts = { action: actionId, entry: entryId, part };
    return { kind: 'covered', text: reason, more: { entry_id: entryId }, what: 'concern.covered', facts };
  });
  if (fallen.length > 0) ground.changes.announce(schoolId, fallen);
}

/** Who may have a text open: whoever reads its concern, and a reply its author, who reads nothing else of it. */
async function whoHolds(
  trx: Transaction,
  ground: Ground,
  { schoolId, concernId }: { schoolId: string; concernId: string },
  { kind }: WholeText,
): Promise<string[]> {
  const readers = await readersOf(trx, ground, { schoolId, concernId });
  if (kind !== 'reply') return readers;
  const row = await trx('concerns').where({ school_id: schoolId, id: concernId }).first('author_id');
  return [...new Set([...readers, ...(row?.author_id ? [row.author_id] : [])])];
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
