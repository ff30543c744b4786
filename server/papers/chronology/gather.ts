import type { ChronologyQuery } from '../../../protocol/chronology';
import type { StaffActor } from '../../access/actor';
import { mayReadConcern } from '../../access/concern';
import { chooseEntries, type ChosenEntry } from '../../chronology/choose-entries';
import { findPupil, type FoundPupil } from '../../matters/find-pupil';
import { knowEntries } from '../../chronology/known-entries';
import { presentEntries } from '../../chronology/present-entries';
import type { Ground } from '../../ground';
import { knowConcerns } from '../../records/load-facts';
import { NoLongerRead } from '../press';
import { readDescribed } from '../redact/read-described';
import type { ReadEntry } from '../redact/redactor';

/** Entries whose words are read and opened at once. */
const AT_ONCE = 25;

/** What of a pupil's chronology goes on paper: which entries, in which order; their words are read when they are written. */
export interface Gathered {
  readonly found: FoundPupil;
  readonly query: ChronologyQuery;
  readonly chosen: readonly ChosenEntry[];
  /** Entries that this person may read, whether or not they fit. */
  readonly total: number;
}

/** @throws problem 'not-found' */
export async function gather(
  ground: Ground,
  viewer: StaffActor,
  given: { pupilId: string; query: ChronologyQuery; timeZone: string },
): Promise<Gathered> {
  const { pupilId, query, timeZone } = given;
  const found = await findPupil(ground, viewer, pupilId);
  const known = await knowEntries(ground, viewer, found);
  const oldestFirst = chooseEntries(known, query, timeZone);
  const chosen = query.order === 'newest' ? oldestFirst.toReversed() : oldestFirst;
  return { found, query, chosen, total: known.length };
}

/**
 * The entries with their words, a few at a time.
 * @param viewer who reads, as they are now: asked before every few
 * @param letters children whom somebody described are looked for in the texts
 * @throws NoLongerRead where they may not read one any more, problem 'not-found' where the page is shut to them
 */
export async function* readEntries(
  ground: Ground,
  viewer: () => Promise<StaffActor>,
  { found, chosen }: Gathered,
  letters: boolean,
): AsyncGenerator<ReadEntry> {
  for (let from = 0; from < chosen.length; from += AT_ONCE) {
    const some = chosen.slice(from, from + AT_ONCE);
    const reader = await viewer();
    const again = await findPupil(ground, reader, found.row.id);
    await mustStillRead(ground, reader, again, some);
    const entries = await presentEntries(ground, reader, again, some);
    const ids = letters ? concernsOf(some) : [];
    const described = await readDescribed(ground, reader, ids);
    for (const [at, entry] of entries.entries()) {
      const known = some[at]?.entry;
      yield {
        entry,
        near: known?.concern?.facts.pupils.map(({ pupilId }) => pupilId) ?? [],
        described: described.get(known?.concern?.row.id ?? '') ?? [],
        document: known?.document ?? null,
      };
    }
  }
}

function concernsOf(some: readonly ChosenEntry[]): string[] {
  return [...new Set(some.flatMap(({ entry }) => entry.concern?.row.id ?? []))];
}

async function mustStillRead(
  ground: Ground,
  reader: StaffActor,
  { restrictions }: FoundPupil,
  some: readonly ChosenEntry[],
): Promise<void> {
  const ids = concernsOf(some);
  const known = await knowConcerns(ground.database.read, ground, reader, ids);
  const all = ids.every((id) => {
    const one = known.get(id);
    return one !== undefined && mayReadConcern(reader, one.facts, restrictions) !== null;
  });
  if (!all) throw new NoLongerRead();
}
