import type { Readable } from 'node:stream';
import type { ChronologyEntry } from '../../../protocol/chronology';
import type { PrintedQuery } from '../../../protocol/papers';
import type { StaffActor } from '../../access/actor';
import { presentPupil } from '../../chronology/read-pupil-page';
import type { Ground } from '../../ground';
import { readSchool } from '../../school/school';
import { beginPrinting, edgesOf, fileName, stillReading } from '../press';
import type { NamedFile } from '../redact/file-numbers';
import { readNameBook } from '../redact/read-names';
import { Redactor, type ReadEntry } from '../redact/redactor';
import { paperStream } from '../sheet/write-paper';
import { notePaperFault } from '../paper-faults';
import { paperWords } from '../words';
import { filterWords } from './filter-words';
import { gather, readEntries } from './gather';
import { writeChronology } from './write-chronology';

/** A chronology on its way, and how to say of other things what it says. */
export interface PrintedChronology {
  readonly stream: Readable;
  readonly name: string;
  /** What a file beside it is called: by its number where other pupils are letters. */
  readonly fileNamed: (file: NamedFile) => string;
}

/**
 * The chronology of one pupil as a PDF: what this person may read of it, in order of when it happened.
 * @param beside ids of files that go along with it, in their order: "File 3" is the third of them
 * @throws problem 'not-found'
 */
export async function printChronology(
  ground: Ground,
  viewer: StaffActor,
  pupilId: string,
  query: PrintedQuery,
  beside: readonly string[] = [],
): Promise<PrintedChronology> {
  const { timeZone } = await readSchool(ground.database.read, ground, viewer.schoolId);
  const gathered = await gather(ground, viewer, { pupilId, query, timeZone });
  const pupil = await presentPupil(ground, viewer, gathered.found);
  const filter = await filterWords(ground, viewer.schoolId, query);
  const press = await beginPrinting(ground, viewer, {
    what: 'chronology.printed',
    object: `pupil:${pupilId}`,
    facts: {
      entries: gathered.chosen.length,
      names: query.names,
      concerns: [...new Set(gathered.chosen.flatMap(({ entry }) => entry.concern?.row.id ?? []))],
    },
  });
  const letters = query.names === 'letters';
  const redactor = letters
    ? new Redactor(await readNameBook(ground, viewer.schoolId, pupilId), pupilId, beside)
    : null;
  const printing = { pupil, gathered, press, filter, letters };
  const reader = () => stillReading(ground, viewer);
  const title = paperWords.chronology.titleOf(pupil.name);
  const stream = paperStream(
    {
      title,
      school: press.school.name,
      made: new Date(press.at),
      edges: edgesOf(press, letters ? `${title}. ${paperWords.lettersHead}` : title),
      goesOn: async () => (await reader()).elevated,
      write: (flow) =>
        writeChronology(flow, printing, shown(readEntries(ground, reader, gathered, letters), redactor)),
    },
    (fault) => notePaperFault(ground, fault),
  );
  return {
    stream,
    name: fileName(letters ? 'chronology-letters' : 'chronology', press),
    fileNamed: (file) => redactor?.file(file) ?? file.name,
  };
}

/** The entries as they are printed: with the names of other pupils, or their letters. */
async function* shown(
  entries: AsyncIterable<ReadEntry>,
  redactor: Redactor | null,
): AsyncGenerator<ChronologyEntry> {
  for await (const read of entries) yield redactor ? redactor.entry(read) : read.entry;
}
