import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { findKept } from './find-pupil';
import { findLeaving, openLeaving, sealLeaving, type LeavingDetails } from './leaving';

/**
 * Writes down a step of handing a file on. @param step changes what stands there, or says why it cannot be yet
 * @throws problem 'not-found' where nothing is to be handed on
 */
async function noteStep(
  ground: Ground,
  actor: StaffActor,
  pupilId: string,
  given: { what: string; done: boolean; step: (known: LeavingDetails) => LeavingDetails },
): Promise<void> {
  await findKept(ground, actor, pupilId);
  const { schoolId, staffId } = actor;
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    const row = await findLeaving(trx, schoolId, pupilId);
    if (!row) throw problem('not-found');
    if (row.done_at !== null)
      throw problem('conflict', { title: 'The receipt is here already: this is done.' });
    const details = given.step(openLeaving(ground, row));
    await trx('leaving')
      .where({ school_id: schoolId, id: row.id })
      .update({ ...sealLeaving(ground, row, details), ...(given.done ? { done_at: at } : {}) });
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: given.what,
      object: `pupil:${pupilId}`,
      facts: { task: row.id },
    });
  });
}

/** How, to whom and when it was sent. @throws problem 'conflict' before there is a package */
export function noteSent(
  ground: Ground,
  actor: StaffActor,
  pupilId: string,
  sent: Omit<NonNullable<LeavingDetails['sent']>, 'by'>,
): Promise<void> {
  return noteStep(ground, actor, pupilId, {
    what: 'leaver.sent',
    done: false,
    step: (known) => {
      if (known.made === null) throw problem('conflict', { title: 'Make the package first.' });
      return { ...known, sent: { ...sent, by: actor.staffId } };
    },
  });
}

/** Who has it. Nothing else ends the task. @throws problem 'conflict' before it was sent */
export function noteReceipt(
  ground: Ground,
  actor: StaffActor,
  pupilId: string,
  receipt: Omit<NonNullable<LeavingDetails['receipt']>, 'by'>,
): Promise<void> {
  return noteStep(ground, actor, pupilId, {
    what: 'leaver.received',
    done: true,
    step: (known) => {
      if (known.sent === null) throw problem('conflict', { title: 'Say first how it was sent.' });
      return { ...known, receipt: { ...receipt, by: actor.staffId } };
    },
  });
}

/** That a package was made, whole, to its last byte. */
export async function noteMade(
  ground: Ground,
  actor: StaffActor,
  pupilId: string,
  made: { sha256: string; size: number },
): Promise<void> {
  const at = timeStamp(ground.clock);
  await noteStep(ground, actor, pupilId, {
    what: 'leaver.package-made',
    done: false,
    step: (known) => ({ ...known, made: { ...made, at, by: actor.staffId } }),
  });
}
