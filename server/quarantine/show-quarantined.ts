import { decisions, type OpenedQuarantined, type Quarantined } from '../../protocol/quarantine';
import { quarantineReasons, type QuarantineReason } from '../../protocol/concerns';
import type { StaffActor } from '../access/actor';
import { isNear } from '../access/concern';
import { openBody } from '../concerns/body';
import { loadConcerns, type LoadedConcern } from '../records/load-facts';
import { showAuthor } from '../concerns/people-shown';
import type { Ground } from '../ground';
import { readPupilNames } from '../pupils/names';
import { readStaffNames } from '../school/names';
import { cellsOf } from '../storage/cells';
import type { ConcernRow } from '../storage/rows/records';
import { loadQuarantined } from './load-quarantined';

/** What waits to be checked, and what was decided: no text of any. */
export async function listQuarantined(ground: Ground, viewer: StaffActor): Promise<Quarantined[]> {
  const found = await loadQuarantined(ground.database.read, ground, viewer);
  return showRows(
    ground,
    viewer.schoolId,
    found.map(({ row }) => row),
  );
}

async function showRows(
  ground: Ground,
  schoolId: string,
  rows: readonly ConcernRow[],
): Promise<Quarantined[]> {
  const { read } = ground.database;
  const ids = rows.flatMap((row) => [row.taken_by, row.decided_by].filter((id) => id !== null));
  const staff = await readStaffNames(read, ground, schoolId, [...new Set(ids)]);
  const devices = await read('devices').where({ school_id: schoolId }).select('id', 'name');
  const cells = cellsOf(ground.keys, schoolId, 'devices');
  const deviceOf = new Map(devices.map((row) => [row.id, cells.need(row.id, 'name', row.name)]));
  const nameOf = (id: string | null) => (id === null ? null : (staff.get(id)?.name ?? ''));
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    reason: reasonOf(row.quarantine ?? row.doubted),
    urgent: row.urgent === 1,
    device: deviceOf.get(row.device_id) ?? null,
    receivedAt: row.received_at,
    openedBy: nameOf(row.taken_by),
    decision: decisionOf(row, nameOf(row.decided_by) ?? ''),
  }));
}

function decisionOf({ decision, decided_at: at }: ConcernRow, by: string): Quarantined['decision'] {
  const what = decisions.find((one) => one === decision);
  return what && at ? { what, by, at } : null;
}

function reasonOf(code: string | null): QuarantineReason {
  return quarantineReasons.find((one) => one === code) ?? 'unknown-schema';
}

/** One with its text. The caller has noted the opening. */
export async function showOpened(
  ground: Ground,
  viewer: StaffActor,
  { row }: LoadedConcern,
): Promise<OpenedQuarantined> {
  const { schoolId } = viewer;
  const { read } = ground.database;
  const [shown] = await showRows(ground, schoolId, [row]);
  if (!shown) throw new Error('a record is gone');
  const body = openBody(ground, schoolId, row);
  const staff = await readStaffNames(read, ground, schoolId, row.author_id ? [row.author_id] : []);
  const links = await read('concern_pupils')
    .where({ school_id: schoolId, concern_id: row.id })
    .orderBy('position')
    .select('position', 'pupil_id');
  const linked = new Map(links.map((link) => [link.position, link.pupil_id]));
  const names = await readPupilNames(
    read,
    ground,
    schoolId,
    links.flatMap((link) => link.pupil_id ?? []),
  );
  return {
    ...shown,
    text: body?.text ?? null,
    author: showAuthor(ground, schoolId, row, staff),
    writtenAt: row.written_at,
    pupils: (body?.pupils ?? []).map((pupil, position) => {
      const pupilId = linked.get(position) ?? null;
      const said = pupil.kind === 'listed' ? pupil.shown : pupil.description;
      return { name: (pupilId && names.get(pupilId)) ?? said, pupilId };
    }),
    twins: await readTwins(ground, viewer, row),
  };
}

/** References of other records of the same draft, as far as this person may know of them. */
async function readTwins(ground: Ground, viewer: StaffActor, row: ConcernRow): Promise<string[]> {
  const { read } = ground.database;
  const ids = await read('concerns')
    .where({ school_id: viewer.schoolId, lineage_id: row.lineage_id })
    .whereNot({ id: row.id })
    .pluck<string[]>('id');
  const loaded = await loadConcerns(read, ground, viewer, ids);
  return [...loaded.values()].flatMap((twin) => (isNear(viewer, twin.facts) ? [twin.row.reference] : []));
}
