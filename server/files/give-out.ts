import { Readable } from 'node:stream';
import { fromBase64url } from '../../protocol/bytes';
import { UNKNOWN_TYPE } from '../../protocol/files/sniff';
import { fileRefusals } from '../../protocol/words/refusals/actions';
import type { Ground } from '../ground';
import type { Download } from '../http/call';
import { problem } from '../http/problem';
import { cellsOf } from '../storage/cells';
import type { FileRow } from '../storage/rows/files';
import { openAtRest } from './at-rest';
import { keptPath } from './shelf/shelf';

/** What is known of a file, as far as giving it out is concerned. */
export type KeptFile = Pick<
  FileRow,
  'file_id' | 'state' | 'size' | 'type' | 'place' | 'kept_key' | 'scan' | 'found'
>;

/**
 * Why a file is not given out: what the scanner found, for good; or null where it has not looked yet, unless the server says
 * that such files are given out (CLAMD_UNSCANNED).
 */
export function heldOf(
  { settings }: Pick<Ground, 'settings'>,
  { scan, found }: Pick<FileRow, 'scan' | 'found'>,
): { found: string | null } | null {
  if (scan === 'found') return { found: found ?? '' };
  const waits = scan === null && settings.scanner !== null && settings.unscanned === 'hold';
  return waits ? { found: null } : null;
}

/**
 * Whether a file that somebody may have can be given to them now; asked before its opening goes into the audit.
 * @throws problem 'not-found' for what is not here, 'file-held' with the reason
 */
export function mustBeGiven(ground: Ground, file: KeptFile): void {
  if (file.state !== 'here' || file.place === null) throw problem('not-found');
  const held = heldOf(ground, file);
  if (!held) return;
  if (held.found === null) throw problem('file-held');
  throw problem('file-held', { title: fileRefusals.heldBack(held.found) });
}

/** The bytes of a file, opened as they are read. */
export function giveOut(ground: Ground, schoolId: string, file: KeptFile, name: string): Download {
  const key = cellsOf(ground.keys, schoolId, 'files').need(file.file_id, 'kept_key', file.kept_key);
  const sealed = ground.files.read(keptPath(schoolId, file.place ?? ''));
  const bytes = openAtRest(sealed, fromBase64url(key), file.size);
  return {
    stream: Readable.from(bytes, { objectMode: false }),
    name,
    type: file.type ?? UNKNOWN_TYPE,
    size: file.size,
  };
}
