import type { FileStanding } from '../../protocol/online-files';
import { call } from './call';

/** How far a file has come that this person has named. @throws CallFault `not-found` where the school knows of none */
export function readFileStanding(fileId: string): Promise<FileStanding> {
  return call('readFileStanding', { params: { fileId } });
}

/** Sends one sealed chunk. @param part from 1 @throws CallFault */
export function putFilePart(
  fileId: string,
  part: number,
  body: Uint8Array<ArrayBuffer>,
): Promise<FileStanding> {
  return call('putFilePart', { params: { fileId, part: String(part) }, body });
}
