import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import { giveOut, mustBeGiven } from '../files/give-out';
import type { Ground } from '../ground';
import type { Download } from '../http/call';
import { problem } from '../http/problem';
import { filesOfConcern, nameOfFile } from './files-shown';
import { showsContent } from './present';
import { loadFor } from './read-concern';

/**
 * Opens one file for somebody who may read its record now; the opening is in the audit before the first byte leaves.
 * @throws problem 'not-found' for what is not theirs, not there, or not here yet: all the same answer; 'file-held' where the scanner has
 * found something, or has not looked
 */
export async function openFile(
  ground: Ground,
  viewer: StaffActor,
  concernId: string,
  fileId: string,
): Promise<Download> {
  const { schoolId } = viewer;
  const { loaded } = await loadFor(ground, viewer, concernId, 'concern.read');
  const files = await filesOfConcern(ground, schoolId, concernId);
  const shown = files.filter(({ action_id }) => action_id !== null || showsContent(loaded));
  const file = shown.find((one) => one.file_id === fileId);
  if (!file) throw problem('not-found');
  mustBeGiven(ground, file);
  await ground.database.write((trx) =>
    appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: viewer.staffId,
      what: 'file.opened',
      object: `concern:${concernId}`,
      facts: { file: fileId },
    }),
  );
  return giveOut(ground, schoolId, file, nameOfFile(ground, schoolId, concernId, file));
}
