import { tellReaders } from '../../concerns/tell-readers';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { knowConcerns } from '../../records/load-facts';
import type { Transaction } from '../../storage/database';
import type { AddendaRow } from '../../storage/rows/addenda';
import { joinAddendum } from './join-addendum';
import { quarantineAddendum } from './quarantine-addendum';
import type { AddedTo, Matched } from './waiting';

/** Additions of one look. */
const AT_ONCE = 50;

/**
 * Puts every addition where it belongs whose record is there, or has not come for a day; each in a transaction of its
 * own, once, however many processes look. One that throws waits for the next look and holds up none of the others.
 */
export async function matchAddenda(ground: Ground): Promise<void> {
  for (const { school_id: schoolId, envelope_id: envelopeId } of await findReady(ground)) {
    try {
      const matched = await ground.database.write((trx) => matchOne(trx, ground, schoolId, envelopeId));
      if (matched) await announce(ground, schoolId, matched);
    } catch (fault) {
      const code = fault instanceof Error ? fault.name : 'unknown';
      ground.log.error({ envelope: envelopeId, code }, 'an addition waits to be matched again');
    }
  }
}

async function findReady(ground: Ground): Promise<Pick<AddendaRow, 'school_id' | 'envelope_id'>[]> {
  return ground.database
    .read('addenda as a')
    .leftJoin('envelopes as e', (on) =>
      on.on('e.school_id', 'a.school_id').andOn('e.envelope_id', 'a.record_id'),
    )
    .whereNotNull('a.late_at')
    .where((ready) => ready.where('a.late_at', '<=', timeStamp(ground.clock)).orWhereNotNull('e.concern_id'))
    .orderBy(['a.received_at', 'a.envelope_id'])
    .limit(AT_ONCE)
    .select<Pick<AddendaRow, 'school_id' | 'envelope_id'>[]>('a.school_id', 'a.envelope_id');
}

async function matchOne(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  envelopeId: string,
): Promise<Matched | null> {
  const row = await trx('addenda')
    .where({ school_id: schoolId, envelope_id: envelopeId })
    .whereNotNull('late_at')
    .forUpdate()
    .first();
  if (!row?.payload || row.late_at === null) return null;
  const waiting = { ...row, payload: row.payload };
  const record = await findRecord(trx, row);
  if (!record && row.late_at > timeStamp(ground.clock)) return null;
  const doubt = record ? (row.doubt ?? doubtAuthor(row, record)) : 'addition-alone';
  return record && doubt === null
    ? joinAddendum(trx, ground, waiting, record)
    : quarantineAddendum(trx, ground, waiting, { record, doubt: doubt ?? 'addition-alone' });
}

/** The concern that came of the envelope which an addition names; null: not here yet, or of another draft. */
async function findRecord(trx: Transaction, row: AddendaRow): Promise<AddedTo | null> {
  const found = await trx('envelopes as e')
    .join('concerns as c', (on) => on.on('c.school_id', 'e.school_id').andOn('c.id', 'e.concern_id'))
    .where({ 'e.school_id': row.school_id, 'e.envelope_id': row.record_id, 'e.kind': 'concern' })
    .where({ 'e.lineage_id': row.lineage_id })
    .first<AddedTo | undefined>(
      'c.id',
      'c.author_id',
      'c.taken_by',
      'c.reference',
      'c.urgent',
      'c.received_at',
      'c.joined_into',
    );
  return found ?? null;
}

/** Only whoever wrote a record adds to it by an envelope; what nobody is known to have written takes nothing. */
function doubtAuthor(row: AddendaRow, record: AddedTo): 'addition-of-another' | null {
  const same = row.author_id !== null && row.author_id === record.author_id;
  return same ? null : 'addition-of-another';
}

async function announce(ground: Ground, schoolId: string, { concernId, alerted }: Matched): Promise<void> {
  ground.changes.announce(schoolId, alerted);
  const nobody = { schoolId, staffId: '' };
  const known = (await knowConcerns(ground.database.read, ground, nobody, [concernId])).get(concernId);
  if (known) await tellReaders(ground, known.facts, concernId);
}
