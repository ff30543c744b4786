import { isLead, type StaffActor } from '../access/actor';
import { mayKeepPupil } from '../access/pupil';
import type { Ground } from '../ground';
import { loadPupilFacts } from '../records/load-facts';
import { loadRestrictions } from '../school/load-restrictions';
import { localTime } from '../school/local-time';
import { readSchool } from '../school/school';

/** A review whose day is over. */
export interface OverdueReview {
  readonly pupilId: string;
  readonly day: string;
  readonly of: 'document' | 'plan';
}

/** Reviews whose day is over, of pupils whose page this lead keeps, with full access at least; the earliest first. */
export async function overdueReviews(ground: Ground, viewer: StaffActor): Promise<OverdueReview[]> {
  if (!isLead(viewer)) return [];
  const { read } = ground.database;
  const { schoolId } = viewer;
  const { timeZone } = await readSchool(read, ground, schoolId);
  const { day: today } = localTime(ground.clock.now(), timeZone);
  const documents = await read('pupil_documents')
    .where({ school_id: schoolId })
    .where('review_day', '<', today)
    .whereNull('removed_at')
    .select('pupil_id', 'review_day');
  const plans = await read('pupil_matters')
    .where({ school_id: schoolId })
    .where('review_day', '<', today)
    .select('pupil_id', 'review_day');
  const all = [
    ...documents.map((row) => ({
      pupilId: row.pupil_id,
      day: row.review_day ?? '',
      of: 'document' as const,
    })),
    ...plans.map((row) => ({ pupilId: row.pupil_id, day: row.review_day ?? '', of: 'plan' as const })),
  ];
  if (all.length === 0) return [];
  const restrictions = await loadRestrictions(read, schoolId);
  const facts = await loadPupilFacts(read, schoolId, [...new Set(all.map(({ pupilId }) => pupilId))]);
  const elevated = { ...viewer, elevated: true };
  return all
    .filter(({ pupilId }) => {
      const one = facts.get(pupilId);
      return one !== undefined && mayKeepPupil(elevated, { ...one, schoolId }, restrictions);
    })
    .sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
}
