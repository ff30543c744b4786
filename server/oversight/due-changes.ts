import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { makeByItself } from './decide-change';
import { listDue } from './pending-store';

/** Lets changes take effect that nobody else could confirm, 24 hours after they were made (access.md). */
export async function makeDueChanges(ground: Ground): Promise<void> {
  for (const { schoolId, id } of await listDue(ground.database.read, timeStamp(ground.clock)))
    await makeByItself(ground, schoolId, id);
}
