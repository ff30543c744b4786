/** Why a backup or a restore did not happen, as a sentence for the person at the shell. Nothing was changed. */
export class BackupFault extends Error {}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Make room, or choose another folder.',
  EACCES:
    'This folder may not be written to. Choose another folder, or give yourself the right to write there.',
  EROFS: 'This folder cannot be written to. Choose another folder.',
  ENOENT: 'This folder is not there. Look at its name again.',
  ENOTDIR: 'This is a file. Give a folder.',
};

/** The sentence for a fault of the disk; any other fault stays what it is. */
export function asBackupFault(fault: unknown, folder: string): unknown {
  const { code, message } = fault as { code?: string; message?: string };
  const full = message?.includes('SQLITE_FULL') ? 'ENOSPC' : code;
  const sentence = SENTENCES[full ?? ''];
  return sentence ? new BackupFault(`${folder}: ${sentence}`) : fault;
}
