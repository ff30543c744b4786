import { DAY, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { partPath } from './shelf/shelf';

/** Rows of one look. */
const AT_ONCE = 500;

/**
 * Lets the chunks go of files that have lain whole for a day: a backup that was being made meanwhile has them still. What a
 * crash left half-written goes as well.
 */
export async function tidyFiles(ground: Ground): Promise<void> {
  const rows = await ground.database
    .read('file_parts as p')
    .join('files as f', (on) => on.on('f.school_id', 'p.school_id').andOn('f.file_id', 'p.file_id'))
    .where({ 'f.state': 'here' })
    .where('f.here_at', '<', timeStamp(ground.clock, -DAY))
    .whereNotNull('p.sha256')
    .limit(AT_ONCE)
    .select<{ school_id: string; envelope_id: string; sha256: string }[]>(
      'p.school_id',
      'p.envelope_id',
      'p.sha256',
    );
  for (const { school_id, envelope_id, sha256 } of rows) {
    await ground.files.remove(partPath(school_id, sha256));
    await ground.database.write((trx) =>
      trx('file_parts').where({ school_id, envelope_id }).update({ sha256: null }),
    );
  }
  await ground.files.tidy(ground.clock.now() - DAY);
}
