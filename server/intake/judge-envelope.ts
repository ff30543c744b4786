import { sha256, toBase64url } from '../../protocol/bytes';
import { canonicalBytes } from '../../protocol/canonical-json';
import type { ConcernBody } from '../../protocol/concern-body';
import { nameFiles, type NamedFile } from '../files/store';
import type { Ground } from '../ground';
import { judgeAction } from './actions/judge-action';
import { judgeAddendum } from './addenda/judge-addendum';
import { doubtCircumstances } from './doubt-circumstances';
import type { UnjudgedRow, Verdict } from './judging';
import { judgePart } from './judge-part';
import { matchParked } from './match-parked';
import { openWords } from './open-raw';
import { recordConcern } from './record-concern';
import { settle } from './settle';

/** What is left to do once an envelope is opened: its one transaction. */
export type Recording = () => Promise<Verdict>;

/**
 * Opens and proves one accepted envelope and looks for doubts; what comes back records it: recorded, duplicate,
 * quarantined or kept (envelope.md, Judge). All opening and hashing is done before the writer is asked for, so several
 * can be opened at once; judging again changes nothing.
 */
export async function openForJudging(ground: Ground, row: UnjudgedRow): Promise<Recording> {
  if (row.kind === 'attachment') return judgePart(ground, row);
  if (row.kind === 'parked')
    return async () => {
      // Before the verdict: killed in between, it is judged again, and matching again changes nothing.
      await matchParked(ground, row.school_id, row.envelope_id);
      return keepSealed(ground, row);
    };
  if (row.kind === 'addendum') return judgeAddendum(ground, row);
  if (row.kind === 'action') return judgeAction(ground, row);
  const opened = await openWords(ground, row.school_id, row.raw, 'concern');
  ground.faultPoint('after-opening');
  const body = opened.payload?.body ?? null;
  const files = await nameFiles(opened.payload?.attachments ?? []);
  const bodyHash = body ? await hashBody(body, files) : null;
  const quarantine = opened.doubt ?? (await doubtCircumstances(ground.database.read, row, body));
  return () => recordConcern(ground, row, { opened, bodyHash, quarantine, files });
}

/** Kept as they are; a later concern or a lead's decision opens them. */
async function keepSealed(ground: Ground, row: UnjudgedRow): Promise<Verdict> {
  await ground.database.write((trx) =>
    settle(trx, ground, row, { verdict: 'kept', reason: null, concernId: null }),
  );
  return { alerted: [] };
}

/** Two sendings of one draft are equal when everything but the moment of sending is, their files too. */
async function hashBody(body: ConcernBody, files: readonly NamedFile[]): Promise<string> {
  const attached = files.length === 0 ? {} : { files: files.map(({ fileId, name }) => `${fileId} ${name}`) };
  return toBase64url(await sha256(canonicalBytes({ ...body, ...attached, sentAt: '' })));
}
