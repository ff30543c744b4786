import type { Transaction } from '../storage/database';
import type { JudgedConcern, UnjudgedRow } from './judging';

/** Other concerns of the same draft: one sent twice, or from two tabs. */
export interface Kin {
  /** Of one with equal content: this is a duplicate of it. */
  readonly equal: string | null;
  /** There is one with other content: which of them was meant, somebody has to say. */
  readonly different: boolean;
  /** Staff whom any of them is about. Null: none is about a member of staff. */
  readonly aboutStaff: readonly string[] | null;
}

const NONE: Kin = { equal: null, different: false, aboutStaff: null };

/** Looks for other concerns of the draft from which one came. */
export async function findKin(trx: Transaction, row: UnjudgedRow, judged: JudgedConcern): Promise<Kin> {
  if (!judged.opened.payload) return NONE;
  const here = { school_id: row.school_id };
  const twins = await trx('concerns')
    .where({ ...here, lineage_id: row.lineage_id })
    .whereNotNull('body_hash')
    .orderBy('id')
    .select('id', 'body_hash', 'about_staff');
  const equal = twins.find((twin) => twin.body_hash === judged.bodyHash)?.id ?? null;
  const ofStaff = twins.filter((twin) => twin.about_staff === 1).map(({ id }) => id);
  const aboutStaff =
    ofStaff.length === 0
      ? null
      : await trx('concern_staff').where(here).whereIn('concern_id', ofStaff).pluck<string[]>('staff_id');
  return { equal, different: equal === null && twins.length > 0, aboutStaff };
}
