import type { ClassRestrictions, ConcernFacts, ConcernPupilFacts } from '../access/concern';
import type { ParkedFacts } from '../access/parked';
import { keepersOf } from '../access/quarantine';
import { keepersOfStaffConcern } from '../access/staff-path';
import type { Ground } from '../ground';
import { currentPupils } from '../pupils/joined-pupils';
import { loadPupilFacts } from '../records/load-facts';
import { readDutyList } from '../school/duty';
import { loadRestrictions } from '../school/load-restrictions';
import { currentCategories } from '../school/merged-categories';
import { afterOneSchoolDay } from '../school/school-days';
import { readSchool } from '../school/school';
import { readSettings } from '../school/settings';
import type { Reader } from '../storage/database';
import { readFacts, type DraftFacts } from './draft-facts';
import type { ParkedRow } from './store';

/** One draft with what the policy must know of it. */
export interface KnownDraft {
  readonly row: ParkedRow;
  readonly facts: ParkedFacts;
  /** From when on a lead may open it, ISO; in the past where it is open to them now. */
  readonly opensAt: string;
}

interface Here {
  readonly duty: Awaited<ReturnType<typeof readDutyList>>;
  readonly present: ReadonlySet<string>;
  readonly restrictions: ClassRestrictions;
  readonly pupils: ReadonlyMap<string, ConcernPupilFacts>;
  readonly current: ReadonlyMap<string, string>;
  readonly restricted: ReadonlySet<string>;
}

/** What the policy must know of these drafts, in a fixed number of statements and one for each that has categories. */
export async function knowDrafts(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  rows: readonly ParkedRow[],
): Promise<KnownDraft[]> {
  if (rows.length === 0) return [];
  const [settings, { timeZone }] = await Promise.all([
    readSettings(reader, ground, schoolId),
    readSchool(reader, ground, schoolId),
  ]);
  const here = await readHere(reader, schoolId, rows);
  const known: KnownDraft[] = [];
  for (const row of rows) {
    const facts = readFacts(row.facts);
    const categories = await currentCategories(reader, schoolId, facts.categories);
    const concern = concernOf(schoolId, facts, categories, here);
    const authorLeft = row.author_id !== null && !here.present.has(row.author_id);
    const nobodyGoesOn = row.author_id === null || authorLeft;
    const received = Date.parse(row.received_at);
    const opens = nobodyGoesOn ? received : afterOneSchoolDay(received, settings.terms, timeZone);
    known.push({
      row,
      opensAt: new Date(opens).toISOString(),
      facts: {
        kind: 'parked',
        schoolId,
        authorId: row.author_id,
        authorLeft,
        waited: opens <= ground.clock.now(),
        record: {
          kind: 'quarantined',
          concern,
          restrictions: here.restrictions,
          keepers: keepersOf(concern, here.duty, here.present),
        },
      },
    });
  }
  return known;
}

async function readHere(reader: Reader, schoolId: string, rows: readonly ParkedRow[]): Promise<Here> {
  const here = { school_id: schoolId };
  const named = [...new Set(rows.flatMap((row) => readFacts(row.facts).pupils))];
  const current = await currentPupils(reader, schoolId, named);
  const present = await reader('staff').where(here).whereNull('disabled_at').pluck<string[]>('id');
  const restricted = await reader('categories')
    .where({ ...here, restricted: 1 })
    .pluck<string[]>('id');
  return {
    duty: await readDutyList(reader, schoolId),
    present: new Set(present),
    restrictions: await loadRestrictions(reader, schoolId),
    pupils: await loadPupilFacts(reader, schoolId, [...new Set(current.values())]),
    current,
    restricted: new Set(restricted),
  };
}

function concernOf(
  schoolId: string,
  facts: DraftFacts,
  categories: readonly string[],
  { duty, pupils, current, restricted }: Here,
): ConcernFacts {
  const aboutStaff = new Set(facts.about);
  return {
    kind: 'concern',
    schoolId,
    categories: categories.map((id) => ({ id, restricted: restricted.has(id) })),
    pupils: facts.pupils.flatMap((id) => pupils.get(current.get(id) ?? '') ?? []),
    aboutStaff,
    keptBy: facts.about === null ? null : keepersOfStaffConcern(aboutStaff, duty),
    quarantined: true,
    alert: null,
  };
}
