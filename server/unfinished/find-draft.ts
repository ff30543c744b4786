import type { Action } from '../../protocol/actions';
import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { openDraft, type OpenedDraft } from '../intake/open-draft';
import { openParkedKey, type ParkedKey } from '../intake/open-raw';
import { unjudgedColumns, type UnjudgedRow } from '../intake/judging';
import type { KnownDraft } from '../parked/know-drafts';
import { knowWaiting } from '../parked/know-waiting';
import { findParked } from '../parked/store';
import { cellsOf } from '../storage/cells';
import type { Reader } from '../storage/database';

/** Drafts that wait, and that this person may know of by `action`. */
export async function draftsFor(
  reader: Reader,
  ground: Ground,
  viewer: StaffActor,
  action: Extract<Action, `parked.${string}`>,
  only: { authorId?: string; id?: string } = {},
): Promise<KnownDraft[]> {
  const known = await knowWaiting(reader, ground, viewer.schoolId, only);
  return known.filter(({ facts }) => can(viewer, action, facts));
}

/** One of them. @throws problem 'not-found' where there is none for this person */
export async function needDraft(
  reader: Reader,
  ground: Ground,
  viewer: StaffActor,
  action: Extract<Action, `parked.${string}`>,
  id: string,
): Promise<KnownDraft> {
  const [found] = await draftsFor(reader, ground, viewer, action, { id });
  if (!found) throw problem('not-found');
  return found;
}

/** A draft with its envelope, opened; `opened` is null where its words cannot be read. */
export interface ReadDraft {
  /** Which of its revisions the words are. */
  readonly revision: number;
  readonly envelope: UnjudgedRow;
  readonly key: ParkedKey | null;
  readonly opened: OpenedDraft | null;
}

/** Opens the words of a draft. Only after whoever asks was found to be allowed; a command asks once more by the words. */
export async function readDraft(ground: Ground, schoolId: string, id: string): Promise<ReadDraft> {
  const { read } = ground.database;
  const row = await findParked(read, schoolId, id);
  const envelope = await read('envelopes')
    .where({ school_id: schoolId, envelope_id: id, kind: 'parked' })
    .first(...unjudgedColumns);
  if (!row || !envelope) throw problem('not-found');
  const key = await openParkedKey(ground, schoolId, envelope.raw);
  return { revision: row.revision, envelope, key, opened: key && openDraft(row, key) };
}

/** Names of the school's devices, by their ids. */
export async function readDeviceNames(ground: Ground, schoolId: string): Promise<Map<string, string>> {
  const rows = await ground.database.read('devices').where({ school_id: schoolId }).select('id', 'name');
  const cells = cellsOf(ground.keys, schoolId, 'devices');
  return new Map(rows.map((row) => [row.id, cells.need(row.id, 'name', row.name)]));
}
