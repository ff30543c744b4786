import { problem } from '../http/problem';
import type { ChangeAppliers, ChangeStep } from '../school/apply-change';
import { cellsOf } from '../storage/cells';

/** Naming and revoking the school's devices. A revoked one is enrolled anew by logging in on it. */
export const deviceChanges = {
  'device.rename': async (step, { deviceId, name }) => {
    await change(
      step,
      deviceId,
      cellsOf(step.ground.keys, step.schoolId, 'devices').seal(deviceId, { name }),
    );
    return { object: `device:${deviceId}` };
  },
  'device.revoke': async (step, { deviceId }) => {
    await change(step, deviceId, { revoked_at: step.at });
    return { object: `device:${deviceId}` };
  },
} satisfies Partial<ChangeAppliers>;

async function change(
  { trx, schoolId }: ChangeStep,
  id: string,
  to: { name: Buffer } | { revoked_at: string },
): Promise<void> {
  const changed = await trx('devices').where({ school_id: schoolId, id }).whereNull('revoked_at').update(to);
  if (changed === 0) throw problem('not-found');
}
