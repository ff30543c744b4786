import type { ReplyOf } from '../../protocol/endpoint';
import type { readOperation } from '../../protocol/operation';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { DAY, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { readStaffNames } from '../school/names';

type Operation = ReplyOf<typeof readOperation>;

/** Asked again after this long: people and cupboards change. */
const GOOD_FOR = 365 * DAY;

/** When the last backup was made, and who has said that the keys lie apart from it. */
export async function readSafeKeeping(
  ground: Ground,
  schoolId: string,
): Promise<Pick<Operation, 'backup' | 'keysKept'>> {
  const { read } = ground.database;
  const last = await read('backups').orderBy('made_at', 'desc').first('made_at', 'through');
  return {
    backup: last ? { madeAt: last.made_at, elsewhere: last.through !== null } : null,
    keysKept: await readKeysKept(ground, schoolId),
  };
}

/** Null also where a key was made since, which no copy holds, and after a year. */
async function readKeysKept(ground: Ground, schoolId: string): Promise<Operation['keysKept']> {
  const { read } = ground.database;
  const row = await read('schools').where({ id: schoolId }).first('keys_kept_at', 'keys_kept_by');
  const { keys_kept_at: at = null, keys_kept_by: by = null } = row ?? {};
  if (at === null || by === null || ground.clock.now() - Date.parse(at) > GOOD_FOR) return null;
  const newer: unknown = await read('keys')
    .where({ scope: schoolId })
    .whereIn('kind', ['identity', 'envelope', 'receipt'])
    .where('created_at', '>', at)
    .first('id');
  if (newer) return null;
  const names = await readStaffNames(read, ground, schoolId, [by]);
  return { at, by: names.get(by)?.name ?? '' };
}

/** Somebody has seen that the copy of the keys lies apart from the data and its backups. */
export async function confirmKeysKept(ground: Ground, { schoolId, staffId }: StaffActor): Promise<void> {
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    await trx('schools').where({ id: schoolId }).update({ keys_kept_at: at, keys_kept_by: staffId });
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'keys.kept-apart',
      object: `school:${schoolId}`,
    });
  });
}
