import { NotTaken, readClean } from '../../files/clean-file';
import type { FileOfDraft } from '../../sealing/draft-files';
import { sealFile } from '../../sealing/seal-file';
import { files as words } from '../../strings/files';

/**
 * Takes a file that was chosen for a record: cleaned, then sealed to the school.
 * @param step how much of it is sealed, 0 to 1
 * @throws NotTaken
 */
export async function takeFile(
  file: File,
  lineageId: string,
  step: (done: number) => void,
): Promise<FileOfDraft> {
  const clean = await readClean(file);
  try {
    return await sealFile({ ...clean, lineageId }, step);
  } catch (fault) {
    if (fault instanceof Error && fault.name === 'NotEnrolled') throw new NotTaken(words.notEnrolled);
    throw new NotTaken(words.noRoom(clean.name));
  }
}
