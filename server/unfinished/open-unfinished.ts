import { uuidv7 } from '../../protocol/identifiers';
import { unfinishedRefusals } from '../../protocol/words/refusals/quarantine';
import { heedWrites } from '../../protocol/words/heed-writes';
import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { insertConcern } from '../intake/insert-concern';
import type { OpenedConcern } from '../intake/open-raw';
import { factsOf, readFacts } from '../parked/draft-facts';
import { knowDrafts, type KnownDraft } from '../parked/know-drafts';
import { mailAuthor } from '../parked/mail-author';
import { endDraft } from '../parked/store';
import { readSchool } from '../school/school';
import { cellsOf } from '../storage/cells';
import type { Transaction } from '../storage/database';
import { concernOfDraft } from './concern-of-draft';
import { needDraft, readDraft, type ReadDraft } from './find-draft';

/**
 * Opens a draft that somebody left: it becomes a record with a doubt, taken by whoever opens it, and is accepted,
 * joined or dismissed like any other of these. Its author is told.
 * @returns id of the record
 * @throws problem 'not-found' where there is none for this person; 'conflict' while its author may still go on with it,
 * and when it was written on just now
 */
export async function openUnfinished(
  ground: Ground,
  viewer: StaffActor,
  id: string,
  reason: string,
): Promise<string> {
  const { schoolId } = viewer;
  await needOpenable(ground, viewer, id);
  const draft = await readDraft(ground, schoolId, id);
  const { timeZone } = await readSchool(ground.database.read, ground, schoolId);
  const concernId = uuidv7(ground.clock.now());
  await ground.database.write(async (trx) => {
    // On PostgreSQL two may open it at once: the second waits here, and then finds it opened.
    await trx('parked_drafts').where({ school_id: schoolId, envelope_id: id }).forUpdate().first('revision');
    const known = await needAsRead(trx, ground, viewer, draft);
    await record(trx, ground, { viewer, known, draft, concernId, timeZone });
    await noteWhy(trx, ground, viewer, concernId, reason);
    await endDraft(trx, ground, known.row, 'lead');
    await trx('parked_drafts')
      .where({ school_id: schoolId, envelope_id: id })
      .update({ concern_id: concernId });
    await mailAuthor(trx, ground, known.row, 'opened');
    await appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: viewer.staffId,
      what: 'parked.opened',
      object: `concern:${concernId}`,
      facts: { reason: known.row.author_id === null ? 'nobody-known' : 'left-unsent' },
    });
  });
  return concernId;
}

async function needOpenable(ground: Ground, viewer: StaffActor, id: string): Promise<void> {
  const { facts } = await needDraft(ground.database.read, ground, viewer, 'parked.watch', id);
  if (can(viewer, 'parked.open', facts)) return;
  throw problem('conflict', {
    title: unfinishedRefusals.tooSoon,
  });
}

/**
 * The draft as whoever opens it may know of it: also by the very words that they would be given, and not only by what
 * was kept about it, which another transaction wrote.
 */
async function needAsRead(
  trx: Transaction,
  ground: Ground,
  viewer: StaffActor,
  { envelope, revision, opened }: ReadDraft,
): Promise<KnownDraft> {
  const kept = await needDraft(trx, ground, viewer, 'parked.watch', envelope.envelope_id);
  const { row } = kept;
  if (row.revision !== revision) throw problem('conflict', { title: unfinishedRefusals.writtenOn });
  const ofWords = opened ? JSON.stringify(factsOf(opened.read)) : row.facts;
  const [asRead] = await knowDrafts(trx, ground, viewer.schoolId, [{ ...row, facts: ofWords }]);
  if (!asRead || ![kept, asRead].every(({ facts }) => can(viewer, 'parked.open', facts)))
    throw problem('not-found');
  return asRead;
}

async function record(
  trx: Transaction,
  ground: Ground,
  given: { viewer: StaffActor; known: KnownDraft; draft: ReadDraft; concernId: string; timeZone: string },
): Promise<void> {
  const { viewer, known, draft, concernId, timeZone } = given;
  const { schoolId, staffId } = viewer;
  const opened = openedOf(known, draft, timeZone);
  const { about } = readFacts(known.row.facts);
  await insertConcern(trx, ground, draft.envelope, {
    opened,
    // Never the twin of what its author may still send: that one has to go its ordinary way.
    bodyHash: null,
    quarantine: opened.doubt,
    concernId,
    about:
      about &&
      (await trx('staff')
        .where({ school_id: schoolId })
        .whereIn('id', [...about])
        .pluck<string[]>('id')),
  });
  await trx('concerns')
    .where({ school_id: schoolId, id: concernId })
    .update({ taken_by: staffId, taken_at: timeStamp(ground.clock), escalates_at: null });
  await trx('envelopes')
    .where({ school_id: schoolId, envelope_id: known.row.envelope_id })
    .update({ concern_id: concernId });
}

function openedOf({ row }: KnownDraft, { key, opened }: ReadDraft, timeZone: string): OpenedConcern {
  if (!key || !opened) return { payload: null, authorId: null, doubt: 'cannot-open' };
  const body = concernOfDraft(opened.read, row, timeZone);
  const payload = { schema: 1, author: key.author, authorKeyId: null, body, attachments: [] } as const;
  return { payload: { ...payload, attachments: [] }, authorId: row.author_id, doubt: 'unfinished' };
}

async function noteWhy(
  trx: Transaction,
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  concernId: string,
  reason: string,
): Promise<void> {
  const id = uuidv7(ground.clock.now());
  await trx('concern_actions').insert({
    school_id: schoolId,
    id,
    concern_id: concernId,
    kind: 'note',
    staff_id: staffId,
    ...cellsOf(ground.keys, schoolId, 'concern_actions').seal(id, {
      text: heedWrites.openedBefore(reason),
    }),
    at: timeStamp(ground.clock),
  });
}
