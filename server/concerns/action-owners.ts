import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import type { Ground } from '../ground';
import { knowConcerns } from '../records/load-facts';
import { readLeads } from '../school/duty';
import { loadRestrictions } from '../school/load-restrictions';
import { elevatedActorOf } from '../staff/elevated-actor';
import type { Reader } from '../storage/database';

/**
 * Whose something about a concern may be: who asks, the leads, whoever has it and whoever was alerted to it, each only
 * where they may read it by themselves. So it tells nobody more, and nobody owns what they cannot open.
 */
export async function readOwners(
  reader: Reader,
  ground: Ground,
  asker: StaffActor,
  concernId: string,
): Promise<string[]> {
  const { schoolId, staffId } = asker;
  const here = { school_id: schoolId };
  const concern = await reader('concerns')
    .where({ ...here, id: concernId })
    .first('taken_by');
  const alerted = await reader('alerts')
    .where({ ...here, concern_id: concernId })
    .pluck('staff_id');
  const leads = await readLeads(reader, schoolId);
  const asked = new Set([staffId, ...leads, ...(concern?.taken_by ? [concern.taken_by] : []), ...alerted]);
  const restrictions = await loadRestrictions(reader, schoolId);
  const owners: string[] = [];
  for (const id of asked) {
    const actor = id === staffId ? asker : await elevatedActorOf(reader, schoolId, id);
    const facts = actor && (await knowConcerns(reader, ground, actor, [concernId])).get(concernId)?.facts;
    if (!facts) continue;
    if (can(actor, 'concern.read', { kind: 'guarded-concern', concern: facts, restrictions }))
      owners.push(id);
  }
  return owners;
}
