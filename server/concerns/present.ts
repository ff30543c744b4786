import type { Concern } from '../../protocol/concerns';
import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import { mayReadConcern, type ClassRestrictions } from '../access/concern';
import { whyNoReply } from '../access/reply';
import type { Ground } from '../ground';
import { readStaffNames, type StaffNames } from '../school/names';
import type { ConcernRow } from '../storage/rows/records';
import { makeActionPass } from './action-pass';
import { showAbout } from './about-shown';
import { showAnswers, showHappened } from './answers-shown';
import { openBody } from './body';
import { filesOfConcern, showActionFiles, showFiles } from './files-shown';
import { showHistory, showWritten } from './history-shown';
import { showLinks } from './links/links-shown';
import type { LoadedConcern } from '../records/load-facts';
import { readReplyFacts } from './replies/reply-facts';
import { showAuthor, showPupilsOf } from './people-shown';
import { showRecipients } from './recipients-shown';

/** Everything of one concern that one viewer may see; the only way a concern leaves the server. */
export async function presentConcern(
  ground: Ground,
  viewer: StaffActor,
  loaded: LoadedConcern,
  restrictions: ClassRestrictions,
): Promise<Concern> {
  const { row, facts, alert } = loaded;
  const { schoolId } = viewer;
  const { read } = ground.database;
  const because = mayReadConcern(viewer, facts, restrictions);
  if (!because) throw new Error('a concern was presented to somebody who may not read it');
  const sealed = !showsContent(loaded);
  const body = openBody(ground, schoolId, row);
  const staff = await readStaffNames(read, ground, schoolId, await idsOfInterest(ground, schoolId, loaded));
  const guarded = { kind: 'guarded-concern', concern: facts, restrictions } as const;
  const leads = can(viewer, 'concern.lead', guarded);
  const acts = can(viewer, 'concern.act', guarded) && row.closed_at === null;
  const links = (await showLinks(ground, viewer, [row.id], restrictions)).get(row.id) ?? [];
  const all = await filesOfConcern(ground, schoolId, row.id);
  const ofRecord = all.filter(({ action_id }) => action_id === null);
  const files = showActionFiles(ground, schoolId, row.id, all);
  return {
    id: row.id,
    reference: row.reference,
    urgent: row.urgent === 1,
    status: statusOf(row),
    ...(row.level === null ? {} : { level: row.level }),
    quarantine: row.quarantine,
    text: sealed ? null : (body?.text ?? null),
    author: showAuthor(ground, schoolId, row, staff),
    pupils: body && !sealed ? await showPupilsOf(ground, viewer, loaded, restrictions, body) : [],
    about: showAbout(sealed ? null : body, staff),
    ...(await showAnswers(ground, schoolId, sealed ? null : body, facts.categories)),
    happened: await showHappened(ground, schoolId, row, sealed ? null : body),
    bodyMap: body && !sealed ? (body.bodyMap ?? null) : null,
    files: sealed ? [] : showFiles(ground, schoolId, row.id, ofRecord),
    written: await showWritten(ground, schoolId, row),
    takenBy: takerOf(row, staff, viewer),
    recipients: await showRecipients(ground, {
      schoolId,
      concernId: row.id,
      viewerId: viewer.staffId,
      staff,
      leads,
    }),
    ...(links.length > 0 ? { links } : {}),
    history: await showHistory(ground, {
      viewer,
      row,
      staff,
      leads,
      restrictions,
      links,
      sealed,
      files,
    }),
    because,
    alert: alert && { id: alert.id, readAt: alert.readAt, undo: alert.undo },
    may: {
      act: acts,
      take: can(viewer, 'concern.take', guarded) && row.taken_by === null && row.closed_at === null,
      markRead: alert !== null && alert.readAt === null,
      lead: leads,
      correct: can(viewer, 'concern.correct', guarded),
      print: viewer.elevated,
      noReply: leads ? await noReply(ground, viewer, row.id) : null,
    },
    ...(acts ? { pass: makeActionPass(ground, viewer, row.id) } : {}),
  };
}

/** False for what came with a doubt and about no pupil that is known: it waits for the first lead who takes it. */
export function showsContent({ row, facts }: LoadedConcern): boolean {
  return row.quarantine === null || row.taken_by !== null || facts.pupils.length > 0;
}

/** Why its author can be told nothing more by this person. */
async function noReply(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  id: string,
): Promise<Concern['may']['noReply']> {
  const facts = (await readReplyFacts(ground.database.read, ground, schoolId, [id])).get(id);
  if (!facts) return 'unconfirmed';
  return facts.authorId === staffId ? 'own' : whyNoReply(facts);
}

/** Where a concern stands, one rule for list and detail. */
export function statusOf(row: Pick<ConcernRow, 'quarantine' | 'taken_by' | 'closed_at'>): Concern['status'] {
  if (row.closed_at) return 'closed';
  if (row.taken_by) return 'taken';
  return row.quarantine ? 'being-checked' : 'waiting';
}

function takerOf(
  row: ConcernRow,
  staff: ReadonlyMap<string, StaffNames>,
  viewer: StaffActor,
): Concern['takenBy'] {
  if (!row.taken_by || !row.taken_at) return null;
  const name = staff.get(row.taken_by)?.name ?? '';
  return { name, you: row.taken_by === viewer.staffId, at: row.taken_at };
}

/** Everybody whose name the concern shows. */
async function idsOfInterest(
  ground: Ground,
  schoolId: string,
  { row, facts }: LoadedConcern,
): Promise<string[]> {
  const where = { school_id: schoolId, concern_id: row.id };
  const { read } = ground.database;
  const alerted = await read('alerts').where(where).pluck('staff_id');
  const withdrawn = await read('withdrawn_alerts').where(where).pluck('staff_id');
  const acted = await read('concern_actions').where(where).select('staff_id', 'owner_id', 'done_by');
  const named = acted.flatMap((one) => [one.staff_id, one.owner_id, one.done_by]);
  const all = [row.author_id, row.taken_by, ...facts.aboutStaff, ...alerted, ...withdrawn, ...named];
  return [...new Set(all.filter((id) => id !== null))];
}
