import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DAY, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { partPlace } from './folder';

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
    await rm(partPlace(ground, school_id, sha256), { force: true });
    await ground.database.write((trx) =>
      trx('file_parts').where({ school_id, envelope_id }).update({ sha256: null }),
    );
  }
  await clearHalves(ground);
}

async function clearHalves({ settings, clock }: Ground): Promise<void> {
  const names = await readdir(settings.filesDir, { recursive: true }).catch(() => []);
  for (const name of names.filter((one) => one.endsWith('.half'))) {
    const half = join(settings.filesDir, name);
    const found = await stat(half).catch(() => null);
    if (found && clock.now() - found.mtimeMs > DAY) await rm(half, { force: true });
  }
}
