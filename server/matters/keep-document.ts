import { isDeepStrictEqual } from 'node:util';
import type { addDocument as adding, changeDocument as changing } from '../../protocol/documents';
import type { BodyOf } from '../../protocol/endpoint';
import { safeName } from '../../protocol/files/names';
import { matterRefusals } from '../../protocol/words/refusals/pupil-page';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import { nameOnline } from '../files/name-online';
import { nameFiles } from '../files/store';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { raiseForLeft } from '../pupils/raise-leaving';
import { refuseUnseen } from './changed-since';
import { openDetails, sealDetails, versionOf } from './documents';
import { keepEarlier, readEarlier, standingOf } from './earlier-documents';
import { findKept } from './find-pupil';
import { reviewColumns } from './review-columns';
import { noteTakenOff } from './taken-off';

/** Puts a document on a pupil's page; its chunks follow. Sent twice it stands there once. @throws problem 'not-found'; 'conflict' for other words under its id */
export async function addDocument(
  ground: Ground,
  actor: StaffActor,
  pupilId: string,
  { documentId, file, kind, review, heldAt }: BodyOf<typeof adding>,
): Promise<void> {
  await findKept(ground, actor, pupilId);
  const [named] = await nameFiles([file]);
  if (!named) throw problem('not-valid', { field: 'body.file', title: matterRefusals.noFile });
  const { schoolId, staffId } = actor;
  const at = timeStamp(ground.clock);
  const details = { name: safeName(file.name), kind, review, heldAt, removed: null };
  await ground.database.write(async (trx) => {
    const there = await trx('pupil_documents').where({ school_id: schoolId, id: documentId }).first();
    if (there && there.pupil_id !== pupilId) throw problem('conflict');
    if (there) {
      const first = (await readEarlier(trx, ground, schoolId, [documentId])).get(documentId)?.[0];
      const said = first ?? standingOf(there, openDetails(ground, there));
      const same = there.file_id === named.fileId && isDeepStrictEqual(said.details, details);
      return same ? undefined : refuseUnseen(trx, ground, actor, said);
    }
    await nameOnline(trx, ground, { schoolId, staffId, files: [named] }, `pupil:${pupilId}`);
    await trx('pupil_documents').insert({
      school_id: schoolId,
      id: documentId,
      pupil_id: pupilId,
      file_id: named.fileId,
      staff_id: staffId,
      at,
      ...sealDetails(ground, schoolId, documentId, details),
      ...(await reviewColumns(trx, ground, schoolId, review, undefined)),
    });
    await raiseForLeft({ trx, ground, schoolId, at }, [pupilId]);
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'document.added',
      object: `pupil:${pupilId}`,
      facts: { document: documentId, file: named.fileId },
    });
  });
}

/**
 * Says anew what a document is, or takes it off the page. What stood before stays as a version; bytes and reason are kept.
 * @throws problem 'not-found'; 'conflict' where somebody else has changed it meanwhile
 */
export async function changeDocument(
  ground: Ground,
  actor: StaffActor,
  ids: { pupilId: string; documentId: string },
  { versionId, after, kind, review, heldAt, removed }: BodyOf<typeof changing>,
): Promise<void> {
  const { pupilId, documentId } = ids;
  await findKept(ground, actor, pupilId);
  const { schoolId, staffId } = actor;
  const at = timeStamp(ground.clock);
  let fallen: string[] = [];
  await ground.database.write(async (trx) => {
    const here = { school_id: schoolId, id: documentId, pupil_id: pupilId };
    const row = await trx('pupil_documents').where(here).forUpdate().first();
    if (!row) throw problem('not-found');
    const stood = openDetails(ground, row);
    if (row.version_id === versionId) {
      // It was sent before; with other words it is no repeated send.
      const asked = removed === null ? { ...stood, kind, review, heldAt, removed } : { ...stood, removed };
      return isDeepStrictEqual(stood, asked)
        ? undefined
        : refuseUnseen(trx, ground, actor, standingOf(row, stood));
    }
    if (row.removed_at !== null || versionOf(row) !== after) {
      const last = { by: row.changed_by ?? row.staff_id, at: row.changed_at ?? row.at };
      await refuseUnseen(trx, ground, actor, last, row.removed_at === null ? 'changed' : 'removed');
    }
    await keepEarlier(trx, ground, row);
    // What is taken off says to the last what it said on the page.
    const details = removed === null ? { ...stood, kind, review, heldAt } : { ...stood, removed };
    await trx('pupil_documents')
      .where(here)
      .update({
        ...sealDetails(ground, schoolId, documentId, details),
        ...(await reviewColumns(trx, ground, schoolId, details.review, row)),
        removed_at: removed === null ? null : at,
        ...{ version_id: versionId, changed_by: staffId, changed_at: at },
      });
    if (removed !== null) fallen = await noteTakenOff(trx, actor);
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: removed === null ? 'document.changed' : 'document.removed',
      object: `pupil:${pupilId}`,
      facts: { document: documentId, version: versionId },
    });
  });
  if (fallen.length > 0) ground.changes.announce(schoolId, fallen);
}
