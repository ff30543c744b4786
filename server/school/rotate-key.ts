import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import type { HeldKey } from '../storage/key-ring';
import { rotateEnvelopeKey } from './keys';

/**
 * Gives a school a new envelope key: tablets seal to it from their next look at the bundle on, and what was sealed to
 * an older one still opens (envelope.md, Keys). A running server needs no restart.
 * @returns the new key; its `epoch` counts the keys that the school has had
 */
export async function rotateKey(ground: Ground, schoolId: string, by: 'shell'): Promise<HeldKey> {
  return ground.database.write(async (trx) => {
    // Two at once would give two keys one epoch. A write that changes nothing makes the second wait on either
    // database; on SQLite a transaction that begins with a read could not write after another process did.
    await trx('schools').where({ id: schoolId }).increment('position', 0);
    await ground.keys.refresh(trx);
    const before = ground.keys.newest(schoolId, 'envelope');
    const made = await rotateEnvelopeKey(trx, ground, schoolId);
    await appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: by,
      what: 'envelope-key.rotated',
      object: `key:${made.id}`,
      facts: { epoch: made.epoch, before: before.id },
    });
    return made;
  });
}
