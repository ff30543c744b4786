import type { Reply } from '../../../protocol/replies';
import type { StaffActor } from '../../access/actor';
import { can } from '../../access/can';
import { appendAudit } from '../../audit/append';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import type { ConcernActionRow } from '../../storage/rows/records';
import { openActionText } from '../action-text';
import { tellReaders } from '../tell-readers';
import { readReplyFacts } from './reply-facts';

/** The most that is listed; older ones are open to their author by their id alone. */
const MOST = 100;

/** Replies to what somebody recorded, without their words, newest first. Asked of each: they may still be told. */
export async function listReplies(ground: Ground, viewer: StaffActor): Promise<Reply[]> {
  const { read } = ground.database;
  const rows = await read('concern_actions as a')
    .join('concerns as c', (on) => on.on('c.school_id', 'a.school_id').andOn('c.id', 'a.concern_id'))
    .where({ 'a.school_id': viewer.schoolId, 'a.kind': 'reply', 'c.author_id': viewer.staffId })
    .orderBy('a.at', 'desc')
    .limit(MOST)
    .select<Pick<ConcernActionRow, 'id' | 'concern_id' | 'at' | 'read_at'>[]>(
      'a.id',
      'a.concern_id',
      'a.at',
      'a.read_at',
    );
  const ids = rows.map((row) => row.concern_id);
  const facts = await readReplyFacts(read, ground, viewer.schoolId, [...new Set(ids)]);
  return rows.flatMap(({ id, concern_id, at, read_at: readAt }) => {
    const one = facts.get(concern_id);
    if (!one || !can(viewer, 'reply.read-own', one)) return [];
    return [{ id, envelopeId: one.row.envelope_id, reference: one.row.reference, at, readAt }];
  });
}

/**
 * The words of a reply, for the author of its concern; when they first read it is kept for the leads.
 * @throws problem 'not-found' for everybody else, and where they may not be told any more
 */
export async function openReply(ground: Ground, viewer: StaffActor, id: string): Promise<{ text: string }> {
  const { read } = ground.database;
  const { schoolId, staffId } = viewer;
  const row = await read('concern_actions')
    .where({ school_id: schoolId, id, kind: 'reply' })
    .first('concern_id', 'text', 'covers', 'read_at');
  const facts = row && (await readReplyFacts(read, ground, schoolId, [row.concern_id])).get(row.concern_id);
  if (!row || !facts || !can(viewer, 'reply.read-own', facts)) throw problem('not-found');
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    await trx('concern_actions').where({ school_id: schoolId, id, read_at: null }).update({ read_at: at });
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'reply.read',
      object: `concern:${row.concern_id}`,
      facts: { action: id },
    });
  });
  if (row.read_at === null) await tellReaders(ground, facts.concern, row.concern_id);
  return { text: openActionText(ground, schoolId, { id, ...row }) ?? '' };
}
