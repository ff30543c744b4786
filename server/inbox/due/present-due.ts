import { actionKinds } from '../../../protocol/concern-actions';
import type { DueAction } from '../../../protocol/due-actions';
import type { StaffActor } from '../../access/actor';
import { seesAllPupils, type ClassRestrictions } from '../../access/concern';
import { showAbout } from '../../concerns/about-shown';
import { openActionText } from '../../concerns/action-text';
import { openBody } from '../../concerns/body';
import { readPupilFiles, showPupils, type PupilFile } from '../../concerns/pupils-shown';
import type { Ground } from '../../ground';
import { loadConcerns, type LoadedConcern } from '../../records/load-facts';
import { readNamed, readStaffNames, type StaffNames } from '../../school/names';
import type { Due } from './find-due';

type Content = NonNullable<DueAction['content']>;

/** What the words of a row are made of. */
interface Known {
  readonly files: ReadonlyMap<string, PupilFile>;
  readonly staff: ReadonlyMap<string, StaffNames>;
  readonly agencies: ReadonlyMap<string, string>;
  readonly restrictions: ClassRestrictions;
}

/** What somebody reads of these actions, by the action's id. @param readable what they may read at this moment */
export async function readContents(
  ground: Ground,
  viewer: StaffActor,
  restrictions: ClassRestrictions,
  readable: readonly Due[],
): Promise<ReadonlyMap<string, Content>> {
  if (readable.length === 0) return new Map();
  const { read } = ground.database;
  const { schoolId } = viewer;
  const ids = [...new Set(readable.map(({ row }) => row.concern_id))];
  const concerns = await loadConcerns(read, ground, viewer, ids);
  const pupils = [...concerns.values()].flatMap(({ facts }) => facts.pupils.map(({ pupilId }) => pupilId));
  const staff = [
    ...[...concerns.values()].flatMap(({ facts }) => [...facts.aboutStaff]),
    ...readable.flatMap(({ row }) => row.owner_id ?? []),
  ];
  const known = {
    files: await readPupilFiles(read, ground, schoolId, [...new Set(pupils)]),
    staff: await readStaffNames(read, ground, schoolId, [...new Set(staff)]),
    agencies: await readNamed(read, ground, schoolId, 'agencies'),
    restrictions,
  };
  return new Map(
    readable.flatMap(({ row }) => {
      const one = concerns.get(row.concern_id);
      return one ? [[row.id, contentOf(ground, viewer, { row, one, known })] as const] : [];
    }),
  );
}

function contentOf(
  ground: Ground,
  viewer: StaffActor,
  { row, one, known }: { row: Due['row']; one: LoadedConcern; known: Known },
): Content {
  const agency = row.agency_id === null ? undefined : known.agencies.get(row.agency_id);
  return {
    kind: actionKinds.find((kind) => kind === row.kind) ?? 'other',
    ...(agency === undefined ? {} : { agency }),
    text: openActionText(ground, viewer.schoolId, row) ?? '',
    owner: row.owner_id === null ? null : (known.staff.get(row.owner_id)?.name ?? null),
    ...whoOf(ground, viewer, one, known),
  };
}

/** Whom the concern is about, as this person may see them. */
function whoOf(
  ground: Ground,
  viewer: StaffActor,
  one: LoadedConcern,
  { files, staff, restrictions }: Known,
): Pick<Content, 'pupils' | 'about'> {
  const { row, facts, pupilAt } = one;
  const sealed = row.quarantine !== null && row.taken_by === null && facts.pupils.length === 0;
  const body = sealed ? null : openBody(ground, viewer.schoolId, row);
  if (!body) return { pupils: [], about: null };
  const all = seesAllPupils(viewer, facts);
  const today = ground.clock.now();
  const shown = showPupils({
    body,
    facts,
    pupilAt,
    restrictions,
    viewer,
    all,
    files,
    siblings: new Map(),
    today,
  });
  return {
    pupils: shown.map(({ name, className }) => ({ name, className })),
    about: showAbout(body, staff)?.map(({ name }) => name) ?? null,
  };
}
