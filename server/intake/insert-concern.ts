import { canonicalJson } from '../../protocol/canonical-json';
import type { ConcernBody } from '../../protocol/concern-body';
import type { QuarantineReason } from '../../protocol/concerns';
import type { Ground } from '../ground';
import { timeStamp } from '../clock';
import { currentPupils } from '../pupils/joined-pupils';
import { raiseForLeft } from '../pupils/raise-leaving';
import { loadEscalationRules } from '../alerts/escalation/load';
import { dueAfter } from '../alerts/escalation/steps';
import { currentCategories } from '../school/merged-categories';
import { cellsOf } from '../storage/cells';
import type { Transaction } from '../storage/database';
import type { CategoryRow } from '../storage/rows/school';
import type { JudgedConcern, UnjudgedRow } from './judging';

export interface ConcernToInsert extends JudgedConcern {
  readonly concernId: string;
  readonly quarantine: QuarantineReason | null;
  /** Staff whom it is about; null: it is about none. */
  readonly about: readonly string[] | null;
}

type CategoryUrgency = Pick<CategoryRow, 'id' | 'urgent'>;

/** Re-encrypts what was recorded under the school's data key and writes the concern with its links. Answers: is it urgent? */
export async function insertConcern(
  trx: Transaction,
  ground: Ground,
  row: UnjudgedRow,
  given: ConcernToInsert,
): Promise<boolean> {
  const { school_id } = row;
  const payload = given.opened.payload;
  const body = payload?.body ?? null;
  const author = payload && 'unconfirmed' in payload.author ? payload.author.unconfirmed : null;
  const cells = cellsOf(ground.keys, school_id, 'concerns').seal(given.concernId, {
    body: body ? canonicalJson(JSON.parse(JSON.stringify(body))) : null,
    author_typed: author,
  });
  const categories = await knownCategories(trx, school_id, body);
  const urgent = categories.some((one) => one.urgent === 1);
  await trx('concerns').insert({
    school_id,
    id: given.concernId,
    envelope_id: row.envelope_id,
    lineage_id: row.lineage_id,
    reference: row.reference,
    author_id: given.opened.authorId,
    ...cells,
    device_id: row.device_id,
    body_hash: given.bodyHash,
    urgent: urgent ? 1 : 0,
    happened_at: body?.when.at ?? null,
    written_at: body?.sentAt ?? null,
    received_at: row.received_at,
    quarantine: given.quarantine,
    about_staff: given.about === null ? 0 : 1,
    escalates_at: dueAfter(ground.clock.now(), urgent, await loadEscalationRules(trx, ground, school_id)),
  });
  await insertAbout(trx, school_id, given);
  const pupils = await insertLinks(trx, school_id, given.concernId, body, categories);
  await raiseForLeft({ trx, ground, schoolId: school_id, at: timeStamp(ground.clock) }, pupils);
  return urgent;
}

async function knownCategories(
  trx: Transaction,
  schoolId: string,
  body: ConcernBody | null,
): Promise<CategoryUrgency[]> {
  const ids = await currentCategories(trx, schoolId, body?.categories ?? []);
  if (ids.length === 0) return [];
  return await trx('categories').where({ school_id: schoolId }).whereIn('id', ids).select('id', 'urgent');
}

/** Pupils that are on this school's roll are linked; others stay described in the body until a lead matches them. @returns who they are */
async function insertLinks(
  trx: Transaction,
  schoolId: string,
  concernId: string,
  body: ConcernBody | null,
  categories: readonly CategoryUrgency[],
): Promise<string[]> {
  if (categories.length > 0) {
    const links = categories.map(({ id }) => ({
      school_id: schoolId,
      concern_id: concernId,
      category_id: id,
    }));
    await trx('concern_categories').insert(links);
  }
  if (!body) return [];
  const listed = body.pupils.flatMap((pupil) => (pupil.kind === 'listed' ? pupil.pupilId : []));
  const known = await currentPupils(trx, schoolId, listed);
  const rows = body.pupils.map((pupil, position) => ({
    school_id: schoolId,
    concern_id: concernId,
    position,
    pupil_id: pupil.kind === 'listed' ? (known.get(pupil.pupilId) ?? null) : null,
    role: pupil.role ?? null,
  }));
  if (rows.length > 0) await trx('concern_pupils').insert(rows);
  return [...known.values()];
}

async function insertAbout(
  trx: Transaction,
  schoolId: string,
  { concernId, about }: Pick<ConcernToInsert, 'concernId' | 'about'>,
): Promise<void> {
  if (about === null || about.length === 0) return;
  const rows = about.map((staff_id) => ({ school_id: schoolId, concern_id: concernId, staff_id }));
  await trx('concern_staff').insert(rows);
}
