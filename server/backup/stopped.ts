import type { Settings } from '../env';
import { isPostgresInUse, isSqliteInUse } from '../storage/in-use';
import { BackupFault } from './backup-fault';

/** Nothing may be put under a server that runs. @throws BackupFault while anybody has the store open */
export async function mustBeStopped({ dataDir, databaseUrl }: Settings): Promise<void> {
  const inUse = databaseUrl ? await isPostgresInUse(databaseUrl) : await isSqliteInUse(dataDir);
  if (inUse) throw new BackupFault('Heed is running on this store. Stop it first, then restore.');
}
