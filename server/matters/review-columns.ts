import type { Ground } from '../ground';
import { overdueAt } from '../school/overdue-at';
import type { Transaction } from '../storage/database';

interface ReviewColumns {
  readonly review_day: string | null;
  readonly overdue_at: string | null;
}

/**
 * The day of a review beside its sealed words, and when the leads are told that it is over.
 * @param day yyyy-mm-dd on the school's wall; null: nothing is to be looked at again
 * @param before what stood there; who was told of the same day is not told again
 */
export async function reviewColumns(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  day: string | null,
  before: ReviewColumns | undefined,
): Promise<ReviewColumns> {
  if (day !== null && before?.review_day === day) return { review_day: day, overdue_at: before.overdue_at };
  return { review_day: day, overdue_at: day === null ? null : await overdueAt(trx, ground, schoolId, day) };
}
