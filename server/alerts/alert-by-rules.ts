import type { Ground } from '../ground';
import { waitForSummary } from './escalation/wait-for-summary';
import { coverAbsences } from './absence/cover-absences';
import { loadRules } from './load-rules';
import { raiseAlerts } from './raise-alerts';
import { recipientsOf } from './recipients';
import { tellWatchers } from './tell-watchers';
import type { AlertedConcern } from './rules';
import type { Transaction } from '../storage/database';

/** A concern of which whoever the rules name now is to be told. */
export interface ToldAnew {
  readonly schoolId: string;
  readonly concernId: string;
  readonly reference: string;
  readonly urgent: boolean;
  readonly concern: AlertedConcern;
  /** Who accepted, sorted or moved it: knows of it, and stands in for nobody. */
  readonly by: string;
  readonly at: string;
}

/**
 * Alerts whom the school's rules name for a concern as it stands now: accepted after a doubt, or sorted. Whoever was
 * alerted to it before is alerted no second time. The caller appends the audit row and announces the change.
 * @returns the ids of all whom the rules name
 */
export async function alertByRules(trx: Transaction, ground: Ground, told: ToldAnew): Promise<string[]> {
  const { schoolId, concernId, reference, urgent, concern, by, at } = told;
  const school = await loadRules(trx, schoolId);
  const meant = { schoolId, concernId, concern, school };
  const named = recipientsOf(concern, school);
  const covered = await coverAbsences(trx, ground, { ...meant, recipients: named, knowing: new Set([by]) });
  const recipients = await tellWatchers(trx, ground, { ...meant, recipients: covered });
  const alarm = { schoolId, concernId, reference, urgent, recipients, at };
  const raised = await raiseAlerts(trx, ground, alarm);
  await waitForSummary(trx, ground, { schoolId, concernId, raised });
  return recipients.map(({ staffId }) => staffId);
}
