import type { ReplyOf } from '../../protocol/endpoint';
import type { listUnfinished as endpoint } from '../../protocol/parked';
import { groupWorks, type StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { readStaffNames } from '../school/names';
import { elevatedActorOf } from '../staff/elevated-actor';
import { draftsFor, readDeviceNames } from './find-draft';

/**
 * What others began and did not send, for the leads: who, since when, on which device. Before elevating only how many.
 * What is about a member of staff is there for those of its own path alone.
 */
export async function listUnfinished(ground: Ground, viewer: StaffActor): Promise<ReplyOf<typeof endpoint>> {
  const { read } = ground.database;
  const { schoolId, staffId } = viewer;
  const works = groupWorks(viewer);
  const eyes = works ? viewer : await elevatedActorOf(read, schoolId, staffId);
  const found = eyes ? await draftsFor(read, ground, eyes, 'parked.watch') : [];
  if (!works || found.length === 0) return { count: found.length, drafts: [] };
  const devices = await readDeviceNames(ground, schoolId);
  const authors = found.flatMap(({ facts }) => facts.authorId ?? []);
  const names = await readStaffNames(read, ground, schoolId, [...new Set(authors)]);
  return {
    count: found.length,
    drafts: found.map(({ row, facts, opensAt }) => ({
      id: row.envelope_id,
      beganAt: row.began_at,
      device: devices.get(row.device_id) ?? null,
      author:
        facts.authorId === null
          ? null
          : { name: names.get(facts.authorId)?.name ?? '', left: facts.authorLeft },
      opensAt,
    })),
  };
}
