import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { makeByItself } from './decide-change';
import { listDue } from './pending-store';

/**
 * Lets changes take effect that nobody else could confirm, 24 hours after they were made (access.md). One that cannot be
 * carried out waits for the next time and holds up none of the others.
 */
export async function makeDueChanges(ground: Ground): Promise<void> {
  for (const { schoolId, id } of await listDue(ground.database.read, timeStamp(ground.clock))) {
    try {
      await makeByItself(ground, schoolId, id);
    } catch (fault) {
      const kind = fault instanceof Error ? fault.name : typeof fault;
      ground.log.error({ change: id, kind }, 'a change that is due could not be made');
    }
  }
}
