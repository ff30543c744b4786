import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import type { Transaction } from '../storage/database';
import { insertIdentity, type Subject } from './identity-store';
import { mailSignInChange } from './notices';
import { kindOf } from './provider';

/** Links an account here with one at a provider; the person is mailed, the audit says by what proof. */
export async function linkAccount(
  trx: Transaction,
  ground: Ground,
  whose: { accountId: string; schoolId: string; staffId: string },
  link: { subject: Subject; address: string; proof: 'email' | 'session' },
): Promise<string> {
  const { subject, address, proof } = link;
  const provider = kindOf(subject.provider);
  const id = await insertIdentity(trx, ground, { accountId: whose.accountId, subject, address });
  await mailSignInChange(trx, ground, whose, { happened: 'linked', provider, once: id });
  await appendAudit(trx, {
    schoolId: whose.schoolId,
    at: timeStamp(ground.clock),
    actor: whose.staffId,
    what: 'sign-in.linked',
    object: `sign-in:${id}`,
    facts: { provider, proof },
  });
  return id;
}
