import * as v from 'valibot';
import type { PupilPage } from '../../protocol/chronology';
import { locale } from '../../protocol/words/language';
import type { StaffActor } from '../access/actor';
import { maySeePupil } from '../access/pupil';
import { ageOf, readPupilFiles, type PupilFile } from '../concerns/pupils-shown';
import type { Ground } from '../ground';
import { readContacts } from '../pupils/contacts';
import { factsSchema } from '../pupils/read-pupil';
import { loadPupilFacts } from '../records/load-facts';
import { markerOf, readMarkerRule } from '../records/marker';
import { localTime } from '../school/local-time';
import { readSchool } from '../school/school';
import { initialsOf, readNamed, readStaffNames } from '../school/names';
import { cellsOf } from '../storage/cells';
import { findPupil, mayKeep, type FoundPupil } from '../matters/find-pupil';
import { detailsOf, isCurrent, readVersions, standing, type MatterVersion } from '../matters/versions';
import { watchOf } from '../matters/watched';
import { knowEntries, type KnownEntry } from './known-entries';
import { noteRead } from './note-read';

const byName = new Intl.Collator(locale, { numeric: true });

/** The head of a pupil's page, and in the audit that it was opened. @throws problem 'not-found' */
export async function readPupilPage(ground: Ground, viewer: StaffActor, id: string): Promise<PupilPage> {
  const found = await findPupil(ground, viewer, id);
  const page = await presentPupil(ground, viewer, found);
  await noteRead(ground, viewer, id, { what: 'pupil.shown', concerns: [] });
  return page;
}

/** What the school says of a pupil, as this person may see it. */
export async function presentPupil(
  ground: Ground,
  viewer: StaffActor,
  found: FoundPupil,
): Promise<PupilPage> {
  const { row } = found;
  const { read } = ground.database;
  const { schoolId } = viewer;
  const cells = cellsOf(ground.keys, schoolId, 'pupils');
  const open = (column: 'facts' | 'contacts' | 'contact_flags') => cells.open(row.id, column, row[column]);
  const file = (await readPupilFiles(read, ground, schoolId, [row.id])).get(row.id);
  if (!file) throw new Error('a pupil who was found has no file');
  const years = await readNamed(read, ground, schoolId, 'year_groups');
  const entries = await knowEntries(ground, viewer, found);
  const concerns = entries.flatMap(({ kind, concern }) => (kind === 'concern' && concern ? [concern] : []));
  const { timeZone } = await readSchool(read, ground, schoolId);
  const today = localTime(ground.clock.now(), timeZone).day;
  const { sen, lookedAfter } = v.parse(factsSchema, JSON.parse(open('facts') ?? '{}'));
  return {
    id: row.id,
    name: file.name,
    initials: initialsOf(file.name),
    className: file.className,
    teacher: await teacherOf(ground, schoolId, row.class_id),
    yearGroup: years.get(row.year_group_id) ?? null,
    age: ageOf(file.dateOfBirth, ground.clock.now()),
    dateOfBirth: file.dateOfBirth,
    leftOn: row.left_at?.slice(0, 10) ?? null,
    sen,
    lookedAfter,
    marker: markerOf(await readMarkerRule(read, ground, schoolId), concerns, ground.clock.now()),
    contacts: readContacts(open('contacts'), open('contact_flags')),
    siblings: await siblingsOf(ground, viewer, found),
    linked: await linkedWith(ground, viewer, found, entries),
    matters: await mattersOf(ground, viewer, found, today),
    ...(await watchOf(ground, viewer, row.id)),
    mayKeep: mayKeep(viewer, found),
    today,
  };
}

async function teacherOf(ground: Ground, schoolId: string, classId: string): Promise<string | null> {
  const { read } = ground.database;
  const row = await read('classes').where({ school_id: schoolId, id: classId }).first('teacher_id');
  if (!row?.teacher_id) return null;
  const names = await readStaffNames(read, ground, schoolId, [row.teacher_id]);
  return names.get(row.teacher_id)?.formal ?? null;
}

async function siblingsOf(
  ground: Ground,
  viewer: StaffActor,
  found: FoundPupil,
): Promise<PupilPage['siblings']> {
  const ids = await ground.database
    .read('siblings')
    .where({ school_id: viewer.schoolId, pupil_id: found.row.id })
    .pluck<string[]>('other_id');
  return (await onlySeen(ground, viewer, found, ids)).map(beside);
}

/** Who else stands in records that this person may read; being linked gives nobody the right to be seen. */
async function linkedWith(
  ground: Ground,
  viewer: StaffActor,
  found: FoundPupil,
  entries: readonly KnownEntry[],
): Promise<PupilPage['linked']> {
  const counts = new Map<string, number>();
  for (const { kind, concern } of entries) {
    if (kind !== 'concern' || !concern) continue;
    const others = concern.facts.pupils.map(({ pupilId }) => pupilId).filter((id) => id !== found.row.id);
    for (const id of new Set(others)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const seen = await onlySeen(ground, viewer, found, [...counts.keys()]);
  return seen
    .map((file) => ({ ...beside(file), records: counts.get(file.id) ?? 0 }))
    .sort((one, other) => other.records - one.records);
}

/** What stands besides the records; a link only where this person may open the other page too. */
async function mattersOf(
  ground: Ground,
  viewer: StaffActor,
  found: FoundPupil,
  today: string,
): Promise<PupilPage['matters']> {
  const { read } = ground.database;
  const { schoolId } = viewer;
  const kept = standing(await readVersions(read, ground, schoolId, [found.row.id]));
  const otherOf = ({ pupilId, otherId }: MatterVersion) => (otherId === found.row.id ? pupilId : otherId);
  const seen = await onlySeen(
    ground,
    viewer,
    found,
    kept.flatMap((one) => otherOf(one) ?? []),
  );
  const names = await readStaffNames(read, ground, schoolId, [...new Set(kept.map(({ by }) => by))]);
  return kept.flatMap((one): PupilPage['matters'] => {
    const { kind } = one.stored;
    const other = seen.find(({ id }) => id === otherOf(one));
    if (kind === 'contact' || (kind === 'link' && (!other || other.id === found.row.id))) return [];
    const details = detailsOf(one.stored, kind);
    const current = isCurrent(one, today);
    return [
      {
        matterId: one.matterId,
        versionId: one.id,
        details,
        other: other ? beside(other) : null,
        current,
        late: current && details.review !== null && details.review < today,
        by: names.get(one.by)?.name ?? null,
        at: one.at,
      },
    ];
  });
}

/** Those of these pupils whose page this person may open, by name. */
async function onlySeen(
  ground: Ground,
  viewer: StaffActor,
  { restrictions }: FoundPupil,
  ids: readonly string[],
): Promise<PupilFile[]> {
  const { read } = ground.database;
  const { schoolId } = viewer;
  const facts = await loadPupilFacts(read, schoolId, ids);
  const seen = [...facts.values()].filter((one) => maySeePupil(viewer, { ...one, schoolId }, restrictions));
  const files = await readPupilFiles(
    read,
    ground,
    schoolId,
    seen.map(({ pupilId }) => pupilId),
  );
  return [...files.values()].sort((one, other) => byName.compare(one.name, other.name));
}

function beside({ id, name, className }: PupilFile): PupilPage['siblings'][number] {
  return { id, name, className };
}
