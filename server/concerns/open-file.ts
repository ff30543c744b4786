import { Readable } from 'node:stream';
import { fromBase64url } from '../../protocol/bytes';
import { UNKNOWN_TYPE } from '../../protocol/files/sniff';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import { openAtRest } from '../files/at-rest';
import { keptPlace } from '../files/folder';
import type { Ground } from '../ground';
import type { Download } from '../http/call';
import { problem } from '../http/problem';
import { cellsOf } from '../storage/cells';
import { filesOfConcern, nameOfFile } from './files-shown';
import { showsContent } from './present';
import { loadFor } from './read-concern';

/**
 * Opens one file for somebody who may read its record now; the opening is in the audit before the first byte leaves.
 * @throws problem 'not-found' for what is not theirs, not there, or not here yet: all the same answer
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
  if (!file || file.state !== 'here' || file.place === null) throw problem('not-found');
  const key = cellsOf(ground.keys, schoolId, 'files').need(fileId, 'kept_key', file.kept_key);
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
  return {
    stream: Readable.from(
      openAtRest(keptPlace(ground, schoolId, file.place), fromBase64url(key), file.size),
      {
        objectMode: false,
      },
    ),
    name: nameOfFile(ground, schoolId, concernId, file),
    type: file.type ?? UNKNOWN_TYPE,
    size: file.size,
  };
}
