import { DAY, HOUR, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { deleteOld } from './tidy-store';

/**
 * Forgets what no longer decides anything: freed tries, links, challenges and unfinished keys a day after their end, sessions and
 * browsers long after theirs. Called now and then by whoever runs the server; no records, so no audit.
 */
export async function tidyAccounts(ground: Ground): Promise<void> {
  const { clock } = ground;
  await ground.database.write((trx) =>
    deleteOld(trx, {
      limits: timeStamp(clock),
      challenges: timeStamp(clock, -DAY),
      links: timeStamp(clock, -DAY),
      pendingKeys: timeStamp(clock, -HOUR),
      browsers: timeStamp(clock, -400 * DAY),
    }),
  );
}
