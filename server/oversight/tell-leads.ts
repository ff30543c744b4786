import type { Ground } from '../ground';
import type { RightsChangeStep } from '../messages/templates/rights-change';
import { queueMessages } from '../messages/queue';
import { readDutyList } from '../school/duty';
import { readSchool } from '../school/school';
import { mailStaff } from '../staff/mail-staff';
import type { Transaction } from '../storage/database';

/**
 * Tells all leads what became of a change of rights; where nobody else could confirm it, head, chair and main
 * contact too (access.md, "raising one's own rights"). In the transaction of the change.
 */
export async function tellLeads(
  trx: Transaction,
  ground: Ground,
  change: { schoolId: string; id: string },
  step: RightsChangeStep,
): Promise<void> {
  const { schoolId, id } = change;
  const alone = step === 'alone' || step === 'by-itself';
  const duty = await readDutyList(trx, schoolId);
  const told = duty.filter(({ role }) => alone || role === 'lead' || role === 'deputy');
  const once = `rights:${id}:${step}`;
  await mailStaff(trx, ground, schoolId, [...new Set(told.map(({ staffId }) => staffId))], (staffId) => ({
    template: 'rights-change',
    more: { step },
    once: `${once}:${staffId}`,
  }));
  if (alone) await mailMainContact(trx, ground, schoolId, step, once);
}

async function mailMainContact(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  step: RightsChangeStep,
  once: string,
): Promise<void> {
  const { name: schoolName, details } = await readSchool(trx, ground, schoolId);
  const { name, email } = details.mainContact;
  const content = { to: email, name, schoolName, step };
  const message = { schoolId, channel: 'email', template: 'rights-change', staffId: null, content } as const;
  await queueMessages(trx, ground, [{ ...message, once: `${once}:main-contact` }]);
}
