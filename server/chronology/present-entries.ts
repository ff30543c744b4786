import type { ChronologyEntry } from '../../protocol/chronology';
import type { ConcernBody } from '../../protocol/concern-body';
import type { ShownLink } from '../../protocol/concern-links';
import type { CorrectedMoment } from '../../protocol/concerns';
import { documentText } from '../../protocol/words/documents';
import { matterText } from '../../protocol/words/matters';
import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import { seesAllPupils } from '../access/concern';
import { openActionText } from '../concerns/action-text';
import { openBody, openWholeBody } from '../concerns/body';
import { showAuthor } from '../concerns/people-shown';
import { statusOf } from '../concerns/present';
import { readPupilFiles, showPupils, type PupilFile } from '../concerns/pupils-shown';
import { showLinks } from '../concerns/links/links-shown';
import { showCorrections } from '../concerns/when/moments-said';
import type { Ground } from '../ground';
import { loadConcerns, type LoadedConcern } from '../records/load-facts';
import { readNamed, readStaffNames, type StaffNames } from '../school/names';
import type { ChosenEntry } from './choose-entries';
import type { FoundPupil } from '../matters/find-pupil';
import type { KnownEntry } from './known-entries';

/** What the words of entries are made of. */
interface Words {
  readonly loaded: ReadonlyMap<string, LoadedConcern>;
  readonly texts: ReadonlyMap<string, string>;
  readonly staff: ReadonlyMap<string, StaffNames>;
  readonly files: ReadonlyMap<string, PupilFile>;
  readonly links: ReadonlyMap<string, ShownLink[]>;
  readonly corrected: ReadonlyMap<string, CorrectedMoment[]>;
  readonly places: ReadonlyMap<string, string>;
  readonly categories: ReadonlyMap<string, { name: string; colour: string }>;
}

/** Gives entries their words: texts, names and places, as this person may see them. A fixed number of statements. */
export async function presentEntries(
  ground: Ground,
  viewer: StaffActor,
  found: FoundPupil,
  chosen: readonly ChosenEntry[],
): Promise<ChronologyEntry[]> {
  const words = await readWords(ground, viewer, found, chosen);
  return chosen.map(({ entry, year, quietWeeks }) => {
    const loaded = entry.kind === 'concern' ? words.loaded.get(entry.id) : undefined;
    const body = loaded ? openBody(ground, viewer.schoolId, loaded.row) : null;
    const author = loaded && showAuthor(ground, viewer.schoolId, loaded.row, words.staff);
    return {
      id: entry.id,
      kind: entry.kind,
      concernId: entry.concern?.row.id ?? null,
      reference: entry.concern?.row.reference ?? null,
      matter: entry.matter && { kind: entry.matter.stored.kind, deed: entry.matter.stored.deed },
      dayOnly: (entry.matter?.stored.on ?? null) !== null,
      at: entry.at,
      year,
      quietWeeks,
      by: author?.name ?? words.staff.get(entry.by ?? '')?.name ?? null,
      text: loaded ? (body?.text ?? null) : textOf(entry, words),
      significant: markOf(entry, words),
      mayMark:
        entry.concern !== null &&
        can(viewer, 'entry.mark', {
          kind: 'guarded-concern',
          concern: entry.concern.facts,
          restrictions: found.restrictions,
        }),
      concern: loaded
        ? {
            ...ofConcern(loaded, body, words),
            ...linksOf(loaded, words),
            confirmed: author?.confirmed ?? false,
            ...pupilsOf(ground, viewer, found, loaded, { body, words }),
          }
        : null,
    };
  });
}

async function readWords(
  ground: Ground,
  viewer: StaffActor,
  { restrictions }: FoundPupil,
  chosen: readonly ChosenEntry[],
): Promise<Words> {
  const { read } = ground.database;
  const { schoolId } = viewer;
  const here = { school_id: schoolId };
  const isConcern = ({ entry }: ChosenEntry) => entry.kind === 'concern';
  const loaded = await loadConcerns(read, ground, viewer, idsOf(chosen.filter(isConcern)));
  const marks = chosen.flatMap(({ entry }) => entry.mark ?? []);
  const ids = [...idsOf(chosen.filter((one) => !isConcern(one))), ...marks.map(({ id }) => id)];
  const actions = await read('concern_actions').where(here).whereIn('id', ids).select('id', 'text', 'covers');
  const pupils = [...loaded.values()].flatMap(({ facts }) => facts.pupils.map(({ pupilId }) => pupilId));
  const people = [...chosen.map(({ entry }) => entry), ...marks].flatMap(({ by }) => by ?? []);
  const names = await readNamed(read, ground, schoolId, 'categories');
  const colours = await read('categories').where(here).select('id', 'colour');
  return {
    loaded,
    texts: new Map(
      actions.map(({ id, text, covers }) => [
        id,
        openActionText(ground, schoolId, { id, text, covers }) ?? '',
      ]),
    ),
    staff: await readStaffNames(read, ground, schoolId, [...new Set(people)]),
    files: await readPupilFiles(read, ground, schoolId, [...new Set(pupils)]),
    links: await showLinks(ground, viewer, [...loaded.keys()], restrictions),
    corrected: await readCorrected(ground, schoolId, loaded),
    places: await readNamed(read, ground, schoolId, 'places'),
    categories: new Map(colours.map(({ id, colour }) => [id, { name: names.get(id) ?? '', colour }])),
  };
}

function readCorrected(
  ground: Ground,
  schoolId: string,
  loaded: ReadonlyMap<string, LoadedConcern>,
): Promise<Words['corrected']> {
  const rows = new Map(
    [...loaded].flatMap(([id, { row }]) => (row.when_about === null ? [] : [[id, row] as const])),
  );
  return showCorrections(ground, schoolId, [...rows.keys()], (id) => {
    const row = rows.get(id);
    return row && openWholeBody(ground, schoolId, row)?.when;
  });
}

/** What an action says; of a plan, an agency, a contact or a document what stands there. */
function textOf({ id, matter, document }: KnownEntry, { texts }: Words): string | null {
  if (document) return documentText(document.details);
  if (!matter) return texts.get(id) ?? null;
  const { stored } = matter;
  return stored.kind === 'contact'
    ? [stored.name, stored.note].filter(Boolean).join('\n')
    : matterText({ ...stored, kind: stored.kind });
}

/** Why an entry is marked as significant, and who says so. */
function markOf({ mark }: KnownEntry, { texts, staff }: Words): ChronologyEntry['significant'] {
  if (!mark) return null;
  return { reason: texts.get(mark.id) ?? '', by: staff.get(mark.by ?? '')?.name ?? null, at: mark.at };
}

function idsOf(chosen: readonly ChosenEntry[]): string[] {
  return chosen.map(({ entry }) => entry.id);
}

type Told = NonNullable<ChronologyEntry['concern']>;

/** Other concerns that it is linked with now. */
function linksOf({ row }: LoadedConcern, { links }: Words): Pick<Told, 'links'> {
  const standing = (links.get(row.id) ?? []).filter(({ ended }) => ended === null);
  return standing.length === 0 ? {} : { links: standing.map(({ other }) => other) };
}

function ofConcern(
  { row, facts }: LoadedConcern,
  body: ConcernBody | null,
  { places, categories, corrected }: Words,
): Omit<Told, 'confirmed' | 'role' | 'others' | 'links'> {
  return {
    about: body?.when.about ?? false,
    moment: body?.when.moment ?? null,
    ...(corrected.has(row.id) ? { corrected: corrected.get(row.id) } : {}),
    place: places.get(body?.where.placeId ?? '') ?? body?.where.other ?? null,
    status: statusOf(row),
    urgent: row.urgent === 1,
    ...(row.level === null ? {} : { level: row.level }),
    quarantine: row.quarantine,
    categories: facts.categories.map(({ id }) => ({
      id,
      ...(categories.get(id) ?? { name: '', colour: '#6C737A' }),
    })),
  };
}

/** What this pupil had to do with it, and who else was there, as far as this person may see them. */
function pupilsOf(
  ground: Ground,
  viewer: StaffActor,
  { facts: { pupilId }, restrictions }: FoundPupil,
  { facts, pupilAt }: LoadedConcern,
  { body, words }: { body: ConcernBody | null; words: Words },
): Pick<Told, 'role' | 'others'> {
  if (!body) return { role: null, others: [] };
  const all = seesAllPupils(viewer, facts);
  const shown = showPupils({
    body,
    facts,
    pupilAt,
    restrictions,
    viewer,
    all,
    files: words.files,
    siblings: new Map(),
    today: ground.clock.now(),
  });
  const isThis = (at: number) => pupilAt.get(at) === pupilId;
  return {
    role: shown.find((_, at) => isThis(at))?.role ?? null,
    others: shown
      .filter((_, at) => !isThis(at))
      .map(({ pupilId: other, name, hidden }) => ({ pupilId: other, name, hidden })),
  };
}
