import type { OnlineFile } from '../sealing/seal-online';

/** The words are with the school, or may be: their files follow. Or both were given up, and nothing stays on the device. */
export async function settleFiles(files: readonly OnlineFile[], atSchool: boolean): Promise<void> {
  if (files.length === 0) return;
  if (atSchool) {
    const { sendOnline } = await import('../sealing/send-online');
    sendOnline();
    return;
  }
  const { dropFile } = await import('../../offline/vault/files');
  for (const { fileId } of files) await dropFile(fileId).catch(() => undefined);
}
