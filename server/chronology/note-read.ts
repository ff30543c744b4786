import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';

/**
 * Notes what somebody was shown of a pupil: who, of whom and which records, never what they filtered by or a word
 * (access.md, reads).
 */
export async function noteRead(
  ground: Ground,
  { schoolId, staffId, elevated }: StaffActor,
  pupilId: string,
  given: { what: 'pupil.shown' | 'chronology.shown' | 'chronology.printed'; concerns: readonly string[] },
): Promise<void> {
  const concerns = [...new Set(given.concerns)];
  await ground.database.write((trx) =>
    appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: staffId,
      what: given.what,
      object: `pupil:${pupilId}`,
      facts: { elevated, ...(concerns.length > 0 ? { concerns } : {}) },
    }),
  );
}
