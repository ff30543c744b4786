import { isDeepStrictEqual } from 'node:util';
import type { BodyOf } from '../../protocol/endpoint';
import type { keepMatter as keeping } from '../../protocol/pupil-matters';
import { matterRefusals } from '../../protocol/words/refusals/pupil-page';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import type { Transaction } from '../storage/database';
import { refuseUnseen } from './changed-since';
import { checkMatter } from './check-matter';
import { findKept } from './find-pupil';
import { noteTakenOff } from './taken-off';
import { deedOf, detailsOf, insertVersion, readVersions, type MatterVersion } from './versions';

/**
 * Writes a version of a plan, an agency, another school or a link. What stood before stays.
 * @throws problem 'not-found'; 'not-valid' with the field; 'conflict' where somebody else has changed it meanwhile
 */
export async function keepMatter(
  ground: Ground,
  actor: StaffActor,
  pupilId: string,
  body: BodyOf<typeof keeping>,
): Promise<void> {
  await findKept(ground, actor, pupilId);
  const { details, removed } = body;
  checkMatter(details, removed);
  const otherId = details.kind === 'link' && body.after === null ? body.otherId : null;
  if (details.kind === 'link' && body.after === null) await checkOther(ground, actor, pupilId, otherId);
  // What is changed later names nobody else any more.
  const saysSo = ({ matterId, otherId: other, stored }: MatterVersion) =>
    matterId === body.matterId &&
    (stored.deed === 'removed') === removed &&
    (otherId === null || other === otherId) &&
    isDeepStrictEqual(detailsOf(stored, stored.kind), detailsOf({ ...stored, ...details }, details.kind));
  const { schoolId, staffId } = actor;
  const at = timeStamp(ground.clock);
  let fallen: string[] = [];
  await ground.database.write(async (trx) => {
    await lockPupil(trx, schoolId, pupilId);
    if (await isWritten(trx, ground, actor, { pupilId, versionId: body.versionId }, saysSo)) return;
    const before = await findBefore(trx, ground, actor, { pupilId, ...body });
    const deed = deedOf(before?.stored ?? null, { end: details.end, removed });
    await insertVersion(trx, ground, schoolId, {
      id: body.versionId,
      matterId: body.matterId,
      pupilId: before?.pupilId ?? pupilId,
      otherId: before ? before.otherId : otherId,
      by: staffId,
      at,
      stored: { ...details, deed, on: dayOf(deed, details) },
    });
    if (removed) fallen = await noteTakenOff(trx, actor);
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: `pupil.matter-${deed}`,
      object: `pupil:${pupilId}`,
      facts: { matter: body.matterId, version: body.versionId },
    });
  });
  if (fallen.length > 0) ground.changes.announce(schoolId, fallen);
}

function dayOf(deed: string, { start, end }: { start: string | null; end: string | null }): string | null {
  if (deed === 'began') return start;
  return deed === 'ended' ? end : null;
}

/** Two who write about one pupil at once do so one after the other. */
export async function lockPupil(trx: Transaction, schoolId: string, id: string): Promise<void> {
  await trx('pupils').where({ school_id: schoolId, id }).forUpdate().first('id');
}

/**
 * Whether this version stands already: its page sends it again when the answer was lost.
 * @param saysSo whether it says what is asked for now
 * @throws problem 'conflict' where the id stands for other words, with when they were written
 */
export async function isWritten(
  trx: Transaction,
  ground: Ground,
  actor: StaffActor,
  { pupilId, versionId }: { pupilId: string; versionId: string },
  saysSo: (version: MatterVersion) => boolean,
): Promise<boolean> {
  const { schoolId } = actor;
  const there = await trx('pupil_matters').where({ school_id: schoolId, id: versionId }).first('id');
  if (!there) return false;
  const versions = await readVersions(trx, ground, schoolId, [pupilId]);
  const version = versions.find(({ id }) => id === versionId);
  if (!version) throw problem('conflict');
  return saysSo(version) || refuseUnseen(trx, ground, actor, version);
}

async function findBefore(
  trx: Transaction,
  ground: Ground,
  actor: StaffActor,
  given: BodyOf<typeof keeping> & { pupilId: string },
): Promise<MatterVersion | null> {
  const { schoolId } = actor;
  const all = await readVersions(trx, ground, schoolId, [given.pupilId]);
  const last = all.findLast(({ matterId }) => matterId === given.matterId) ?? null;
  if (given.after !== null && last === null) throw problem('not-found');
  const taken =
    given.after === null &&
    (await trx('pupil_matters').where({ school_id: schoolId, matter_id: given.matterId }).first('id'));
  const gone = last?.stored.deed === 'removed';
  if (last && (gone || last.id !== given.after))
    return refuseUnseen(trx, ground, actor, last, gone ? 'removed' : 'changed');
  if (taken) throw problem('conflict');
  if (last && last.stored.kind !== given.details.kind)
    throw problem('not-valid', {
      field: 'body.details.kind',
      title: matterRefusals.otherKind,
    });
  return last;
}

/** Somebody whose page they may open too, and another pupil. @throws problem 'not-valid' */
async function checkOther(
  ground: Ground,
  actor: StaffActor,
  pupilId: string,
  otherId: string | null,
): Promise<void> {
  const refuse = (title: string) => problem('not-valid', { field: 'body.otherId', title });
  if (otherId === null || otherId === pupilId) throw refuse(matterRefusals.samePupil);
  try {
    await findKept(ground, actor, otherId);
  } catch {
    throw refuse(matterRefusals.noSuchPupil);
  }
}
