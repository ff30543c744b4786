import { queueMessages } from '../messages/queue';
import type { AddressChangeStep } from '../messages/templates/address-change';
import { readStaffNames } from '../school/names';
import { readSchool } from '../school/school';
import type { ChangeStep } from '../school/apply-change';
import type { StaffRow } from '../storage/rows/school';
import { readMailboxes } from './account-store';

/**
 * Tells the address that a person has now that another one is to take its place (access.md, "for an e-mail change the
 * old address too"). Queued before the change, with the address in it. `once` names the change.
 */
export async function mailOldAddress(
  { trx, ground, schoolId }: Pick<ChangeStep, 'trx' | 'ground' | 'schoolId'>,
  person: Pick<StaffRow, 'id'>,
  step: AddressChangeStep,
  once: string,
): Promise<void> {
  const [mailbox] = await readMailboxes(trx, ground, schoolId, [person.id]);
  if (!mailbox) return;
  const school = await readSchool(trx, ground, schoolId);
  const names = await readStaffNames(trx, ground, schoolId, [person.id]);
  const name = names.get(person.id)?.name ?? '';
  const content = { to: mailbox.email, name, schoolName: school.name, step };
  await queueMessages(trx, ground, [
    {
      schoolId,
      channel: 'email',
      template: 'address-change',
      staffId: person.id,
      content,
      once: `address:${step}:${once}`,
    },
  ]);
}
