import type { ReplyOf } from '../../protocol/endpoint';
import type { goOnWithParked, OwnParked } from '../../protocol/parked';
import { unfinishedRefusals } from '../../protocol/words/refusals/quarantine';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { parkedEnded } from '../parked/audit-rows';
import { mailAuthor } from '../parked/mail-author';
import { endLineage } from '../parked/store';
import { draftsFor, needDraft, readDeviceNames, readDraft } from './find-draft';

/** What this person began and did not send, left on any device. No content. */
export async function listOwn(ground: Ground, viewer: StaffActor): Promise<OwnParked[]> {
  const { staffId: authorId, schoolId } = viewer;
  const own = await draftsFor(ground.database.read, ground, viewer, 'parked.list-own', { authorId });
  const devices = own.length === 0 ? new Map<string, string>() : await readDeviceNames(ground, schoolId);
  return own.map(({ row }) => ({
    id: row.envelope_id,
    lineageId: row.lineage_id,
    beganAt: row.began_at,
    device: devices.get(row.device_id) ?? null,
  }));
}

/**
 * Gives a draft to its author, who goes on with it elsewhere. It waits on until something of it is sent.
 * @throws problem 'not-found' for everybody else's; 'not-valid' where it cannot be opened
 */
export async function goOn(
  ground: Ground,
  viewer: StaffActor,
  id: string,
): Promise<ReplyOf<typeof goOnWithParked>> {
  const { schoolId, staffId } = viewer;
  const { row } = await needDraft(ground.database.read, ground, viewer, 'parked.go-on', id);
  const { opened } = await readDraft(ground, schoolId, id);
  if (!opened)
    throw problem('not-valid', {
      title: unfinishedRefusals.unreadable,
    });
  await ground.database.write(async (trx) => {
    const at = timeStamp(ground.clock);
    await trx('parked_drafts')
      .where({ school_id: schoolId, envelope_id: id })
      .update({ resumed_at: at, resumed_revision: row.revision });
    await mailAuthor(trx, ground, row, 'went-on');
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'parked.went-on',
      object: `parked:${id}`,
      facts: { revision: row.revision },
    });
  });
  return { lineageId: row.lineage_id, content: opened.kept };
}

/** Its author does not want to send it; nobody is shown it any more. @throws problem 'not-found' */
export async function throwAway(ground: Ground, viewer: StaffActor, id: string): Promise<void> {
  const { schoolId, staffId } = viewer;
  const { row } = await needDraft(ground.database.read, ground, viewer, 'parked.go-on', id);
  await ground.database.write(async (trx) => {
    const lineageId = row.lineage_id;
    await mailAuthor(trx, ground, row, 'thrown-away');
    const ended = await endLineage(trx, ground, { schoolId, lineageId, by: 'author' });
    const by = { by: 'author', at: timeStamp(ground.clock), actor: staffId } as const;
    await appendAudit(trx, ...ended.map((one) => parkedEnded(schoolId, { id: one, ...by })));
  });
}
