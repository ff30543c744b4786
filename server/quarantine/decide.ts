import type { Decision } from '../../protocol/quarantine';
import { uuidv7 } from '../../protocol/identifiers';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import { readersOf } from '../concerns/readers-of';
import { tellReaders } from '../concerns/tell-readers';
import type { LoadedConcern } from '../records/load-facts';
import type { Ground } from '../ground';
import { noteRightsEnded } from '../staff/rights-ended';
import { cellsOf } from '../storage/cells';
import type { Transaction } from '../storage/database';
import type { ConcernRow } from '../storage/rows/records';
import { needUndecided, readKeepers } from './load-quarantined';

/** One decision under way: everything that it writes is in its transaction. */
export interface Deciding {
  readonly trx: Transaction;
  readonly ground: Ground;
  readonly viewer: StaffActor;
  readonly found: LoadedConcern;
  readonly at: string;
}

/** What a decision comes to. */
export interface Decided {
  readonly what: Decision;
  /** What it changes of the record beside. */
  readonly update: Partial<ConcernRow>;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/**
 * Decides once about a record with a doubt, and keeps it; in the audit.
 * @throws problem 'not-found' or 'conflict', and what `decide` throws
 */
export async function decideQuarantined(
  ground: Ground,
  viewer: StaffActor,
  id: string,
  decide: (deciding: Deciding) => Promise<Decided>,
): Promise<void> {
  const { schoolId, staffId } = viewer;
  const at = timeStamp(ground.clock);
  const { found, lost } = await ground.database.write(async (trx) => {
    // On PostgreSQL two may decide at once: the second waits here, and then finds it decided.
    await trx('concerns').where({ school_id: schoolId, id }).forUpdate().first('id');
    const one = await needUndecided(trx, ground, viewer, id);
    const holders = await holdersOf(trx, ground, viewer, one);
    const { what, update, facts } = await decide({ trx, ground, viewer, found: one, at });
    await trx('concerns')
      .where({ school_id: schoolId, id })
      .update({
        decision: what,
        decided_by: staffId,
        decided_at: at,
        doubted: one.row.quarantine,
        ...update,
      });
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: `quarantine.${what}`,
      object: `concern:${id}`,
      facts: { reason: one.row.quarantine, ...facts },
    });
    const still = new Set(await readersOf(trx, ground, { schoolId, concernId: id }));
    const ended = holders.filter((one) => !still.has(one));
    await noteRightsEnded(trx, schoolId, ended);
    return { found: one, lost: ended };
  });
  if (lost.length > 0) ground.changes.announce(schoolId, lost);
  await tellReaders(ground, found.facts, id);
}

/** Who may have it open while nobody has decided about it, besides whoever decides. */
async function holdersOf(
  trx: Transaction,
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  { row, facts }: LoadedConcern,
): Promise<string[]> {
  const { staff } = await readKeepers(trx, schoolId, facts);
  const readers = await readersOf(trx, ground, { schoolId, concernId: row.id });
  return [...new Set([...staff, ...readers])].filter((id) => id !== staffId).sort();
}

/** Adds a note to a record, as a lead writes one. */
export async function addNote(
  { trx, ground, viewer, at }: Deciding,
  concernId: string,
  text: string,
): Promise<void> {
  const id = uuidv7(ground.clock.now());
  await trx('concern_actions').insert({
    school_id: viewer.schoolId,
    id,
    concern_id: concernId,
    kind: 'note',
    staff_id: viewer.staffId,
    ...cellsOf(ground.keys, viewer.schoolId, 'concern_actions').seal(id, { text }),
    at,
  });
}
