import { setImmediate } from 'node:timers/promises';
import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import {
  seesAllPupils,
  seesPupil,
  type ClassRestrictions,
  type ConcernFacts,
  type ConcernPupilFacts,
} from '../access/concern';
import { keepersOfStaffConcern } from '../access/staff-path';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { UNDO_LIFE } from '../records/load-facts';
import { readDutyList } from '../school/duty';
import { loadRestrictions } from '../school/load-restrictions';
import type { SearchedSchool } from './concern-index';
import type { SearchedConcern } from './searched-concern';

/** Concerns that are decided on before other requests have their turn. */
const AT_ONCE = 5_000;

/** A concern that its person may read now, with the pupils of it whom they may see. */
export interface ReadableConcern {
  readonly concern: SearchedConcern;
  readonly pupils: readonly ConcernPupilFacts[];
}

/** What else a decision needs: the same for every concern of one search. */
interface Sight {
  readonly viewer: StaffActor;
  readonly restrictions: ClassRestrictions;
  readonly duty: Awaited<ReturnType<typeof readDutyList>>;
  /** This person's alerts that are to be read, or were so lately that it can be undone, by concern. */
  readonly waiting: ReadonlyMap<string, NonNullable<ConcernFacts['alert']>>;
}

/**
 * Everything in a school that one person may read now, newest first, by the access rule that opens a concern. It comes
 * before any matching, so what is hidden takes no part in it: neither in what is found nor in how long that takes.
 */
export async function readableBy(
  ground: Ground,
  viewer: StaffActor,
  school: SearchedSchool,
): Promise<ReadableConcern[]> {
  const { read } = ground.database;
  const sight: Sight = {
    viewer,
    restrictions: await loadRestrictions(read, viewer.schoolId),
    duty: await readDutyList(read, viewer.schoolId),
    waiting: await readWaiting(ground, viewer),
  };
  const readable: ReadableConcern[] = [];
  for (let at = 0; at < school.concerns.length; at += AT_ONCE) {
    for (const concern of school.concerns.slice(at, at + AT_ONCE)) {
      const pupils = pupilsSeen(factsOf(concern, school, sight), sight);
      if (pupils) readable.push({ concern, pupils });
    }
    await setImmediate();
  }
  return readable;
}

function pupilsSeen(facts: ConcernFacts, { viewer, restrictions }: Sight): ConcernPupilFacts[] | null {
  const object = { kind: 'guarded-concern', concern: facts, restrictions } as const;
  if (!can(viewer, 'concern.read', object)) return null;
  if (seesAllPupils(viewer, facts)) return [...facts.pupils];
  return facts.pupils.filter((pupil) => seesPupil(viewer, pupil, restrictions));
}

function factsOf(concern: SearchedConcern, { names }: SearchedSchool, sight: Sight): ConcernFacts {
  return {
    kind: 'concern',
    schoolId: sight.viewer.schoolId,
    categories: concern.categories.flatMap((id) => names.categories.get(id)?.facts ?? []),
    pupils: concern.pupils.flatMap((id) => names.pupils.get(id)?.facts ?? []),
    aboutStaff: concern.aboutStaff,
    keptBy: concern.ownPath ? keepersOfStaffConcern(concern.aboutStaff, sight.duty) : null,
    quarantined: concern.quarantined,
    alert: sight.waiting.get(concern.id) ?? null,
  };
}

/** Alerts that were read longer ago decide nothing (access/concern.ts). */
async function readWaiting(ground: Ground, { schoolId, staffId }: StaffActor): Promise<Sight['waiting']> {
  const rows = await ground.database
    .read('alerts')
    .where({ school_id: schoolId, staff_id: staffId })
    .where((open) => open.whereNull('read_at').orWhere('read_at', '>', timeStamp(ground.clock, -UNDO_LIFE)))
    .select('concern_id', 'read_at');
  return new Map(rows.map((row) => [row.concern_id, { readAt: row.read_at, undo: row.read_at !== null }]));
}
