import type { ConcernBody, ConcernPupil } from '../../../protocol/concern-body';
import { heedWrites } from '../../../protocol/words/heed-writes';
import { openWholeBody } from '../../concerns/body';
import type { Ground } from '../../ground';
import { readPupilNames } from '../../pupils/names';
import type { Transaction } from '../../storage/database';
import type { AddedTo } from './waiting';

/** Whom it is about, where the record that it adds to is not here. */
const NOT_KNOWN: ConcernPupil = {
  kind: 'name-unknown',
  description: heedWrites.noSuchRecord,
};

/** What somebody wrote to add to a record, and when by their device's clock. */
export interface AddedWords {
  readonly text: string;
  readonly sentAt: string;
}

/** What is written down of an addition that becomes a record of its own. */
export interface ConcernOfAddendum {
  readonly body: ConcernBody;
  /** Staff whom it is about; null: it is about none. */
  readonly about: readonly string[] | null;
}

/** An addition as a record, about whomever its record is about today and in its categories of today. */
export async function concernOfAddendum(
  trx: Transaction,
  ground: Ground,
  school_id: string,
  { text, sentAt }: AddedWords,
  record: Pick<AddedTo, 'id'> | null,
): Promise<ConcernOfAddendum> {
  const plain = {
    text,
    when: { kind: 'just-now', at: sentAt, about: true },
    where: {},
    told: { kind: 'not-yet' },
    startedAt: sentAt,
    sentAt,
  } as const;
  const base = { ...plain, alert: { staff: [], groups: [] }, agencies: [] };
  if (!record) return { body: { ...base, pupils: [NOT_KNOWN], categories: [] }, about: null };
  const here = { school_id, concern_id: record.id };
  const row = await trx('concerns').where({ school_id, id: record.id }).first();
  const whole = row ? openWholeBody(ground, school_id, row) : null;
  const pupils = await pupilsOf(trx, ground, here, whole);
  const categories = await trx('concern_categories').where(here).pluck<string[]>('category_id');
  if (row?.about_staff !== 1) {
    return { body: { ...base, pupils: pupils.length > 0 ? pupils : [NOT_KNOWN], categories }, about: null };
  }
  const about = await trx('concern_staff').where(here).pluck<string[]>('staff_id');
  const said = whole?.about ?? { staff: about, described: heedWrites.notKnown };
  return { body: { ...base, pupils, about: said, categories }, about };
}

/** The children of a record, each as whom they stand under today, else as its author described them. */
async function pupilsOf(
  trx: Transaction,
  ground: Ground,
  here: { school_id: string; concern_id: string },
  whole: ConcernBody | null,
): Promise<ConcernPupil[]> {
  const links = await trx('concern_pupils').where(here).orderBy('position').select('position', 'pupil_id');
  const ids = links.flatMap(({ pupil_id }) => pupil_id ?? []);
  const names = await readPupilNames(trx, ground, here.school_id, ids);
  return links.flatMap(({ position, pupil_id }): ConcernPupil[] => {
    const said = whole?.pupils[position];
    if (pupil_id !== null)
      return [{ kind: 'listed', pupilId: pupil_id, shown: names.get(pupil_id) ?? heedWrites.aPupil }];
    return said && said.kind !== 'listed' ? [said] : [];
  });
}
