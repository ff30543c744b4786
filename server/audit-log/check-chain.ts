import type { ReplyOf } from '../../protocol/endpoint';
import type { checkAudit } from '../../protocol/audit';
import type { StaffActor } from '../access/actor';
import { verifyAudit } from '../audit/verify';
import type { Ground } from '../ground';
import { noteLook } from './note-look';

/** Walks the school's chain, and says from when to when it is unbroken or which entry breaks it. */
export async function checkChain(ground: Ground, viewer: StaffActor): Promise<ReplyOf<typeof checkAudit>> {
  const { read } = ground.database;
  const verdict = await verifyAudit(read, viewer.schoolId);
  const timeOf = async (seq: number) => {
    const row = await read('audit').where({ school_id: viewer.schoolId, seq }).first('at');
    return row?.at ?? null;
  };
  // After the walk, so that what it says of the head is what was walked.
  await noteLook(ground, viewer, 'audit.checked');
  if (!verdict.whole)
    return { whole: false, seq: verdict.seq, at: await timeOf(verdict.seq), why: verdict.why };
  const { head } = verdict;
  return { whole: true, entries: head.seq, from: await timeOf(1), to: await timeOf(head.seq), head };
}
