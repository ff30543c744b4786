import { dates } from '../../protocol/words/language';
import type { Ground } from '../ground';
import { readSchool } from '../school/school';
import { mailStaff } from '../staff/mail-staff';
import type { Transaction } from '../storage/database';
import type { ParkedRow } from './store';

/**
 * Mails the author of a draft, once for all that is left of one beginning, and of whatever was then done with it: a log-in
 * alone gives a draft to whoever has it. Leavers are not mailed.
 */
export async function mailAuthor(
  trx: Transaction,
  ground: Ground,
  row: Pick<ParkedRow, 'school_id' | 'lineage_id' | 'envelope_id' | 'author_id' | 'began_at'>,
  step: 'left' | 'opened' | 'went-on' | 'thrown-away',
): Promise<void> {
  if (row.author_id === null) return;
  const { timeZone } = await readSchool(trx, ground, row.school_id);
  await mailStaff(trx, ground, row.school_id, [row.author_id], () => ({
    template: 'unfinished',
    more: { step, began: spoken(row.began_at, timeZone) },
    once: `unfinished:${step}:${step === 'left' ? row.lineage_id : row.envelope_id}`,
  }));
}

/** "Monday 23 November at 12:43" on the school's wall. */
function spoken(at: string, timeZone: string): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const write = (options: Intl.DateTimeFormatOptions) => dates({ timeZone, ...options })(Date.parse(at));
  return `${write(day)} at ${write({ hour: '2-digit', minute: '2-digit' })}`;
}
